package dev.quittance.stripe.payment;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.screen.RelatedList;
import dev.quittance.api.ui.Cell;
import dev.quittance.api.ui.Column;
import dev.quittance.api.ui.Fact;
import dev.quittance.api.ui.ListQuery;
import dev.quittance.api.ui.ListView;
import dev.quittance.api.ui.Row;
import dev.quittance.api.ui.Text;
import dev.quittance.stripe.ledger.RecordBalance;
import dev.quittance.stripe.request.PaymentRequest;
import dev.quittance.stripe.request.RequestRecords;
import dev.quittance.stripe.request.RequestWords;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.pf4j.Extension;

/** The payments of a project: what was asked for, and what came of it. Newest first, a page at a time by key. */
@Extension
public final class PaymentsList implements RelatedList {
    /** The right to see payments. */
    public static final String PERMISSION = "stripe-payments.view";

    private final RequestOverviews overviews;
    private final RequestRecords records;

    /** The list over these. */
    public PaymentsList(RequestOverviews overviews, RequestRecords records) {
        this.overviews = overviews;
        this.records = records;
    }

    @Override
    public String id() {
        return "payments";
    }

    @Override
    public Set<String> objects() {
        return Set.of(RecordRef.PROJECT);
    }

    @Override
    public String permission() {
        return PERMISSION;
    }

    @Override
    public ListView list(RecordRef record, ListQuery query, Actor actor) {
        Optional<RecordBalance> balance =
                actor.may(PERMISSION) ? records.findBalance(actor.org(), record) : Optional.empty();
        Optional<UUID> after = query.after().flatMap(RequestKeys::find);
        boolean isBrokenCursor = query.after().isPresent() && after.isEmpty();
        List<RequestOverview> found = balance.isEmpty() || isBrokenCursor
                ? List.of()
                : overviews.list(actor.org(), record, after, query.limit() + 1);
        List<RequestOverview> page = found.subList(0, Math.min(found.size(), query.limit()));
        Optional<String> next = found.size() > query.limit()
                ? Optional.of(page.get(page.size() - 1).request().requestId().toString())
                : Optional.empty();
        return new ListView(
                Text.of("payments.title", "Payments"),
                columns(),
                page.stream().map(PaymentsList::row).collect(Collectors.toList()),
                Text.of(
                        "payments.empty",
                        "No payments yet. Most teams ask for a deposit right after signing: choose Request Payment."),
                next,
                balance.map(PaymentsList::totals).orElse(List.of()));
    }

    private static List<Column> columns() {
        return List.of(
                Column.of("requested", Text.of("payments.column.requested", "Requested")),
                Column.of("type", Text.of("payments.column.type", "Type")),
                Column.of("description", Text.of("payments.column.description", "Description")),
                Column.numeric("amount", Text.of("payments.column.amount", "Amount")),
                Column.of("status", Text.of("payments.column.status", "Status")),
                Column.of("method", Text.of("payments.column.method", "Method")));
    }

    private static Row row(RequestOverview overview) {
        PaymentRequest request = overview.request();
        return new Row(
                request.requestId().toString(),
                List.of(
                        Cell.moment(request.createdAt()),
                        Cell.words(RequestWords.type(request.type())),
                        Cell.plain(request.description()),
                        Cell.amount(request.amount()),
                        Cell.state(StatusBadge.of(request, overview.payments(), overview.attempts())),
                        overview.method()
                                .map(Method::label)
                                .filter(label -> !label.isEmpty())
                                .map(Cell::plain)
                                .orElse(Cell.empty())));
    }

    private static List<Fact> totals(RecordBalance balance) {
        return List.of(
                new Fact(Text.of("payments.total.paid", "Paid"), Cell.amount(balance.paid())),
                new Fact(Text.of("payments.total.processing", "Processing"), Cell.amount(balance.processing())),
                new Fact(Text.of("payments.total.requested", "Requested"), Cell.amount(balance.requested())));
    }
}
