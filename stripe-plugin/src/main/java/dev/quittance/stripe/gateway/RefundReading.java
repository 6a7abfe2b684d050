package dev.quittance.stripe.gateway;

import dev.quittance.api.money.Money;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A Refund as read at Stripe. Immutable and thread-safe.
 *
 * @param id {@code re_…} or {@code pyr_…}
 * @param status Stripe's word: {@code pending}, {@code requires_action}, {@code succeeded}, {@code failed}, {@code canceled}
 * @param amount what goes back, in the payment's currency
 * @param intentId the PaymentIntent that it takes back from; empty for a charge without one
 * @param reason Stripe's word for why; empty if nobody said
 * @param problem why it waits or failed, in Stripe's word; empty if it does neither
 * @param createdAt when Stripe made it, UTC
 * @param metadata ours, {@code q_…}, if we made it
 * @param balanceTransactionId {@code txn_…} by which the money left the balance; empty while it has not
 * @param failureTransactionId {@code txn_…} by which it came back into the balance; empty unless it did
 */
public record RefundReading(
        String id,
        String status,
        Money amount,
        Optional<String> intentId,
        String reason,
        String problem,
        Instant createdAt,
        Map<String, String> metadata,
        Optional<String> balanceTransactionId,
        Optional<String> failureTransactionId) {
    /** Copies the metadata. */
    public RefundReading {
        metadata = Map.copyOf(metadata);
    }
}
