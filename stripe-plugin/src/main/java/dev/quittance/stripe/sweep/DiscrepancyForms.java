package dev.quittance.stripe.sweep;

import dev.quittance.api.ui.Badge;
import dev.quittance.api.ui.Block;
import dev.quittance.api.ui.Cell;
import dev.quittance.api.ui.Choice;
import dev.quittance.api.ui.Column;
import dev.quittance.api.ui.Field;
import dev.quittance.api.ui.FieldType;
import dev.quittance.api.ui.Form;
import dev.quittance.api.ui.ListView;
import dev.quittance.api.ui.Row;
import dev.quittance.api.ui.Text;
import dev.quittance.api.ui.Tone;
import dev.quittance.stripe.payment.Discrepancy;
import dev.quittance.stripe.request.PaymentRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The list and the forms of the page. */
final class DiscrepancyForms {
    static final String IGNORE = "ignore";
    static final String ATTACH = "attach";
    static final String WHICH = "which";
    static final String REQUEST = "request";
    static final String REASON = "reason";

    private DiscrepancyForms() {}

    static Block list(List<Discrepancy> open) {
        return new Block.Listing(new ListView(
                Text.of("discrepancies.list", "To be decided"),
                List.of(
                        Column.of("found", Text.of("discrepancies.column.found", "Found")),
                        Column.of("kind", Text.of("discrepancies.column.kind", "What")),
                        Column.of("object", Text.of("discrepancies.column.object", "At Stripe")),
                        Column.of("detail", Text.of("discrepancies.column.detail", "Both sides"))),
                open.stream().map(DiscrepancyForms::row).collect(Collectors.toList()),
                Text.of("discrepancies.empty", "None. Stripe and the books agree as far as we have looked."),
                Optional.empty(),
                List.of()));
    }

    private static Row row(Discrepancy discrepancy) {
        return new Row(
                discrepancy.discrepancyId().toString(),
                List.of(
                        Cell.moment(discrepancy.foundAt()),
                        Cell.state(badge(discrepancy.kind())),
                        Cell.plain(discrepancy.stripeObjectId()),
                        Cell.plain(discrepancy.detail())));
    }

    private static Badge badge(String kind) {
        return switch (kind) {
            case Discrepancy.UNKNOWN_ATTEMPT ->
                new Badge(Text.of("discrepancies.kind.stripe_only", "At Stripe, not here"), Tone.DANGER);
            case Discrepancy.NOT_AT_STRIPE ->
                new Badge(Text.of("discrepancies.kind.here_only", "Here, not at Stripe"), Tone.DANGER);
            case Discrepancy.LEDGER_MISSING_HERE ->
                new Badge(
                        Text.of("discrepancies.kind.missing_here", "In Stripe’s balance, not booked here"),
                        Tone.DANGER);
            case Discrepancy.LEDGER_MISSING_AT_STRIPE ->
                new Badge(
                        Text.of("discrepancies.kind.missing_at_stripe", "Booked here, not in Stripe’s balance"),
                        Tone.DANGER);
            case Discrepancy.LEDGER_AMOUNT ->
                new Badge(Text.of("discrepancies.kind.amount", "Another amount"), Tone.WARNING);
            case Discrepancy.LEDGER_FEE -> new Badge(Text.of("discrepancies.kind.fee", "Another fee"), Tone.WARNING);
            case Discrepancy.LEDGER_CURRENCY ->
                new Badge(Text.of("discrepancies.kind.currency", "Another currency"), Tone.WARNING);
            default -> new Badge(Text.of("discrepancies.kind.differs", "Differs: {0}", kind), Tone.WARNING);
        };
    }

    static Form ignore(List<Discrepancy> open) {
        List<Choice> choices = open.stream()
                .map(one -> new Choice(
                        one.discrepancyId().toString(), Text.plain(one.stripeObjectId()), Text.plain(one.detail())))
                .collect(Collectors.toList());
        Field which = Field.of(WHICH, FieldType.CHOICE, Text.of("discrepancies.which", "Which one?"))
                .asRequired()
                .withChoices(choices);
        return new Form(
                IGNORE,
                Text.of("discrepancies.ignore.title", "Ignore one after comparing it with Stripe"),
                List.of(),
                List.of(which, reason()),
                Text.of("discrepancies.ignore.submit", "Ignore difference"));
    }

    private static Field reason() {
        return Field.of(REASON, FieldType.TEXT, Text.of("discrepancies.reason", "Why?"))
                .asRequired();
    }

    static Form attach(Discrepancy discrepancy, List<PaymentRequest> fitting) {
        List<Choice> choices = fitting.stream()
                .map(request -> new Choice(
                        request.requestId().toString(),
                        Text.of("discrepancies.choice", "{0} for {1}", request.amount(), request.recordName()),
                        Text.plain(request.recipient().name())))
                .collect(Collectors.toList());
        Field which = Field.of(WHICH, FieldType.HIDDEN, Text.plain(""))
                .withValue(discrepancy.discrepancyId().toString());
        Field request = Field.of(REQUEST, FieldType.CHOICE, Text.of("discrepancies.request", "Which request was paid?"))
                .asRequired()
                .withChoices(choices);
        return new Form(
                ATTACH,
                Text.of("discrepancies.attach.title", "Attach {0} to a request", discrepancy.stripeObjectId()),
                List.of(),
                List.of(which, request, reason()),
                Text.of("discrepancies.attach.submit", "Attach payment"));
    }
}
