package dev.quittance.stripe.payment;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Where Stripe and our books disagree. Immutable and thread-safe.
 *
 * @param discrepancyId its id
 * @param kind stable: {@code amount_differs}, {@code unknown_attempt}, {@code not_at_stripe}, …
 * @param stripeObjectId what it is about
 * @param requestId the request, where it is known
 * @param detail both sides, for staff
 * @param foundAt when, UTC
 */
public record Discrepancy(
        UUID discrepancyId,
        String kind,
        String stripeObjectId,
        Optional<UUID> requestId,
        String detail,
        Instant foundAt) {
    /** Ours by its marks, and no attempt here that it belongs to. */
    public static final String UNKNOWN_ATTEMPT = "unknown_attempt";

    /** Booked here, and Stripe has no such object. */
    public static final String NOT_AT_STRIPE = "not_at_stripe";

    /** Whether money that is at Stripe can be attached to a request. */
    public boolean isAttachable() {
        return kind.equals(UNKNOWN_ATTEMPT);
    }
}
