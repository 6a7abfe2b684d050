package dev.quittance.stripe.refund;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.screen.RelatedList;
import dev.quittance.api.ui.Cell;
import dev.quittance.api.ui.Column;
import dev.quittance.api.ui.ListQuery;
import dev.quittance.api.ui.ListView;
import dev.quittance.api.ui.Row;
import dev.quittance.api.ui.Text;
import dev.quittance.stripe.payment.PaymentsList;
import dev.quittance.stripe.request.PaymentRequest;
import dev.quittance.stripe.request.RequestRecords;
import dev.quittance.stripe.request.Requests;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.pf4j.Extension;

/** What was and is being given back for a project or an invoice: newest first, a page at a time by key. Changes nothing. */
@Extension
public final class RefundsList implements RelatedList {
    private final RefundBooks refunds;
    private final Requests requests;
    private final RequestRecords records;

    /** The list over these. */
    public RefundsList(RefundBooks refunds, Requests requests, RequestRecords records) {
        this.refunds = refunds;
        this.requests = requests;
        this.records = records;
    }

    @Override
    public String id() {
        return "refunds";
    }

    @Override
    public Set<String> objects() {
        return Set.of(RecordRef.PROJECT, RecordRef.INVOICE);
    }

    @Override
    public String permission() {
        return PaymentsList.PERMISSION;
    }

    /** Most records never give anything back. */
    @Override
    public boolean standsEmpty() {
        return false;
    }

    @Override
    public ListView list(RecordRef record, ListQuery query, Actor actor) {
        Map<UUID, String> asked = asked(record, actor);
        Optional<UUID> after = query.after().flatMap(RefundsList::key);
        boolean isBrokenCursor = query.after().isPresent() && after.isEmpty();
        List<Refund> found =
                isBrokenCursor ? List.of() : refunds.page(actor.org(), asked.keySet(), after, query.limit() + 1);
        List<Refund> page = found.subList(0, Math.min(found.size(), query.limit()));
        Optional<String> next = found.size() > query.limit()
                ? Optional.of(page.get(page.size() - 1).refundId().toString())
                : Optional.empty();
        return new ListView(
                Text.of("refunds.title", "Refunds"),
                columns(),
                page.stream()
                        .map(refund -> row(refund, asked.getOrDefault(refund.requestId(), "")))
                        .collect(Collectors.toUnmodifiableList()),
                Text.of("refunds.empty", "Nothing was given back here."),
                next,
                List.of());
    }

    /** What each request on the record, and on what belongs to it, was for; nothing for whoever may not see it. */
    private Map<UUID, String> asked(RecordRef record, Actor actor) {
        if (!actor.may(permission()) || records.findBalance(actor.org(), record).isEmpty()) {
            return Map.of();
        }
        return requests
                .list(actor.org(), records.listFamily(actor.org(), record), Optional.empty(), Integer.MAX_VALUE)
                .stream()
                .collect(Collectors.toUnmodifiableMap(PaymentRequest::requestId, PaymentRequest::description));
    }

    private static Optional<UUID> key(String text) {
        try {
            return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equals(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static List<Column> columns() {
        return List.of(
                Column.of("date", Text.of("refunds.column.date", "Date")),
                Column.of("for", Text.of("refunds.column.for", "For")),
                Column.numeric("amount", Text.of("refunds.column.amount", "Amount")),
                Column.of("status", Text.of("refunds.column.status", "Status")),
                Column.of("reason", Text.of("refunds.column.reason", "Why")),
                Column.of("price", Text.of("refunds.column.price", "Price")),
                Column.of("by", Text.of("refunds.column.by", "By")));
    }

    private static Row row(Refund refund, String description) {
        return new Row(
                refund.refundId().toString(),
                List.of(
                        Cell.moment(refund.createdAt()),
                        Cell.plain(description),
                        Cell.amount(refund.amount()),
                        Cell.state(RefundWords.state(refund.state())),
                        Cell.words(RefundWords.reason(refund.terms().reason())),
                        Cell.words(RefundWords.owed(refund.terms().owedAgain())),
                        Cell.words(RefundWords.by(refund.terms()))));
    }
}
