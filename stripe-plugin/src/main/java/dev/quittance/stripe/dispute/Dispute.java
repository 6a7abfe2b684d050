package dev.quittance.stripe.dispute;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A payment that a bank questions or takes back. Immutable and thread-safe.
 *
 * @param org whose money
 * @param disputeId its id
 * @param paymentId the payment
 * @param requestId the request that the payment was for
 * @param place where it is at Stripe
 * @param amount what is disputed, positive, in the payment's currency
 * @param state where it stands
 * @param reason Stripe's word for why
 * @param dueBy until when evidence is taken, UTC; empty where none is
 * @param openedAt when the bank began it, UTC
 * @param closedAt when we learnt of its end, UTC; empty before
 * @param version counts its changes
 */
public record Dispute(
        OrgId org,
        UUID disputeId,
        UUID paymentId,
        UUID requestId,
        Place place,
        Money amount,
        DisputeState state,
        String reason,
        Optional<Instant> dueBy,
        Instant openedAt,
        Optional<Instant> closedAt,
        long version) {
    /**
     * Where a dispute is at Stripe.
     *
     * @param stripeAccountId {@code acct_…}
     * @param stripeDisputeId {@code dp_…}
     * @param livemode whether real money
     */
    public record Place(String stripeAccountId, String stripeDisputeId, boolean livemode) {}

    /** The same dispute in another state, or with another deadline. */
    Dispute moved(DisputeState next, Optional<Instant> nextDueBy, Instant now) {
        Optional<Instant> end = next.isOver() ? closedAt.or(() -> Optional.of(now)) : Optional.empty();
        return new Dispute(
                org, disputeId, paymentId, requestId, place, amount, next, reason, nextDueBy, openedAt, end, version);
    }
}
