package dev.quittance.stripe.hold;

import dev.quittance.api.ErrorCode;
import dev.quittance.api.ErrorType;
import dev.quittance.api.identity.Actor;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.api.ui.Block;
import dev.quittance.api.ui.Cell;
import dev.quittance.api.ui.Fact;
import dev.quittance.api.ui.Field;
import dev.quittance.api.ui.FieldType;
import dev.quittance.api.ui.Form;
import dev.quittance.api.ui.Notice;
import dev.quittance.api.ui.Submission;
import dev.quittance.api.ui.Text;
import dev.quittance.api.ui.Tone;
import dev.quittance.stripe.installation.Hold;
import dev.quittance.stripe.installation.HoldAnswer;
import dev.quittance.stripe.storage.Backlog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What an admin sees of a hold, and the buttons that end it, each with what follows from it. Thread-safe. */
public final class HoldBlocks {
    private static final String PREFIX = "hold-";
    private static final String WHICH = "hold";

    private final Holds holds;

    /** The blocks over these. */
    public HoldBlocks(Holds holds) {
        this.holds = holds;
    }

    /** What is held and what to do; nothing while nothing is. */
    public List<Block> blocks(Actor admin) {
        List<Block> blocks = new ArrayList<>();
        holds.find(admin.org()).ifPresent(state -> {
            blocks.add(Block.callout(Tone.DANGER, HoldWords.noticed(state.hold())));
            blocks.add(new Block.Facts(facts(state)));
            if (!state.caughtUp()) {
                blocks.add(Block.callout(
                        Tone.INFO,
                        Text.of(
                                "hold.not_caught_up",
                                "What Stripe did meanwhile is still being looked through; that takes a few minutes while Stripe can be "
                                        + "read. Open this page again then.")));
            }
            for (HoldAnswer answer : HoldAnswer.values()) {
                if (answer.answers(state.hold()) && (state.caughtUp() || answer == HoldAnswer.COPY)) {
                    blocks.add(Block.ask(form(answer, state)));
                }
            }
        });
        return blocks;
    }

    /** Answers; empty if the form is none of these. */
    public Optional<ActionResult> submit(String formId, Submission submission, Actor admin) {
        Optional<HoldAnswer> answer =
                formId.startsWith(PREFIX) ? HoldAnswer.find(formId.substring(PREFIX.length())) : Optional.empty();
        return answer.map(one -> readId(submission.values().value(WHICH))
                .map(id -> told(holds.answer(admin.org(), id, one, admin.userId()), one))
                .orElseGet(ActionResult::absent));
    }

    private static Optional<UUID> readId(String value) {
        try {
            return Optional.of(UUID.fromString(value));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static List<Fact> facts(HoldState state) {
        List<Fact> facts = new ArrayList<>();
        Hold hold = state.hold();
        facts.add(new Fact(Text.of("hold.fact.noticed", "Noticed"), Cell.moment(hold.beganAt())));
        for (String word : hold.reason().split(" ")) {
            facts.add(new Fact(Text.of("hold.fact.what", "What"), Cell.words(HoldWords.difference(word))));
        }
        facts.add(new Fact(Text.of("hold.fact.calls", "Refunds that wait"), Cell.plain(Backlog.words(state.calls()))));
        facts.add(new Fact(
                Text.of("hold.fact.effects", "Mails to customers that wait"),
                Cell.plain(Backlog.words(state.effects()))));
        facts.add(new Fact(
                Text.of("hold.fact.looked", "Stripe looked through up to"),
                hold.lookedTo()
                        .map(Cell::moment)
                        .orElseGet(() -> Cell.words(Text.of("hold.fact.looked.not_yet", "Not yet")))));
        return facts;
    }

    private static Form form(HoldAnswer answer, HoldState state) {
        String calls = Backlog.words(state.calls());
        String effects = Backlog.words(state.effects());
        Field which = Field.of(WHICH, FieldType.HIDDEN, Text.plain(""))
                .withValue(state.hold().holdId().toString());
        return new Form(
                PREFIX + answer.id(),
                title(answer),
                List.of(new Notice(Tone.INFO, consequences(answer, calls, effects))),
                List.of(which),
                button(answer));
    }

    private static Text title(HoldAnswer answer) {
        return switch (answer) {
            case MOVED -> Text.of("hold.moved.title", "It was moved");
            case COPY -> Text.of("hold.copy.title", "This is a copy");
            case RESTORED -> Text.of("hold.restored.title", "The data was restored");
        };
    }

    private static Text button(HoldAnswer answer) {
        return switch (answer) {
            case MOVED -> Text.of("hold.moved.button", "This is the installation, the other one is gone");
            case COPY -> Text.of("hold.copy.button", "The other one goes on, this is a copy");
            case RESTORED -> Text.of("hold.restored.button", "This is the installation, its data was restored");
        };
    }

    private static Text consequences(HoldAnswer answer, String calls, String effects) {
        return switch (answer) {
            case MOVED ->
                Text.of(
                        "hold.moved.consequences",
                        "{0} refunds and {1} mails that wait go out. What customers may have been told before is not sent a second "
                                + "time; it stands under Undelivered mails and notices. Say this only if the other host is switched off "
                                + "for good.",
                        calls,
                        effects);
            case COPY ->
                Text.of(
                        "hold.copy.consequences",
                        "{0} refunds and {1} mails that wait are given up, here only, and this copy gives its Stripe account and key "
                                + "away for good. Nothing changes at Stripe or in the other installation, and nobody is charged. To try "
                                + "payments here, connect a Stripe account of its own.",
                        calls,
                        effects);
            case RESTORED ->
                Text.of(
                        "hold.restored.consequences",
                        "{0} refunds and {1} mails that wait go out. What customers may have been told before is not sent a second "
                                + "time; it stands under Undelivered mails and notices. First compare Differences from Stripe: money "
                                + "that came or went and is missing here stands there.",
                        calls,
                        effects);
        };
    }

    private static ActionResult told(Holds.Answered answered, HoldAnswer answer) {
        return switch (answered) {
            case DONE -> ActionResult.done(done(answer));
            case TOO_LATE ->
                ActionResult.refused(
                        new ErrorCode("answered_already", ErrorType.USER),
                        Text.of(
                                "hold.answered_already",
                                "Somebody has answered already, so this click changed nothing. Who did what says who and how."));
            case NOT_CAUGHT_UP ->
                ActionResult.refused(
                        new ErrorCode("not_caught_up", ErrorType.USER),
                        Text.of(
                                "hold.error.not_caught_up",
                                "Nothing was changed: what Stripe did meanwhile has not been looked through yet. Answer again in a few "
                                        + "minutes."));
        };
    }

    private static Text done(HoldAnswer answer) {
        return answer == HoldAnswer.COPY
                ? Text.of(
                        "hold.copy.done",
                        "Noted: this is a copy. Its Stripe connection is gone, and it tells no customer of what it knew. Nobody was "
                                + "charged or given anything.")
                : Text.of(
                        "hold.ended.done",
                        "Noted: this is the installation. Refunds and mails go out again. Look at Undelivered mails and notices for "
                                + "what was not sent a second time.");
    }
}
