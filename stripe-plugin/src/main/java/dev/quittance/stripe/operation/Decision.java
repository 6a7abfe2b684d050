package dev.quittance.stripe.operation;

import com.google.gson.JsonParser;
import dev.quittance.stripe.gateway.Outcome;
import dev.quittance.stripe.operation.OperationRepository.Step;
import java.time.Instant;
import java.util.Optional;

/**
 * What an answer means for an operation that was just sent: its next state, and when it is looked at again. Pure.
 *
 * @param step what is written
 * @param json Stripe's answer, if it did what was asked
 * @param keyTrouble whether Stripe refused the key itself
 */
record Decision(Step step, Optional<String> json, boolean keyTrouble) {

    /**
     * Decides.
     *
     * @param operation as it is, SENT
     * @param mayHaveRun whether an earlier try may have been carried out: then no later refusal on the way proves anything
     */
    static Decision of(
            Outcome<String> outcome, Operation operation, OperationEffect effect, boolean mayHaveRun, Instant now) {
        return outcome.fold(
                a -> accepted(operation, a),
                d -> ended(
                        operation,
                        OperationState.DECLINED,
                        402,
                        d.declineCode().isEmpty() ? d.code() : d.declineCode()),
                r -> refused(r, operation, effect, mayHaveRun, now),
                u -> unknown(u, operation, effect, mayHaveRun, now));
    }

    private static Decision accepted(Operation operation, Outcome.Accepted<String> answer) {
        String id = JsonParser.parseString(answer.value())
                .getAsJsonObject()
                .getAsJsonPrimitive("id")
                .getAsString();
        Step step = new Step(
                OperationState.ACCEPTED, operation.firstSentAt().orElse(null), null, 200, "", id, answer.requestId());
        return new Decision(step, Optional.of(answer.value()), false);
    }

    private static Decision refused(
            Outcome.Refused<String> answer,
            Operation operation,
            OperationEffect effect,
            boolean mayHaveRun,
            Instant now) {
        if (answer.code().equals(Outcome.Refused.IDEMPOTENCY_ERROR)) {
            return ended(operation, OperationState.QUARANTINED, answer.status(), answer.code());
        }
        // Without a key nothing works; that one call is forbidden matters only where the call does.
        boolean keyTrouble = answer.status() == 401 || (answer.isKeyTrouble() && effect.isVital());
        if (answer.status() == 401 || (answer.isKeyTrouble() && mayHaveRun)) {
            // Parked, not failed: with a new key the same call goes on.
            Decision parked =
                    waiting(operation, mayHaveRun, now.plus(Patience.KEY_TROUBLE), answer.status(), answer.code());
            return new Decision(parked.step(), Optional.empty(), keyTrouble);
        }
        Decision ended = ended(operation, OperationState.REFUSED, answer.status(), answer.code());
        return new Decision(ended.step(), Optional.empty(), keyTrouble);
    }

    private static Decision unknown(
            Outcome.Unknown<String> answer,
            Operation operation,
            OperationEffect effect,
            boolean mayHaveRun,
            Instant now) {
        boolean unknown = mayHaveRun || !answer.notSent();
        Instant next = unknown
                ? Patience.nextCheck(
                        now, operation.tries(), operation.firstSentAt().orElse(now), effect.movesMoney())
                : now.plus(Patience.pauseAfter(operation.tries()));
        boolean lookNow = answer.status() >= 500 && !effect.movesMoney();
        return waiting(operation, unknown, lookNow ? now : next, answer.status(), answer.reason());
    }

    private static Decision ended(Operation operation, OperationState state, int status, String code) {
        Step step = new Step(state, operation.firstSentAt().orElse(null), null, status, code, "", "");
        return new Decision(step, Optional.empty(), false);
    }

    /** It will not be sent any more, and nobody can tell what came of it: nothing that matters. */
    static Decision givenUp(Operation operation, String code) {
        return ended(operation, OperationState.ABSENT, operation.httpStatus(), code);
    }

    private static Decision waiting(Operation operation, boolean unknown, Instant next, int status, String code) {
        // Where for certain nothing was done the key's life has not begun.
        Step step = new Step(
                unknown ? OperationState.UNKNOWN : OperationState.PREPARED,
                unknown ? operation.firstSentAt().orElse(null) : null,
                next,
                status,
                code,
                "",
                "");
        return new Decision(step, Optional.empty(), false);
    }
}
