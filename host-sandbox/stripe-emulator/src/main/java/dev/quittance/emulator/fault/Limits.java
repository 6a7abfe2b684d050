package dev.quittance.emulator.fault;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Stripe's rate limits: 100 calls a second in live mode and 25 in test mode for an account, and 25 a second for each
 * endpoint. Counted by the clock's seconds, for each key. Off until it is switched on. Guarded by the local Stripe's lock.
 */
public final class Limits {
    private static final int LIVE_EACH_SECOND = 100;
    private static final int TEST_EACH_SECOND = 25;
    private static final int ENDPOINT_EACH_SECOND = 25;

    private final Map<String, Integer> counted = new HashMap<>();
    private long second;
    private boolean on;

    public void switchOn(boolean wanted) {
        on = wanted;
        counted.clear();
    }

    public boolean isOn() {
        return on;
    }

    /** Why a call is one too many, as {@code Stripe-Rate-Limited-Reason} says; nothing if it is not. */
    Optional<String> reason(String authorization, String endpoint, Instant now) {
        if (!on) {
            return Optional.empty();
        }
        if (second != now.getEpochSecond()) {
            second = now.getEpochSecond();
            counted.clear();
        }
        int most = authorization.contains("k_live_") ? LIVE_EACH_SECOND : TEST_EACH_SECOND;
        if (isTooMany(authorization, most)) {
            return Optional.of("global-rate");
        }
        return isTooMany(authorization + " " + endpoint, ENDPOINT_EACH_SECOND)
                ? Optional.of("endpoint-rate")
                : Optional.empty();
    }

    private boolean isTooMany(String what, int most) {
        return counted.merge(what, 1, Integer::sum) > most;
    }
}
