package dev.quittance.stripe.gateway;

import dev.quittance.api.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A Dispute as read at Stripe. Immutable and thread-safe.
 *
 * @param id {@code dp_…} or {@code du_…}
 * @param status Stripe's word: {@code needs_response}, {@code under_review}, {@code won}, {@code lost}, {@code warning_…}
 * @param amount what is disputed, in the payment's currency
 * @param intentId the PaymentIntent that it is about; empty for a charge without one
 * @param reason Stripe's word for why
 * @param livemode whether real money
 * @param dueBy until when evidence is taken, UTC; empty where none is
 * @param openedAt when the bank began it, UTC
 * @param movements what it did to the balance so far, in order
 */
public record DisputeReading(
        String id,
        String status,
        Money amount,
        Optional<String> intentId,
        String reason,
        boolean livemode,
        Optional<Instant> dueBy,
        Instant openedAt,
        List<Movement> movements) {
    /** Copies the movements. */
    public DisputeReading {
        movements = List.copyOf(movements);
    }

    /**
     * A balance transaction of a dispute.
     *
     * @param balanceTransactionId {@code txn_…}
     * @param gross in the balance's currency; negative where money was taken
     * @param fee what Stripe took for it, in the balance's currency
     */
    public record Movement(String balanceTransactionId, Money gross, Money fee) {}
}
