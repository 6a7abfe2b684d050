package dev.quittance.stripe.gateway;

import dev.quittance.api.money.Money;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A Checkout Session as read at Stripe. Immutable and thread-safe.
 *
 * @param id {@code cs_…}
 * @param status {@code open}, {@code complete} or {@code expired}
 * @param paymentStatus {@code paid}, {@code unpaid} or {@code no_payment_required}
 * @param url where the customer pays; empty once it leads nowhere
 * @param amountTotal what the customer is asked for
 * @param livemode whether real money moves
 * @param clientReferenceId our request's id; may be empty
 * @param metadata ours, {@code q_…}
 * @param customerId {@code cus_…}, if Stripe has one
 * @param expiresAt when it closes by itself, UTC
 * @param createdAt when Stripe made it, UTC
 * @param intent its PaymentIntent, once there is one
 */
public record SessionReading(
        String id,
        String status,
        String paymentStatus,
        Optional<URI> url,
        Money amountTotal,
        boolean livemode,
        String clientReferenceId,
        Map<String, String> metadata,
        Optional<String> customerId,
        Optional<Instant> expiresAt,
        Instant createdAt,
        Optional<IntentReading> intent) {
    /** Copies the metadata. */
    public SessionReading {
        metadata = Map.copyOf(metadata);
    }
}
