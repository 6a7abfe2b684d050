package dev.quittance.stripe.health;

import dev.quittance.api.ErrorCode;
import dev.quittance.api.ErrorType;
import dev.quittance.api.identity.Actor;
import dev.quittance.api.screen.SettingsPage;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.api.ui.Block;
import dev.quittance.api.ui.Page;
import dev.quittance.api.ui.Submission;
import dev.quittance.api.ui.Text;
import dev.quittance.stripe.outbox.DeadLetter;
import dev.quittance.stripe.outbox.DeadLetters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pf4j.Extension;

/** What could not leave: why, and another try or an end to it. */
@Extension
public final class DeadLetterPage implements SettingsPage {
    private static final String PERMISSION = "stripe-payments.settings";

    private final DeadLetters letters;

    /** The page over these. */
    public DeadLetterPage(DeadLetters letters) {
        this.letters = letters;
    }

    @Override
    public String id() {
        return "undelivered";
    }

    @Override
    public Text label() {
        return Text.of("undelivered.label", "Undelivered mails and notices");
    }

    @Override
    public String permission() {
        return PERMISSION;
    }

    @Override
    public Page page(Actor actor) {
        List<DeadLetter> dead = letters.list(actor.org());
        List<Block> blocks = new ArrayList<>();
        blocks.add(DeadLetterForms.list(dead));
        if (!dead.isEmpty()) {
            blocks.add(Block.ask(DeadLetterForms.again(dead)));
            blocks.add(Block.ask(DeadLetterForms.giveUp(dead)));
        }
        return new Page(
                Text.of("undelivered.title", "Undelivered mails and notices"),
                blocks,
                Optional.empty(),
                Optional.of(actor.org()));
    }

    @Override
    public ActionResult submit(String formId, Submission submission, Actor actor) {
        if (!actor.may(PERMISSION)) {
            return ActionResult.absent();
        }
        Optional<DeadLetter> chosen = letters.list(actor.org()).stream()
                .filter(one ->
                        one.outboxId().toString().equals(submission.values().value(DeadLetterForms.WHICH)))
                .findFirst();
        if (chosen.isEmpty()) {
            return gone();
        }
        return switch (formId) {
            case DeadLetterForms.AGAIN -> again(chosen.get(), actor);
            case DeadLetterForms.GIVE_UP ->
                giveUp(
                        chosen.get(),
                        submission.values().value(DeadLetterForms.REASON).strip(),
                        actor);
            default -> ActionResult.absent();
        };
    }

    private ActionResult again(DeadLetter letter, Actor actor) {
        return letters.sendAgain(actor.org(), letter.outboxId(), actor.userId())
                ? ActionResult.done(Text.of(
                        "undelivered.again.done",
                        "It is sent again now. Nobody was charged, and who has got it already does not get it twice."))
                : gone();
    }

    private ActionResult giveUp(DeadLetter letter, String reason, Actor actor) {
        if (reason.isEmpty() || reason.length() > DeadLetters.LONGEST_REASON) {
            return ActionResult.refused(
                    new ErrorCode("reason_missing", ErrorType.USER),
                    Text.of(
                            "undelivered.reason_missing",
                            "Nothing was given up. Say why in one to {0} characters, so that others can see it later.",
                            DeadLetters.LONGEST_REASON));
        }
        return letters.giveUp(actor.org(), letter.outboxId(), reason, actor.userId())
                ? ActionResult.done(
                        Text.of(
                                "undelivered.give_up.done",
                                "Noted: this is not sent any more. No payment was changed. Tell whoever waits for it yourself."))
                : gone();
    }

    private static ActionResult gone() {
        return ActionResult.refused(
                new ErrorCode("decided_already", ErrorType.USER),
                Text.of("undelivered.gone", "Somebody has decided this already. Nothing was sent now."));
    }
}
