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
import dev.quittance.api.ui.Target;
import dev.quittance.api.ui.Text;
import dev.quittance.stripe.ledger.RecordBalance;
import dev.quittance.stripe.letter.LetterWords;
import dev.quittance.stripe.request.PaymentRequest;
import dev.quittance.stripe.request.RequestRecords;
import dev.quittance.stripe.request.RequestWords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.pf4j.Extension;

/**
 * The payments of a project or an invoice: what was asked for, and what came of it. A project shows its invoices' too. Newest
 * first, a page at a time by key.
 */
@Extension
public final class PaymentsList implements RelatedList {
    /** The right to see payments. */
    public static final String PERMISSION = "stripe-payments.view";

    /** The right to see what Stripe takes, and when it pays out. */
    public static final String PAYOUTS = "stripe-payments.payouts";

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
        return Set.of(RecordRef.PROJECT, RecordRef.INVOICE);
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
        List<RecordRef> family =
                balance.isEmpty() || isBrokenCursor ? List.of() : records.listFamily(actor.org(), record);
        boolean tellsFees = actor.may(PAYOUTS);
        List<RequestOverview> found =
                family.isEmpty() ? List.of() : overviews.list(actor.org(), family, after, query.limit() + 1);
        List<RequestOverview> page = found.subList(0, Math.min(found.size(), query.limit()));
        Shape shape = new Shape(
                family.size() > 1, tellsFees, tellsFees ? overviews.listArrivals(actor.org(), page) : Map.of());
        Optional<String> next = found.size() > query.limit()
                ? Optional.of(page.get(page.size() - 1).request().requestId().toString())
                : Optional.empty();
        return new ListView(
                Text.of("payments.title", "Payments"),
                columns(shape),
                page.stream().map(overview -> row(overview, shape)).collect(Collectors.toList()),
                empty(record),
                next,
                balance.map(sums -> totals(sums, tellsFees)).orElse(List.of()));
    }

    /** Whether records are named, whether fees are told, and when what came is expected at the bank, by payment. */
    private record Shape(boolean namesRecords, boolean tellsFees, Map<UUID, Instant> arrivals) {}

    private static List<Column> columns(Shape shape) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.of("requested", Text.of("payments.column.requested", "Requested")));
        if (shape.namesRecords()) {
            columns.add(Column.of("record", Text.of("payments.column.record", "For")));
        }
        columns.add(Column.of("type", Text.of("payments.column.type", "Type")));
        columns.add(Column.of("description", Text.of("payments.column.description", "Description")));
        columns.add(Column.numeric("amount", Text.of("payments.column.amount", "Amount")));
        columns.add(Column.of("status", Text.of("payments.column.status", "Status")));
        columns.add(Column.of("method", Text.of("payments.column.method", "Method")));
        columns.add(Column.of("mail", Text.of("payments.column.mail", "Mail")));
        return columns;
    }

    private static Row row(RequestOverview overview, Shape shape) {
        PaymentRequest request = overview.request();
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.moment(request.createdAt()));
        if (shape.namesRecords()) {
            cells.add(
                    request.record().object().equals(RecordRef.INVOICE)
                            ? Cell.plain(request.recordName())
                            : Cell.words(Text.of("payments.record.project", "Project")));
        }
        cells.add(Cell.words(RequestWords.type(request)));
        cells.add(Cell.plain(request.description()));
        cells.add(Cell.amount(request.amount()));
        cells.add(Cell.state(StatusBadge.of(request, overview.payments(), overview.attempts())));
        cells.add(overview.method()
                .map(Method::label)
                .filter(label -> !label.isEmpty())
                .map(Cell::plain)
                .orElse(Cell.empty()));
        cells.add(overview.letter().map(LetterWords::badge).map(Cell::state).orElse(Cell.empty()));
        return new Row(
                request.requestId().toString(),
                cells,
                shape.tellsFees() ? SettledFacts.of(overview, shape.arrivals()) : List.of());
    }

    private static List<Fact> totals(RecordBalance balance, boolean tellsFees) {
        List<Fact> totals = new ArrayList<>();
        totals.add(new Fact(Text.of("payments.total.paid", "Paid"), Cell.amount(balance.paid())));
        if (balance.refunded().isPositive()) {
            totals.add(new Fact(Text.of("payments.total.refunded", "Refunded"), Cell.amount(balance.refunded())));
        }
        if (balance.disputed().isPositive()) {
            totals.add(new Fact(
                    Text.of("payments.total.disputed", "Taken back by a bank"), Cell.amount(balance.disputed())));
        }
        totals.add(new Fact(Text.of("payments.total.processing", "Processing"), Cell.amount(balance.processing())));
        totals.add(new Fact(Text.of("payments.total.requested", "Requested"), Cell.amount(balance.requested())));
        if (tellsFees) {
            totals.add(new Fact(
                    Text.of("payments.total.payouts", "In your bank"),
                    Cell.link(Text.of("payments.payouts", "See payouts"), Target.page("payouts"))));
        }
        return totals;
    }

    private static Text empty(RecordRef record) {
        return record.object().equals(RecordRef.INVOICE)
                ? Text.of("payments.empty.invoice", "No payments yet. Choose Request Payment to ask for this invoice.")
                : Text.of(
                        "payments.empty",
                        "No payments yet. Most teams ask for a deposit right after signing: choose Request Payment.");
    }
}
