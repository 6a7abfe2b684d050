package dev.quittance.stripe.health;

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
import dev.quittance.stripe.outbox.DeadLetter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The list and the forms of the page. */
final class DeadLetterForms {
    static final String AGAIN = "send-again";
    static final String GIVE_UP = "give-up";
    static final String WHICH = "which";
    static final String REASON = "reason";

    private DeadLetterForms() {}

    static Block list(List<DeadLetter> dead) {
        return new Block.Listing(new ListView(
                Text.of("undelivered.list", "To be decided"),
                List.of(
                        Column.of("decided", Text.of("undelivered.column.decided", "Decided")),
                        Column.of("what", Text.of("undelivered.column.what", "What")),
                        Column.of("why", Text.of("undelivered.column.why", "Why it did not leave")),
                        Column.numeric("tries", Text.of("undelivered.column.tries", "Tries")),
                        Column.of("failed", Text.of("undelivered.column.failed", "Given up"))),
                dead.stream().map(DeadLetterForms::row).collect(Collectors.toList()),
                Text.of("undelivered.empty", "None. Every mail and notice has left or is on its way."),
                Optional.empty(),
                List.of()));
    }

    private static Row row(DeadLetter letter) {
        return new Row(
                letter.outboxId().toString(),
                List.of(
                        Cell.moment(letter.decidedAt()),
                        Cell.words(what(letter.kind())),
                        Cell.plain(letter.reason()),
                        Cell.plain(Integer.toString(letter.tries())),
                        Cell.moment(letter.failedAt())));
    }

    static Form again(List<DeadLetter> dead) {
        return new Form(
                AGAIN,
                Text.of("undelivered.again.title", "Send one again"),
                List.of(),
                List.of(which(dead)),
                Text.of("undelivered.again.submit", "Send again"));
    }

    static Form giveUp(List<DeadLetter> dead) {
        Field reason = Field.of(REASON, FieldType.TEXT, Text.of("undelivered.reason", "Why?"))
                .asRequired()
                .withHelp(Text.of("undelivered.reason.help", "Kept with your name for those who ask later."));
        return new Form(
                GIVE_UP,
                Text.of("undelivered.give_up.title", "Give one up"),
                List.of(),
                List.of(which(dead), reason),
                Text.of("undelivered.give_up.submit", "Give up"));
    }

    private static Field which(List<DeadLetter> dead) {
        List<Choice> choices = dead.stream()
                .map(one -> new Choice(one.outboxId().toString(), what(one.kind()), Text.plain(one.reason())))
                .collect(Collectors.toList());
        return Field.of(WHICH, FieldType.CHOICE, Text.of("undelivered.which", "Which one?"))
                .asRequired()
                .withChoices(choices);
    }

    /** Kinds as the outbox stores them; one of a later version is named by its code. */
    private static Text what(String kind) {
        return switch (kind) {
            case "request_mail" -> Text.of("undelivered.kind.request_mail", "Mail that asks for a payment");
            case "receipt_mail" -> Text.of("undelivered.kind.receipt_mail", "Receipt");
            case "settlement", "expect" -> Text.of("undelivered.kind.settlement", "Entry in the books of your host");
            case "payment_event" -> Text.of("undelivered.kind.payment_event", "News for other plugins");
            case "close_session" -> Text.of("undelivered.kind.close_session", "Closing of a page at Stripe");
            case "document_link" -> Text.of("undelivered.kind.document_link", "Pay link in a document");
            case "notice", "ask_admin", "discrepancy_notice", "operation_alarm", "watch_notice", "bounce_notice" ->
                Text.of("undelivered.kind.notice", "Notice to your team");
            default -> Text.plain(kind);
        };
    }
}
