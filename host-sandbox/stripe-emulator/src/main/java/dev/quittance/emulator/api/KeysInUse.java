package dev.quittance.emulator.api;

import dev.quittance.emulator.port.Call;
import dev.quittance.emulator.wire.ApiError;
import java.util.HashMap;
import java.util.Map;

/** The idempotency keys of calls that are on their way: under way, but not answered. Guarded by the local Stripe's lock. */
final class KeysInUse {
    private final Map<String, Call> holders = new HashMap<>();

    /** Lets a call hold its key; if another holds it, that stays so. */
    void hold(Idempotency.Use use, Call call) {
        holders.putIfAbsent(use.id(), call);
    }

    /** Lets go of what a call holds. Safe to repeat. */
    void release(Call call) {
        holders.values().removeIf(holder -> holder == call);
    }

    /**
     * Refuses a call whose key another one holds.
     *
     * @throws ApiError 409 {@code idempotency_key_in_use}, which is not remembered
     */
    void check(Idempotency.Use use, Call call) {
        Call holder = holders.get(use.id());
        if (holder != null && holder != call) {
            throw ApiError.keyInUse(use.key());
        }
    }
}
