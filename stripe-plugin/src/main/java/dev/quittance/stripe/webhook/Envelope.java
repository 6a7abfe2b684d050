package dev.quittance.stripe.webhook;

import java.util.Map;
import java.util.Optional;

/**
 * What is read of an event: where to look, not what to believe. Immutable and thread-safe.
 *
 * @param eventId {@code evt_…}
 * @param type for example {@code charge.updated}
 * @param apiVersion the version the event was made with; may be empty
 * @param livemode whether it is about real money
 * @param account {@code acct_…} where Stripe names one
 * @param objectId the object it is about; empty if that has no id
 * @param metadata the object's
 */
record Envelope(
        String eventId,
        String type,
        String apiVersion,
        boolean livemode,
        Optional<String> account,
        String objectId,
        Map<String, String> metadata) {
    Envelope {
        metadata = Map.copyOf(metadata);
    }
}
