package dev.quittance.stripe.dispute;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import dev.quittance.api.ui.Cell;
import dev.quittance.api.ui.Column;
import dev.quittance.api.ui.ListView;
import dev.quittance.api.ui.Row;
import dev.quittance.api.ui.Target;
import dev.quittance.api.ui.Text;
import dev.quittance.stripe.request.PaymentRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Disputes as rows, on a record and in the list of all. Thread-safe. */
final class DisputeRows {
    private static final String DASHBOARD = "https://dashboard.stripe.com";

    private final DisputeBooks disputes;

    DisputeRows(DisputeBooks disputes) {
        this.disputes = disputes;
    }

    /**
     * A page of disputes.
     *
     * @param found one more than fit where there are more
     * @param requests what they are about, by id
     */
    ListView view(OrgId org, List<Dispute> found, Map<UUID, PaymentRequest> requests, int limit) {
        List<Dispute> page = found.subList(0, Math.min(found.size(), limit));
        List<UUID> ids = page.stream().map(Dispute::disputeId).collect(Collectors.toUnmodifiableList());
        Map<UUID, List<Movement>> movements =
                disputes.listMovements(org, ids).stream().collect(Collectors.groupingBy(Movement::disputeId));
        return new ListView(
                Text.of("disputes.title", "Disputes"),
                columns(),
                page.stream()
                        .map(one -> row(
                                one,
                                Optional.ofNullable(requests.get(one.requestId())),
                                movements.getOrDefault(one.disputeId(), List.of())))
                        .collect(Collectors.toUnmodifiableList()),
                Text.of("disputes.empty", "No bank has questioned a payment."),
                found.size() > limit
                        ? Optional.of(page.get(page.size() - 1).disputeId().toString())
                        : Optional.empty(),
                List.of());
    }

    private static List<Column> columns() {
        return List.of(
                Column.of("opened", Text.of("disputes.column.opened", "Opened")),
                Column.of("for", Text.of("disputes.column.for", "For")),
                Column.numeric("amount", Text.of("disputes.column.amount", "Amount")),
                Column.of("status", Text.of("disputes.column.status", "Status")),
                Column.of("reason", Text.of("disputes.column.reason", "What the customer says")),
                Column.of("due", Text.of("disputes.column.due", "Answer by")),
                Column.numeric("taken", Text.of("disputes.column.taken", "Taken back")),
                Column.numeric("fee", Text.of("disputes.column.fee", "Fee")),
                Column.of("stripe", Text.of("disputes.column.stripe", "Evidence")));
    }

    private static Row row(Dispute dispute, Optional<PaymentRequest> request, List<Movement> movements) {
        Money nothing = Money.zero(dispute.amount().currency());
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.moment(dispute.openedAt()));
        cells.add(request.map(known -> Cell.link(Text.plain(known.recordName()), Target.record(known.record())))
                .orElse(Cell.empty()));
        cells.add(Cell.amount(dispute.amount()));
        cells.add(Cell.state(DisputeWords.state(dispute.state())));
        cells.add(Cell.words(DisputeWords.reason(dispute.reason())));
        cells.add(dispute.dueBy()
                .filter(due -> dispute.state().awaitsAnswer())
                .map(Cell::moment)
                .orElse(Cell.empty()));
        cells.add(Cell.amount(movements.stream().map(Movement::taken).reduce(nothing, Money::plus)));
        cells.add(movements.stream()
                .map(Movement::fee)
                .reduce(Money::plus)
                .map(Cell::amount)
                .orElse(Cell.empty()));
        cells.add(Cell.link(Text.of("disputes.evidence", "Open at Stripe"), Target.address(atStripe(dispute))));
        return new Row(dispute.disputeId().toString(), cells);
    }

    /** Where somebody answers the bank. */
    static URI atStripe(Dispute dispute) {
        String mode = dispute.place().livemode() ? "" : "/test";
        return URI.create(DASHBOARD + mode + "/disputes/" + dispute.place().stripeDisputeId());
    }
}
