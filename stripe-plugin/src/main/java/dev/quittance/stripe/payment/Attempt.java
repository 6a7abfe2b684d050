package dev.quittance.stripe.payment;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One way to pay a request: one hosted session. Immutable.
 *
 * @param org whose customer
 * @param attemptId its id, also in Stripe's metadata
 * @param requestId the request
 * @param operationId the call that makes the session
 * @param place where at Stripe
 * @param amount what the session asks for
 * @param state where it stands
 * @param session the session, once it is known
 * @param intentId the PaymentIntent, once there is one
 * @param lastDecline the latest refusal by a bank
 * @param nextCheckAt when it is read again at Stripe, UTC; empty once it is final
 * @param createdAt when, UTC
 * @param version counts its changes
 */
public record Attempt(
        OrgId org,
        UUID attemptId,
        UUID requestId,
        UUID operationId,
        StripePlace place,
        Money amount,
        AttemptState state,
        Optional<HostedSession> session,
        Optional<String> intentId,
        Decline lastDecline,
        Optional<Instant> nextCheckAt,
        Instant createdAt,
        long version) {
    /** The id of its session, once it is known. */
    public Optional<String> sessionId() {
        return session.map(HostedSession::sessionId);
    }

    /** The same attempt in another state; an end is not checked again and leads nowhere. */
    Attempt in(AttemptState next) {
        return copy(next, session, intentId, lastDecline, next.isLive() ? nextCheckAt : Optional.empty());
    }

    /** The same attempt with what Stripe says of its session. */
    Attempt with(HostedSession newSession, Optional<String> newIntentId) {
        return copy(state, Optional.of(newSession), newIntentId.or(() -> intentId), lastDecline, nextCheckAt);
    }

    /** The same attempt, refused by a bank. */
    Attempt declined(Decline decline) {
        return copy(state, session, intentId, decline, nextCheckAt);
    }

    /** The same attempt, to be read again at this moment. */
    Attempt checkedNext(Instant moment) {
        return copy(state, session, intentId, lastDecline, Optional.of(moment));
    }

    private Attempt copy(
            AttemptState newState,
            Optional<HostedSession> newSession,
            Optional<String> newIntentId,
            Decline newDecline,
            Optional<Instant> newNextCheckAt) {
        return new Attempt(
                org,
                attemptId,
                requestId,
                operationId,
                place,
                amount,
                newState,
                newSession,
                newIntentId,
                newDecline,
                newNextCheckAt,
                createdAt,
                version);
    }
}
