package dev.quittance.stripe.payout;

import dev.quittance.api.money.Money;
import dev.quittance.stripe.ledger.Settled;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A movement of Stripe's balance as it is stored. Immutable and thread-safe.
 *
 * @param settled what it did to the balance
 * @param category Stripe's reporting category
 * @param sourceId what it is for; empty if Stripe names nothing
 * @param chargeId the charge that it belongs to; empty if to none
 * @param intentId the PaymentIntent that it belongs to; empty if to none
 * @param bearsOurMarks whether its charge was made by this installation
 * @param agreement whether the ledger says the same
 * @param paymentId the payment here that it belongs to
 * @param availableOn from when it can be paid out, UTC
 * @param createdAt when it happened, UTC
 */
record Movement(
        Settled settled,
        String category,
        String sourceId,
        String chargeId,
        String intentId,
        boolean bearsOurMarks,
        Agreement agreement,
        Optional<UUID> paymentId,
        Instant availableOn,
        Instant createdAt) {
    String id() {
        return settled.balanceTransactionId();
    }

    Money net() {
        return settled.net();
    }
}
