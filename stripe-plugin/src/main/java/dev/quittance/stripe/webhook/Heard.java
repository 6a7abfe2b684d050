package dev.quittance.stripe.webhook;

import dev.quittance.api.identity.OrgId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers when Stripe was last believed at each endpoint, also with an event that was known already; a job stores it now and
 * then. What a crash loses is half a minute. Thread-safe.
 */
final class Heard {
    /** Where. */
    record Where(OrgId org, String endpointId) {}

    private final Map<Where, Instant> lately = new ConcurrentHashMap<>();

    void at(Endpoint endpoint, Instant now) {
        Instant latest = lately.merge(
                new Where(endpoint.org(), endpoint.endpointId()),
                now,
                (one, other) -> one.isAfter(other) ? one : other);
        assert !latest.isBefore(now);
    }

    /** Takes what was heard since. */
    Map<Where, Instant> take() {
        Map<Where, Instant> taken = new HashMap<>();
        for (Where where : lately.keySet()) {
            Instant moment = lately.remove(where);
            if (moment != null) {
                taken.put(where, moment);
            }
        }
        return taken;
    }
}
