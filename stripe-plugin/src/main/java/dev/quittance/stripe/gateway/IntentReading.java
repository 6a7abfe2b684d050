package dev.quittance.stripe.gateway;

import dev.quittance.api.money.Money;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A PaymentIntent as read at Stripe. Immutable and thread-safe.
 *
 * @param id {@code pi_…}
 * @param status Stripe's word: {@code requires_payment_method}, {@code processing}, {@code succeeded}, …
 * @param amount what it is for
 * @param amountReceived what came
 * @param livemode whether real money moves
 * @param metadata ours, {@code q_…}
 * @param createdAt when Stripe made it, UTC
 * @param latestCharge its latest charge, if any
 * @param declineCode why the latest try failed: the bank's decline code, else Stripe's error code; empty if none failed
 */
public record IntentReading(
        String id,
        String status,
        Money amount,
        Money amountReceived,
        boolean livemode,
        Map<String, String> metadata,
        Instant createdAt,
        Optional<ChargeReading> latestCharge,
        String declineCode) {
    /** Copies the metadata. */
    public IntentReading {
        metadata = Map.copyOf(metadata);
    }
}
