package dev.quittance.stripe.webhook;

import java.time.Instant;

/**
 * An event that was not taken in and waits for a person. Immutable and thread-safe.
 *
 * @param endpointId the address it came to
 * @param eventId {@code evt_…}
 * @param type for example {@code charge.updated}
 * @param objectId what it is about; may be empty
 * @param isParked given up after ten tries; else it did not fit what we know
 * @param reason why, for staff
 * @param receivedAt when it was stored, UTC
 */
public record StuckEvent(
        String endpointId,
        String eventId,
        String type,
        String objectId,
        boolean isParked,
        String reason,
        Instant receivedAt) {
    /** Names it on a form. */
    public String key() {
        return endpointId + "/" + eventId;
    }
}
