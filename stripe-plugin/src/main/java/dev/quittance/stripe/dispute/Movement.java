package dev.quittance.stripe.dispute;

import dev.quittance.api.money.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * Money that Stripe took for a dispute or gave back: a fact, by one balance transaction. Immutable and thread-safe.
 *
 * @param movementId its id
 * @param disputeId the dispute
 * @param balanceTransactionId {@code txn_…}
 * @param taken in the payment's currency: positive where it was taken, negative where it came back
 * @param fee what Stripe took for it, in the currency of the balance; negative where Stripe gave it back
 * @param movedAt when we learnt of it, UTC
 */
public record Movement(
        UUID movementId, UUID disputeId, String balanceTransactionId, Money taken, Money fee, Instant movedAt) {}
