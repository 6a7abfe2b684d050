package dev.quittance.stripe.outbox;

import static dev.quittance.stripe.storage.jooq.Tables.OUTBOX;

import dev.quittance.api.PluginContext;
import dev.quittance.api.identity.OrgId;
import dev.quittance.stripe.audit.Audit;
import dev.quittance.stripe.storage.Database;
import dev.quittance.stripe.storage.jooq.tables.records.OutboxRecord;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** What could not leave, as a person sees it, and what they can do about it. Thread-safe. */
public final class DeadLetters {
    /** As many as a person looks at. */
    private static final int MOST = 50;

    /** As much of a reason as is kept. */
    public static final int LONGEST_REASON = 500;

    private static final String FAILED = OutboxOutcome.Kind.FAILED.name();
    static final String GIVEN_UP = "GIVEN_UP";

    private final PluginContext context;
    private final Database database;
    private final Outbox outbox;
    private final Audit audit;

    /** Those of this outbox. */
    public DeadLetters(PluginContext context, Database database, Outbox outbox) {
        this.context = context;
        this.database = database;
        this.outbox = outbox;
        this.audit = new Audit(context);
    }

    /** Those that nobody has decided yet, the oldest first, at most 50. */
    public List<DeadLetter> list(OrgId org) {
        return database.read(db -> db.selectFrom(OUTBOX)
                .where(OUTBOX.ORG_ID.eq(org.value()))
                .and(OUTBOX.STATE.eq(FAILED))
                .orderBy(OUTBOX.CREATED_AT, OUTBOX.OUTBOX_ID)
                .limit(MOST)
                .fetch(DeadLetters::read));
    }

    /**
     * Has one tried again, with all its tries and under the same key: whoever has got it already takes it once. It goes after what is
     * waiting about the same thing. Safe to repeat.
     *
     * @param by the user's id
     * @return whether it was waiting for a person
     */
    public boolean sendAgain(OrgId org, UUID outboxId, String by) {
        Instant now = context.clock().instant();
        boolean again = database.transaction(tx -> noted(
                tx,
                org,
                new Audit.Deed("sent_again", by, "effect/" + outboxId, ""),
                tx.update(OUTBOX)
                        .set(OUTBOX.STATE, "DUE")
                        .set(OUTBOX.TRIES, 0)
                        .set(OUTBOX.DUE_AT, now)
                        .setNull(OUTBOX.FINISHED_AT)
                        // Whoever sends it by hand knows whether the customer has heard of it.
                        .setNull(OUTBOX.HAPPENED_AT)
                        .set(OUTBOX.VERSION, OUTBOX.VERSION.plus(1))
                        .where(isDead(org, outboxId))
                        .execute()));
        if (again) {
            outbox.nudge();
        }
        return again;
    }

    /**
     * Gives one up for good. Safe to repeat.
     *
     * @param reason as the person typed it; not empty, at most {@link #LONGEST_REASON} characters
     * @param by the user's id
     * @return whether it was waiting for a person
     */
    public boolean giveUp(OrgId org, UUID outboxId, String reason, String by) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("a reason of " + reason.length() + " characters");
        }
        Instant now = context.clock().instant();
        return database.transaction(tx -> noted(
                tx,
                org,
                new Audit.Deed("given_up", by, "effect/" + outboxId, ""),
                tx.update(OUTBOX)
                        .set(OUTBOX.STATE, GIVEN_UP)
                        .set(OUTBOX.SETTLED_AT, now)
                        .set(OUTBOX.SETTLED_BY, by)
                        .set(OUTBOX.SETTLED_REASON, reason)
                        .set(OUTBOX.VERSION, OUTBOX.VERSION.plus(1))
                        .where(isDead(org, outboxId))
                        .execute()));
    }

    private boolean noted(DSLContext tx, OrgId org, Audit.Deed deed, int rows) {
        if (rows == 1) {
            audit.add(tx, org, deed);
        }
        return rows == 1;
    }

    private static Condition isDead(OrgId org, UUID outboxId) {
        return OUTBOX.ORG_ID.eq(org.value()).and(OUTBOX.OUTBOX_ID.eq(outboxId)).and(OUTBOX.STATE.eq(FAILED));
    }

    private static DeadLetter read(OutboxRecord row) {
        Instant failedAt = Objects.requireNonNullElse(row.getFinishedAt(), row.getCreatedAt());
        return new DeadLetter(
                row.getOutboxId(), row.getKind(), row.getLastError(), row.getTries(), row.getCreatedAt(), failedAt);
    }
}
