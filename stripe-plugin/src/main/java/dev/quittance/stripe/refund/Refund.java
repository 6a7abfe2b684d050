package dev.quittance.stripe.refund;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Money that is given back for a payment. Immutable and thread-safe.
 *
 * @param org whose money
 * @param refundId its id
 * @param paymentId the payment that it is taken from
 * @param requestId the request that the payment was for
 * @param operationId the call that asks Stripe for it; empty where it was made at Stripe
 * @param stripeAccountId {@code acct_…}
 * @param stripeRefundId {@code re_…}, once Stripe has named it
 * @param amount how much, positive, in the payment's currency
 * @param state where it stands
 * @param terms why, and what it means for what is owed
 * @param problem Stripe's word for why it waits or failed; empty if nothing did
 * @param createdAt when it was reserved, or first seen, UTC
 * @param succeededAt when we learnt that it was given back, UTC
 * @param version counts its changes
 */
public record Refund(
        OrgId org,
        UUID refundId,
        UUID paymentId,
        UUID requestId,
        Optional<UUID> operationId,
        String stripeAccountId,
        Optional<String> stripeRefundId,
        Money amount,
        RefundState state,
        RefundTerms terms,
        String problem,
        Instant createdAt,
        Optional<Instant> succeededAt,
        long version) {
    /** The same refund as Stripe names it, in another state. */
    Refund moved(RefundState next, Optional<String> stripeId, String newProblem, Instant now) {
        return new Refund(
                org,
                refundId,
                paymentId,
                requestId,
                operationId,
                stripeAccountId,
                stripeId.or(() -> stripeRefundId),
                amount,
                next,
                terms,
                newProblem,
                createdAt,
                next == RefundState.SUCCEEDED && succeededAt.isEmpty() ? Optional.of(now) : succeededAt,
                version);
    }
}
