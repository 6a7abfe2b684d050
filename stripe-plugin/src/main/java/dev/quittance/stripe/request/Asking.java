package dev.quittance.stripe.request;

import dev.quittance.api.ErrorCode;
import dev.quittance.api.ErrorType;
import dev.quittance.api.identity.Actor;
import dev.quittance.api.payment.Objection;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.api.ui.Form;
import dev.quittance.api.ui.Notice;
import dev.quittance.api.ui.Text;
import dev.quittance.api.ui.Tone;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What all forms that ask for money on a record have in common: who may, when there is nothing to ask for, that a submission counts
 * once, and that of several people who ask at the same instant each decides on what the ones before have done. Never inside a
 * transaction. Thread-safe.
 */
final class Asking {
    /** Each lost turn is somebody else's request that went out: more of them while one person waits is no office. */
    private static final int MAX_TURNS = 100;

    private final Standings standings;
    private final Readiness readiness;

    Asking(Standings standings, Readiness readiness) {
        this.standings = standings;
        this.readiness = readiness;
    }

    /** The form as it is opened, or blocked by why nothing can be filled in; empty if this actor has no such record to ask for money on. */
    Optional<Form> form(
            RecordRef record, Actor actor, Function<Standing, Form> opened, Function<Notice, Form> blocked) {
        if (!actor.may(RequestPaymentAction.PERMISSION)) {
            return Optional.empty();
        }
        return standings
                .find(actor.org(), record)
                .map(standing -> standing.subject()
                        .obstacle()
                        .map(Obstacle::notice)
                        .or(() -> readiness.find(standing.org()).map(why -> new Notice(Tone.DANGER, why.refusal())))
                        .map(blocked)
                        .orElseGet(() -> opened.apply(standing)));
    }

    /**
     * Has it decided what becomes of a submission, as often as it takes to decide on figures that nobody has changed since.
     *
     * @param earlier the answer to the same submission, if it did its work before
     * @param decide what becomes of it as the record stands; empty if somebody else has asked meanwhile
     */
    ActionResult submit(
            RecordRef record,
            Actor actor,
            Supplier<Optional<ActionResult>> earlier,
            Function<Standing, Optional<ActionResult>> decide) {
        if (!actor.may(RequestPaymentAction.PERMISSION)) {
            return ActionResult.refused(
                    user("not_allowed"),
                    Text.of("error.not_allowed", "You may not request payments. Nothing was sent."));
        }
        for (int turn = 0; turn < MAX_TURNS; turn++) {
            Optional<ActionResult> result = earlier.get().or(() -> decided(record, actor, decide));
            if (result.isPresent()) {
                // A second click that ran beside the first one takes it for an earlier request: it is the same one.
                return result.filter(ActionResult.Done.class::isInstance)
                        .or(earlier)
                        .orElseGet(result::get);
            }
        }
        return ActionResult.refused(
                user("asked_meanwhile"),
                Text.of(
                        "error.asked_meanwhile",
                        "Others are requesting payments here at this moment. Look at the payments and try again. Nothing was sent."));
    }

    private Optional<ActionResult> decided(
            RecordRef record, Actor actor, Function<Standing, Optional<ActionResult>> decide) {
        Optional<Standing> standing = standings.find(actor.org(), record);
        if (standing.isEmpty()) {
            return Optional.of(ActionResult.absent());
        }
        Optional<ActionResult> obstacle = standing.get()
                .subject()
                .obstacle()
                .map(why -> ActionResult.refused(user("nothing_to_collect"), why.words()));
        Optional<ActionResult> refused = obstacle.or(() -> readiness
                .find(standing.get().org())
                .map(why -> ActionResult.refused(user(NotReady.NOT_CONNECTED), why.refusal())));
        return refused.isPresent() ? refused : decide.apply(standing.get());
    }

    /** The answer to what came of asking; empty if somebody else has asked meanwhile. */
    static Optional<ActionResult> answer(Asked asked, Form settled, Function<List<PaymentRequest>, ActionResult> sent) {
        return asked.fold(
                stored -> Optional.of(sent.apply(stored.requests())),
                objected -> Optional.of(ActionResult.again(objected(settled, objected.objections()))),
                overtaken -> Optional.empty());
    }

    /** The form with what other plugins are against. */
    static Form objected(Form form, List<Objection> objections) {
        Form shown = form;
        for (Objection objection : objections) {
            shown = shown.withNotice(new Notice(Tone.DANGER, objection.reason()));
        }
        return shown;
    }

    private static ErrorCode user(String code) {
        return new ErrorCode(code, ErrorType.USER);
    }
}
