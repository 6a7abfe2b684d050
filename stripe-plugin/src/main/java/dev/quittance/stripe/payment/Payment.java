package dev.quittance.stripe.payment;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import dev.quittance.stripe.ledger.Settled;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Money: one PaymentIntent that is processing, came or failed. Immutable.
 *
 * @param org whose money
 * @param paymentId its id
 * @param requestId the request it pays
 * @param attemptId the attempt it came by
 * @param place where at Stripe
 * @param intentId {@code pi_…}
 * @param chargeId {@code ch_…}, once known
 * @param amount how much
 * @param state where it stands
 * @param method what the customer paid with
 * @param overpaid whether the request was paid already
 * @param settled what it came to at Stripe, in the currency of the balance; empty until Stripe has booked it: not known, not nothing
 * @param availableOn from when it can be paid out, UTC; empty while that is not known
 * @param refunded what of it was given back, for certain
 * @param disputed what of it a bank has taken back, for now or for good
 * @param nextCheckAt when the fee is looked for again, UTC; empty once it is booked, or while nothing has come
 * @param succeededAt when we learnt that the money came, UTC
 * @param createdAt when it was first seen, UTC
 * @param version counts its changes
 */
public record Payment(
        OrgId org,
        UUID paymentId,
        UUID requestId,
        UUID attemptId,
        StripePlace place,
        String intentId,
        Optional<String> chargeId,
        Money amount,
        PaymentState state,
        Method method,
        boolean overpaid,
        Optional<Settled> settled,
        Optional<Instant> availableOn,
        Money refunded,
        Money disputed,
        Optional<Instant> nextCheckAt,
        Optional<Instant> succeededAt,
        Instant createdAt,
        long version) {
    /** What Stripe took, in the currency of the balance; empty until Stripe has booked it. */
    public Optional<Money> fee() {
        return settled.map(Settled::fee);
    }

    /** What is left of it after the fee, in the currency of the balance; empty until Stripe has booked it. */
    public Optional<Money> net() {
        return settled.map(Settled::net);
    }

    /** Whether all of it was given back. */
    public boolean isRefunded() {
        return refunded.isPositive() && refunded.compareTo(amount) >= 0;
    }
}
