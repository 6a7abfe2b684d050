package dev.quittance.stripe.outbox;

import static dev.quittance.stripe.storage.jooq.Tables.OUTBOX;

import dev.quittance.api.identity.OrgId;
import dev.quittance.stripe.storage.Backlog;
import dev.quittance.stripe.storage.jooq.tables.records.OutboxRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** SQL of the outbox. */
final class OutboxRepository {
    /** As much of an error as a person reads. */
    private static final int MAX_ERROR = 500;

    private static final dev.quittance.stripe.storage.jooq.tables.Outbox EARLIER = OUTBOX.as("earlier");

    /** A claimed row: only whoever claimed this version may mark it. */
    record Claim(OutboxRow row, long version) {}

    boolean addIfNew(DSLContext tx, UUID outboxId, OutboxEntry entry, Instant now) {
        OutboxRecord row = new OutboxRecord();
        row.setOrgId(entry.org().value());
        row.setOutboxId(outboxId);
        row.setDedupeKey(entry.dedupeKey());
        row.setKind(entry.kind());
        row.setSubjectId(entry.subjectId());
        row.setDetail(entry.detail());
        row.setState("DUE");
        row.setTries(0);
        row.setDueAt(entry.dueAt());
        row.setHappenedAt(entry.happenedAt().orElse(null));
        row.setLastError("");
        row.setCreatedAt(now);
        row.setVersion(1L);
        return tx.insertInto(OUTBOX)
                        .set(row)
                        .onConflict(OUTBOX.ORG_ID, OUTBOX.DEDUPE_KEY)
                        .doNothing()
                        .execute()
                == 1;
    }

    /**
     * Takes the row that is due longest, unless another node is at it, and puts its next try off for as long as it is held. Of one kind
     * about one thing the one that was decided first goes first, and the next only once it has left or was given up; what is meant for a
     * later day takes its place then.
     *
     * @param waiting which rows wait for an admin
     */
    Optional<Claim> claim(DSLContext tx, Instant now, Instant heldUntil, Condition waiting) {
        Optional<OutboxRecord> found = tx.selectFrom(OUTBOX)
                .where(OUTBOX.DUE_AT.le(now))
                .andNot(waiting)
                .andNotExists(DSL.selectOne()
                        .from(EARLIER)
                        .where(EARLIER.ORG_ID.eq(OUTBOX.ORG_ID))
                        .and(EARLIER.SUBJECT_ID.eq(OUTBOX.SUBJECT_ID))
                        .and(EARLIER.KIND.eq(OUTBOX.KIND))
                        .and(EARLIER.OUTBOX_ID.lt(OUTBOX.OUTBOX_ID))
                        // One that is meant for a later day keeps nobody waiting; one that is tried again does.
                        .and(EARLIER.DUE_AT
                                .le(now)
                                .or(EARLIER.DUE_AT.isNotNull().and(EARLIER.TRIES.gt(0)))))
                .orderBy(OUTBOX.DUE_AT, OUTBOX.ORG_ID, OUTBOX.OUTBOX_ID)
                .limit(1)
                .forUpdate()
                .skipLocked()
                .fetchOptional();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        OutboxRecord row = found.get();
        row.setTries(row.getTries() + 1);
        row.setDueAt(heldUntil);
        row.setVersion(row.getVersion() + 1);
        stored(row.update());
        return Optional.of(new Claim(read(row), row.getVersion()));
    }

    /** Those of an organisation of these kinds that have not left, in order. */
    List<OutboxRow> listDue(DSLContext db, OrgId org, Collection<String> kinds) {
        return db.selectFrom(OUTBOX)
                .where(OUTBOX.ORG_ID.eq(org.value()))
                .and(OUTBOX.DUE_AT.isNotNull())
                .and(OUTBOX.KIND.in(kinds))
                .orderBy(OUTBOX.OUTBOX_ID)
                .fetch(OutboxRepository::read);
    }

    int countDue(DSLContext db, OrgId org, Collection<String> kinds) {
        return db.select(OUTBOX.OUTBOX_ID)
                .from(OUTBOX)
                .where(OUTBOX.ORG_ID.eq(org.value()))
                .and(OUTBOX.DUE_AT.isNotNull())
                .and(OUTBOX.KIND.in(kinds))
                .limit(Backlog.READ)
                .fetch()
                .size();
    }

