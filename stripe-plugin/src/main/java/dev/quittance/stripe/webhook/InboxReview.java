package dev.quittance.stripe.webhook;

import static dev.quittance.stripe.storage.jooq.Tables.WEBHOOK_EVENT;
import static dev.quittance.stripe.storage.jooq.Tables.WEBHOOK_REJECTION;

import dev.quittance.api.identity.OrgId;
import dev.quittance.stripe.storage.Backlog;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.impl.DSL;

/** SQL of the inbox as a person sees it. */
final class InboxReview {
    private final HeardRepository heard = new HeardRepository();

    InboxHealth health(DSLContext sql, OrgId org, String endpointId, Instant dayAgo) {
        Condition here = WEBHOOK_EVENT.ORG_ID.eq(org.value()).and(WEBHOOK_EVENT.ENDPOINT_ID.eq(endpointId));
        Condition lately = here.and(WEBHOOK_EVENT.RECEIVED_AT.ge(dayAgo));
        Record2<Long, Instant> rejected = sql.select(
                        DSL.coalesce(DSL.sum(WEBHOOK_REJECTION.REJECTED), DSL.inline(0))
                                .cast(Long.class),
                        DSL.max(WEBHOOK_REJECTION.LAST_AT))
                .from(WEBHOOK_REJECTION)
                .where(WEBHOOK_REJECTION.ORG_ID.eq(org.value()))
                .and(WEBHOOK_REJECTION.ENDPOINT_ID.eq(endpointId))
                .fetchSingle();
        return new InboxHealth(
                heard.last(sql, org, endpointId),
                lastApplied(sql, here),
                backlog(sql, here.and(WEBHOOK_EVENT.STATE.eq(InboxRepository.RECEIVED))),
                bounded(sql, lately.and(WEBHOOK_EVENT.SOURCE.eq(InboxRepository.SWEEP))),
                bounded(sql, lately.and(WEBHOOK_EVENT.SOURCE.eq(InboxRepository.WEBHOOK))),
                rejected.value1(),
                Optional.ofNullable(rejected.value2()));
    }

    /** Of the event that came last of those that were taken in. */
    private static Optional<Instant> lastApplied(DSLContext sql, Condition here) {
        return sql.select(WEBHOOK_EVENT.FINISHED_AT)
                .from(WEBHOOK_EVENT)
                .where(here)
                .and(WEBHOOK_EVENT.STATE.eq("APPLIED"))
                .orderBy(WEBHOOK_EVENT.RECEIVED_AT.desc())
                .limit(1)
                .fetchOptional(WEBHOOK_EVENT.FINISHED_AT);
    }

    /** Of an organisation's events in one of these states. */
    Backlog backlog(DSLContext sql, OrgId org, String state) {
        return backlog(sql, WEBHOOK_EVENT.ORG_ID.eq(org.value()).and(WEBHOOK_EVENT.STATE.eq(state)));
    }

    boolean hasUntried(DSLContext sql, OrgId org) {
        return sql.fetchExists(sql.selectOne()
                .from(WEBHOOK_EVENT)
                .where(WEBHOOK_EVENT.ORG_ID.eq(org.value()))
                .and(WEBHOOK_EVENT.STATE.eq(InboxRepository.RECEIVED))
                .and(WEBHOOK_EVENT.TRIES.eq(0)));
    }

    private static Backlog backlog(DSLContext sql, Condition which) {
        return Backlog.of(sql.select(WEBHOOK_EVENT.RECEIVED_AT)
                .from(WEBHOOK_EVENT)
                .where(which)
                .orderBy(WEBHOOK_EVENT.RECEIVED_AT)
                .limit(Backlog.READ)
                .fetch(WEBHOOK_EVENT.RECEIVED_AT));
    }

    private static int bounded(DSLContext sql, Condition which) {
        return sql.selectOne()
                .from(WEBHOOK_EVENT)
                .where(which)
                .limit(Backlog.READ)
                .fetch()
                .size();
    }

    List<StuckEvent> listStuck(DSLContext sql, OrgId org, int limit) {
        return sql.select(
                        WEBHOOK_EVENT.ENDPOINT_ID,
                        WEBHOOK_EVENT.STRIPE_EVENT_ID,
                        WEBHOOK_EVENT.TYPE,
                        WEBHOOK_EVENT.STRIPE_OBJECT_ID,
                        WEBHOOK_EVENT.STATE,
                        WEBHOOK_EVENT.REASON,
                        WEBHOOK_EVENT.RECEIVED_AT)
                .from(WEBHOOK_EVENT)
                .where(WEBHOOK_EVENT.ORG_ID.eq(org.value()))
                .and(WEBHOOK_EVENT.STATE.in(InboxRepository.PARKED, InboxRepository.QUARANTINED))
                .orderBy(WEBHOOK_EVENT.RECEIVED_AT.desc(), WEBHOOK_EVENT.STRIPE_EVENT_ID)
                .limit(limit)
                .fetch(row -> new StuckEvent(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5().equals(InboxRepository.PARKED),
                        row.value6(),
                        row.value7()));
    }

    int replay(DSLContext tx, OrgId org, String endpointId, String eventId, Instant now) {
        return tx.update(WEBHOOK_EVENT)
                .set(WEBHOOK_EVENT.STATE, InboxRepository.RECEIVED)
                .set(WEBHOOK_EVENT.TRIES, 0)
                .set(WEBHOOK_EVENT.NEXT_TRY_AT, now)
                .setNull(WEBHOOK_EVENT.FINISHED_AT)
                .set(WEBHOOK_EVENT.VERSION, WEBHOOK_EVENT.VERSION.plus(1))
                .where(WEBHOOK_EVENT.ORG_ID.eq(org.value()))
                .and(WEBHOOK_EVENT.ENDPOINT_ID.eq(endpointId))
                .and(WEBHOOK_EVENT.STRIPE_EVENT_ID.eq(eventId))
                .and(WEBHOOK_EVENT.STATE.in(InboxRepository.PARKED, InboxRepository.QUARANTINED))
                .execute();
    }

    /** Takes a stuck event off the list; why it was stuck stays beside it. */
    int dismiss(DSLContext tx, OrgId org, String endpointId, String eventId, Instant now) {
        return tx.update(WEBHOOK_EVENT)
                .set(WEBHOOK_EVENT.STATE, "IGNORED")
                .set(WEBHOOK_EVENT.FINISHED_AT, now)
                .set(WEBHOOK_EVENT.VERSION, WEBHOOK_EVENT.VERSION.plus(1))
                .where(WEBHOOK_EVENT.ORG_ID.eq(org.value()))
                .and(WEBHOOK_EVENT.ENDPOINT_ID.eq(endpointId))
                .and(WEBHOOK_EVENT.STRIPE_EVENT_ID.eq(eventId))
                .and(WEBHOOK_EVENT.STATE.in(InboxRepository.PARKED, InboxRepository.QUARANTINED))
                .execute();
    }

    /** When Stripe told us of an object, if it did. */
    Optional<Instant> toldAbout(DSLContext sql, OrgId org, String objectId) {
        return sql.select(DSL.min(WEBHOOK_EVENT.RECEIVED_AT))
                .from(WEBHOOK_EVENT)
                .where(WEBHOOK_EVENT.ORG_ID.eq(org.value()))
                .and(WEBHOOK_EVENT.STRIPE_OBJECT_ID.eq(objectId))
                .and(WEBHOOK_EVENT.SOURCE.eq(InboxRepository.WEBHOOK))
                .fetchOptional(0, Instant.class);
    }
}
