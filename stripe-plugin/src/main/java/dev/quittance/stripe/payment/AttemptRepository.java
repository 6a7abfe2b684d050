package dev.quittance.stripe.payment;

import static dev.quittance.stripe.storage.jooq.Tables.ATTEMPT;

import dev.quittance.api.host.Sealed;
import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import dev.quittance.stripe.storage.jooq.tables.records.AttemptRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The SQL of attempts. */
final class AttemptRepository {
    void add(DSLContext tx, Attempt attempt) {
        AttemptRecord row = tx.newRecord(ATTEMPT);
        row.setOrgId(attempt.org().value());
        row.setAttemptId(attempt.attemptId());
        row.setRequestId(attempt.requestId());
        row.setLiveRequestId(attempt.state().isLive() ? attempt.requestId() : null);
        row.setOperationId(attempt.operationId());
        row.setConnectionId(attempt.place().connectionId());
        row.setStripeAccountId(attempt.place().stripeAccountId());
        row.setLivemode(attempt.place().livemode());
        row.setAmountMinor(attempt.amount().minor());
        row.setCurrency(attempt.amount().currency());
        row.setState(attempt.state().name());
        row.setNextCheckAt(attempt.nextCheckAt().orElse(null));
        row.setCreatedAt(attempt.createdAt());
        row.setVersion(attempt.version());
        tx.insertInto(ATTEMPT).set(row).execute();
    }

    /** Stores what may change; refuses if somebody else has stored since it was read. The caller holds the request's lock. */
    void save(DSLContext tx, Attempt attempt, Instant checkedAt) {
        Optional<HostedSession> session = attempt.session();
        int rows = tx.update(ATTEMPT)
                .set(ATTEMPT.STATE, attempt.state().name())
                .set(ATTEMPT.LIVE_REQUEST_ID, claimsRequest(tx, attempt) ? attempt.requestId() : null)
                .set(ATTEMPT.STRIPE_CHECKOUT_SESSION_ID, attempt.sessionId().orElse(null))
                .set(
                        ATTEMPT.SESSION_URL_SEALED,
                        session.flatMap(HostedSession::sealedUrl)
                                .map(Sealed::bytes)
                                .orElse(null))
                .set(
                        ATTEMPT.SESSION_EXPIRES_AT,
                        session.flatMap(HostedSession::expiresAt).orElse(null))
                .set(ATTEMPT.STRIPE_PAYMENT_INTENT_ID, attempt.intentId().orElse(null))
                .set(ATTEMPT.LAST_DECLINE, attempt.lastDecline().code())
                .set(ATTEMPT.LAST_DECLINE_CHARGE_ID, attempt.lastDecline().chargeId())
                .set(ATTEMPT.NEXT_CHECK_AT, attempt.nextCheckAt().orElse(null))
                .set(ATTEMPT.CHECKED_AT, checkedAt)
                .set(ATTEMPT.VERSION, attempt.version() + 1)
                .where(is(attempt.org(), attempt.attemptId()).and(ATTEMPT.VERSION.eq(attempt.version())))
                .execute();
        if (rows != 1) {
            throw new IllegalStateException("attempt " + attempt.attemptId() + " was changed by somebody else");
        }
    }

    /** Late news may make an ended attempt live again while another one is: then the other one keeps the place. */
    private static boolean claimsRequest(DSLContext tx, Attempt attempt) {
        return attempt.state().isLive()
                && !tx.fetchExists(
                        ATTEMPT,
                        ATTEMPT.ORG_ID
                                .eq(attempt.org().value())
                                .and(ATTEMPT.LIVE_REQUEST_ID.eq(attempt.requestId()))
                                .and(ATTEMPT.ATTEMPT_ID.ne(attempt.attemptId())));
    }

    /** Puts the next reading off, without a word on what it would have said. */
    void postpone(DSLContext db, OrgId org, UUID attemptId, Instant nextCheckAt) {
        db.update(ATTEMPT)
                .set(ATTEMPT.NEXT_CHECK_AT, nextCheckAt)
                .where(is(org, attemptId).and(ATTEMPT.NEXT_CHECK_AT.isNotNull()))
                .execute();
    }

    Optional<Attempt> find(DSLContext db, OrgId org, UUID attemptId) {
        return db.selectFrom(ATTEMPT).where(is(org, attemptId)).fetchOptional(AttemptRepository::read);
    }

    Optional<Attempt> findLive(DSLContext db, OrgId org, UUID requestId) {
        return db.selectFrom(ATTEMPT)
                .where(ATTEMPT.ORG_ID.eq(org.value()).and(ATTEMPT.LIVE_REQUEST_ID.eq(requestId)))
                .fetchOptional(AttemptRepository::read);
    }

    Optional<Attempt> findBySession(DSLContext db, OrgId org, String sessionId) {
        return db.selectFrom(ATTEMPT)
                .where(ATTEMPT.ORG_ID.eq(org.value()).and(ATTEMPT.STRIPE_CHECKOUT_SESSION_ID.eq(sessionId)))
                .fetchOptional(AttemptRepository::read);
    }

    /** Oldest first. */
    List<Attempt> list(DSLContext db, OrgId org, Collection<UUID> requestIds) {
        return db.selectFrom(ATTEMPT)
                .where(ATTEMPT.ORG_ID.eq(org.value()).and(ATTEMPT.REQUEST_ID.in(requestIds)))
                .orderBy(ATTEMPT.ATTEMPT_ID)
                .fetch(AttemptRepository::read);
    }

    /** Those of all organisations that are to be read again by now, longest due first. */
    List<Attempt> listDue(DSLContext db, Instant now, int limit) {
        return db.selectFrom(ATTEMPT)
                .where(ATTEMPT.NEXT_CHECK_AT.le(now))
                .orderBy(ATTEMPT.NEXT_CHECK_AT, ATTEMPT.ATTEMPT_ID)
                .limit(limit)
                .fetch(AttemptRepository::read);
    }

    /** Those of all organisations whose session is open, the oldest first. */
    List<Attempt> listOpen(DSLContext db, int limit) {
        return db.selectFrom(ATTEMPT)
                .where(ATTEMPT.STATE.eq(AttemptState.OPEN.name()))
                .orderBy(ATTEMPT.CREATED_AT, ATTEMPT.ATTEMPT_ID)
                .limit(limit)
                .fetch(AttemptRepository::read);
    }

    private static Condition is(OrgId org, UUID attemptId) {
        return ATTEMPT.ORG_ID.eq(org.value()).and(ATTEMPT.ATTEMPT_ID.eq(attemptId));
    }

    private static Attempt read(AttemptRecord row) {
        Optional<HostedSession> session = Optional.ofNullable(row.getStripeCheckoutSessionId())
                .map(id -> new HostedSession(
                        id,
                        Optional.ofNullable(row.getSessionUrlSealed()).map(Sealed::new),
                        Optional.ofNullable(row.getSessionExpiresAt())));
        return new Attempt(
                new OrgId(row.getOrgId()),
                row.getAttemptId(),
                row.getRequestId(),
                row.getOperationId(),
                new StripePlace(row.getConnectionId(), row.getStripeAccountId(), row.getLivemode()),
                Money.of(row.getAmountMinor(), row.getCurrency()),
                AttemptState.valueOf(row.getState()),
                session,
                Optional.ofNullable(row.getStripePaymentIntentId()),
                new Decline(orEmpty(row.getLastDecline()), orEmpty(row.getLastDeclineChargeId())),
                Optional.ofNullable(row.getNextCheckAt()),
                row.getCreatedAt(),
                row.getVersion());
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
