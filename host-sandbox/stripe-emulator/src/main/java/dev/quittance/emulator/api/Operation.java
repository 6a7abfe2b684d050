package dev.quittance.emulator.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.store.Turn;

/** What a route does, in two steps, because Stripe remembers an idempotency key only once the second has begun. */
@FunctionalInterface
public interface Operation {
    /**
     * Checks the parameters; nothing is read or changed yet.
     *
     * @throws dev.quittance.emulator.wire.ApiError 400, which is not remembered
     */
    Work plan(ApiRequest request);

    /** The part that is carried out, and whose answer is remembered, good or bad. */
    @FunctionalInterface
    interface Work {
        ObjectNode carryOut(Turn turn);
    }
}
