package dev.quittance.stripe.ledger;

import dev.quittance.api.record.RecordRef;
import java.util.Objects;
import java.util.UUID;

/**
 * What a booking belongs to. Immutable and thread-safe.
 *
 * @param record the host's record
 * @param requestId the request
 * @param paymentId the payment
 */
public record Place(RecordRef record, UUID requestId, UUID paymentId) {
    /** Refuses null. */
    public Place {
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(requestId, "requestId");
        Objects.requireNonNull(paymentId, "paymentId");
    }
}
