package dev.quittance.stripe.operation;

import dev.quittance.api.identity.OrgId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One mutating call to Stripe, without its bytes. Immutable and thread-safe.
 *
 * @param org whose call
 * @param operationId names it; its idempotency key is made of it
 * @param kind what it does, for example {@code create_checkout_session}
 * @param connectionId the connection whose key is used
 * @param stripeAccountId {@code acct_…}
 * @param livemode whether real money moves
 * @param path Stripe's path, for example {@code /v1/checkout/sessions}
 * @param subjectId what it is for: the attempt, the endpoint's connection
 * @param state where it stands
 * @param tries how often it was sent
 * @param firstSentAt when it was first sent so that Stripe may have seen it, UTC; empty while for certain it has not
 * @param lastSentAt when it was last sent, UTC
 * @param httpStatus of the last answer, 0 for none
 * @param errorCode Stripe's code or our word for what went wrong; empty if nothing did
 * @param stripeObjectId what it made; empty if nothing or unknown
 * @param version rises with each change
 */
public record Operation(
        OrgId org,
        UUID operationId,
        String kind,
        UUID connectionId,
        String stripeAccountId,
        boolean livemode,
        String path,
        UUID subjectId,
        OperationState state,
        int tries,
        Optional<Instant> firstSentAt,
        Optional<Instant> lastSentAt,
        int httpStatus,
        String errorCode,
        String stripeObjectId,
        long version) {
    /** The key that makes sending it again safe. The same for its whole life. */
    public String idempotencyKey() {
        return keyOf(operationId);
    }

    static String keyOf(UUID operationId) {
        return "q1_" + operationId;
    }
}