    /** Gives one up that has not left; false if it has by now. */
    boolean giveUp(DSLContext tx, OutboxRow row, String by, String reason, Instant now) {
        return tx.update(OUTBOX)
                        .set(OUTBOX.STATE, DeadLetters.GIVEN_UP)
                        .setNull(OUTBOX.DUE_AT)
                        .set(OUTBOX.LAST_ERROR, reason)
                        .set(OUTBOX.FINISHED_AT, now)
                        .set(OUTBOX.SETTLED_AT, now)
                        .set(OUTBOX.SETTLED_BY, by)
                        .set(OUTBOX.SETTLED_REASON, reason)
                        .set(OUTBOX.VERSION, OUTBOX.VERSION.plus(1))
                        .where(OUTBOX.ORG_ID.eq(row.org().value()))
                        .and(OUTBOX.OUTBOX_ID.eq(row.outboxId()))
                        .and(OUTBOX.DUE_AT.isNotNull())
                        .execute()
                == 1;
    }

    /** Marks a claimed row final; false if somebody else has claimed it since. */
    boolean finish(DSLContext tx, Claim claim, OutboxOutcome outcome, Instant now) {
        return tx.update(OUTBOX)
                        .set(OUTBOX.STATE, outcome.kind().name())
                        .setNull(OUTBOX.DUE_AT)
                        .set(OUTBOX.LAST_ERROR, shortened(outcome.reason()))
                        .set(OUTBOX.FINISHED_AT, now)
                        .set(OUTBOX.VERSION, claim.version() + 1)
                        .where(OUTBOX.ORG_ID.eq(claim.row().org().value()))
                        .and(OUTBOX.OUTBOX_ID.eq(claim.row().outboxId()))
                        .and(OUTBOX.VERSION.eq(claim.version()))
                        .execute()
                == 1;
    }

    /** Puts a claimed row off; nothing if somebody else has claimed it since. */
    boolean putOff(DSLContext tx, Claim claim, int tries, String reason, Instant dueAt) {
        return tx.update(OUTBOX)
                        .set(OUTBOX.TRIES, tries)
                        .set(OUTBOX.DUE_AT, dueAt)
                        .set(OUTBOX.LAST_ERROR, shortened(reason))
                        .set(OUTBOX.VERSION, claim.version() + 1)
                        .where(OUTBOX.ORG_ID.eq(claim.row().org().value()))
                        .and(OUTBOX.OUTBOX_ID.eq(claim.row().outboxId()))
                        .and(OUTBOX.VERSION.eq(claim.version()))
                        .execute()
                == 1;
    }

    /** Those of a kind about any of these that are not final yet, in the order in which they were decided. */
    List<OutboxRow> listDue(DSLContext db, OrgId org, String kind, Collection<UUID> subjectIds) {
        return db.selectFrom(OUTBOX)
                .where(OUTBOX.DUE_AT.isNotNull())
                .and(OUTBOX.ORG_ID.eq(org.value()))
                .and(OUTBOX.KIND.eq(kind))
                .and(OUTBOX.SUBJECT_ID.in(subjectIds))
                .orderBy(OUTBOX.OUTBOX_ID)
                .fetch(OutboxRepository::read);
    }

    boolean isDue(DSLContext db, OrgId org, String dedupeKey) {
        return db.fetchExists(db.selectOne()
                .from(OUTBOX)
                .where(OUTBOX.ORG_ID.eq(org.value()))
                .and(OUTBOX.DEDUPE_KEY.eq(dedupeKey))
                .and(OUTBOX.DUE_AT.isNotNull()));
    }

    /** Those of an organisation in a state, by when they were decided. */
    Backlog backlog(DSLContext db, OrgId org, String state) {
        return Backlog.of(db.select(OUTBOX.CREATED_AT)
                .from(OUTBOX)
                .where(OUTBOX.ORG_ID.eq(org.value()))
                .and(OUTBOX.STATE.eq(state))
                .orderBy(OUTBOX.CREATED_AT)
                .limit(Backlog.READ)
                .fetch(OUTBOX.CREATED_AT));
    }

    private static OutboxRow read(OutboxRecord row) {
        return new OutboxRow(
                new OrgId(row.getOrgId()),
                row.getOutboxId(),
                row.getDedupeKey(),
                row.getKind(),
                row.getSubjectId(),
                row.getDetail(),
                row.getTries(),
                row.getCreatedAt(),
                Optional.ofNullable(row.getHappenedAt()));
    }

    private static void stored(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("a locked row changed meanwhile");
        }
    }

    private static String shortened(String text) {
        return text.length() <= MAX_ERROR ? text : text.substring(0, MAX_ERROR);
    }
}
