package dev.quittance.stripe.webhook;

import static dev.quittance.stripe.storage.jooq.Tables.WEBHOOK_ENDPOINT;
import static dev.quittance.stripe.storage.jooq.Tables.WEBHOOK_EVENT;
import static dev.quittance.stripe.storage.jooq.Tables.WEBHOOK_REJECTION;
import static dev.quittance.stripe.storage.jooq.Tables.WEBHOOK_TURN;

import dev.quittance.api.host.Sealed;
import dev.quittance.api.identity.OrgId;
import dev.quittance.stripe.storage.jooq.tables.records.WebhookEndpointRecord;
import dev.quittance.stripe.storage.jooq.tables.records.WebhookEventRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** SQL of the endpoints, as far as intake reads them, and of the inbox. */
final class InboxRepository {
    /** Stripe told us. */
    static final String WEBHOOK = "WEBHOOK";

    /** We found it by looking. */
    static final String SWEEP = "SWEEP";

    static final String RECEIVED = "RECEIVED";
    static final String QUARANTINED = "QUARANTINED";
    static final String PARKED = "PARKED";

    /** As much of a reason as a person reads. */
    private static final int MAX_REASON = 500;

    /** A claimed event: only whoever claimed this version may mark it. */
    record Claim(WebhookEvent event, Sealed body, UUID holder, long version) {}

    /**
     * What a look for work came to.
     *
     * @param isMore whether looking again may find some
     */
    record Claimed(boolean isMore, List<Claim> claims) {}

    /** For how long events are held: whoever holds them longer has crashed. */
    record Held(Instant from, Instant until) {}

    private final InboxTurns turns = new InboxTurns();

    Optional<Endpoint> findEndpoint(DSLContext sql, String endpointId, Instant now) {
        return sql.selectFrom(WEBHOOK_ENDPOINT)
                .where(WEBHOOK_ENDPOINT.ENDPOINT_ID.eq(endpointId))
                .fetchOptional(row -> endpoint(row, now));
    }

    /** Stores those that are new, to be worked off at once, or for a person to look at if there is a reason. */
    void addNew(DSLContext tx, List<Arrival> arrivals) {
        tx.connection(connection -> NewEvents.add(connection, arrivals));
    }

    /**
     * Takes the events that wait longest, of each object one and of no object that another node is at, and puts their next try off
     * for as long as they are held.
     */
    Claimed claim(DSLContext tx, UUID holder, Held held, int most) {
        Result<WebhookEventRecord> due = tx.selectFrom(WEBHOOK_EVENT)
                .where(WEBHOOK_EVENT.NEXT_TRY_AT.le(held.from()))
                .andNotExists(DSL.selectOne()
                        .from(WEBHOOK_TURN)
                        .where(WEBHOOK_TURN.ORG_ID.eq(WEBHOOK_EVENT.ORG_ID))
                        .and(WEBHOOK_TURN.STRIPE_OBJECT_ID.eq(WEBHOOK_EVENT.STRIPE_OBJECT_ID))
                        .and(WEBHOOK_TURN.HELD_UNTIL.gt(held.from())))
                .orderBy(WEBHOOK_EVENT.NEXT_TRY_AT, WEBHOOK_EVENT.ORG_ID, WEBHOOK_EVENT.STRIPE_EVENT_ID)
                .limit(most)
                .forUpdate()
                .skipLocked()
                .fetch();
        List<WebhookEventRecord> taken = turns.take(tx, due, holder, held);
        for (WebhookEventRecord row : taken) {
            row.setTries(row.getTries() + 1);
            row.setNextTryAt(held.until());
            row.setVersion(row.getVersion() + 1);
        }
        for (int changed : tx.batchUpdate(taken).execute()) {
            if (changed != 1) {
                throw new IllegalStateException("a locked row changed meanwhile");
            }
        }
        return new Claimed(
                !due.isEmpty(),
                taken.stream()
                        .map(row -> new Claim(event(row), new Sealed(row.getBodySealed()), holder, row.getVersion()))
                        .toList());
    }

    /** Gives events back that nobody has looked into, as if they had not been taken. */
    void giveBack(DSLContext tx, List<Claim> claims, Instant now) {
        List<Claim> given = claims.stream()
                .filter(claim ->
                        mark(tx, claim, new Mark(RECEIVED, "", claim.event().tries() - 1, now, now)))
                .toList();
        turns.giveUp(tx, given);
    }

    /** Lets others at the objects again; nothing where somebody else has taken one over. */
    void giveUpTurns(DSLContext tx, List<Claim> claims) {
        turns.giveUp(tx, claims);
    }

    /** Adds to the sums of what was not believed. */
    void addRejections(DSLContext tx, List<Rejections.Counted> all) {
        for (Rejections.Counted one : all) {
            int rows = tx.insertInto(WEBHOOK_REJECTION)
                    .set(WEBHOOK_REJECTION.ORG_ID, one.key().org().value())
                    .set(WEBHOOK_REJECTION.ENDPOINT_ID, one.key().endpointId())
                    .set(WEBHOOK_REJECTION.REASON, one.key().reason())
                    .set(WEBHOOK_REJECTION.REJECTED, one.sum().rejected())
                    .set(WEBHOOK_REJECTION.LAST_AT, one.sum().lastAt())
                    .onConflict(WEBHOOK_REJECTION.ORG_ID, WEBHOOK_REJECTION.ENDPOINT_ID, WEBHOOK_REJECTION.REASON)
                    .doUpdate()
                    .set(
                            WEBHOOK_REJECTION.REJECTED,
                            WEBHOOK_REJECTION.REJECTED.plus(one.sum().rejected()))
                    .set(WEBHOOK_REJECTION.LAST_AT, one.sum().lastAt())
                    .execute();
            assert rows == 1;
        }
    }

    /** Marks a claimed event; false if somebody else has claimed it since. */
    boolean mark(DSLContext tx, Claim claim, Mark mark) {
        String state = mark.state();
        String reason = mark.reason();
        Instant nextTryAt = mark.nextTryAt();
        WebhookEventRecord change = new WebhookEventRecord();
        change.setState(state);
        change.setReason(reason.length() <= MAX_REASON ? reason : reason.substring(0, MAX_REASON));
        change.setNextTryAt(nextTryAt);
        change.setFinishedAt(nextTryAt == null ? mark.at() : null);
        change.setVersion(claim.version() + 1);
        change.setTries(mark.tries());
        if (state.equals("IGNORED")) {
            // Somebody else's business: that it came is enough to know.
            change.setBodySealed(new byte[0]);
        }
        return tx.update(WEBHOOK_EVENT)
                        .set(change)
                        .where(WEBHOOK_EVENT.ORG_ID.eq(claim.event().org().value()))
                        .and(WEBHOOK_EVENT.ENDPOINT_ID.eq(claim.event().endpointId()))
                        .and(WEBHOOK_EVENT.STRIPE_EVENT_ID.eq(claim.event().eventId()))
                        .and(WEBHOOK_EVENT.VERSION.eq(claim.version()))
                        .execute()
                == 1;
    }

    private static Endpoint endpoint(WebhookEndpointRecord row, Instant now) {
        List<Sealed> secrets = new ArrayList<>();
        byte[] secret = row.getSecretSealed();
        if (secret != null) {
            secrets.add(new Sealed(secret));
        }
        byte[] previous = row.getPreviousSecretSealed();
        Instant until = row.getPreviousUntil();
        if (previous != null && until != null && now.isBefore(until)) {
            secrets.add(new Sealed(previous));
        }
        return new Endpoint(
                new OrgId(row.getOrgId()), row.getEndpointId(), row.getStripeAccountId(), row.getLivemode(), secrets);
    }

    private static WebhookEvent event(WebhookEventRecord row) {
        return new WebhookEvent(
                new OrgId(row.getOrgId()),
                row.getEndpointId(),
                row.getStripeEventId(),
                row.getType(),
                row.getStripeObjectId(),
                row.getStripeAccountId(),
                row.getLivemode(),
                row.getReceivedAt(),
                row.getTries());
    }

    /** An event as it came: for which endpoint, its sealed bytes, and why it is set aside, if it is. */
    record Arrival(Endpoint endpoint, Envelope envelope, Sealed body, String quarantine, String source, Instant at) {}

    /** Where an event stands after a try, and when it is tried again, if it is. */
    record Mark(
            String state,
            String reason,
            int tries,
            @Nullable Instant nextTryAt,
            Instant at) {}
}
