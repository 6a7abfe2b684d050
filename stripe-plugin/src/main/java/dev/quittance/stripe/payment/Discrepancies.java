package dev.quittance.stripe.payment;

import static dev.quittance.stripe.storage.jooq.Tables.DISCREPANCY;

import dev.quittance.api.PluginContext;
import dev.quittance.api.identity.OrgId;
import dev.quittance.stripe.audit.Audit;
import dev.quittance.stripe.outbox.Outbox;
import dev.quittance.stripe.outbox.OutboxEntry;
import dev.quittance.stripe.request.TimelineEntry;
import dev.quittance.stripe.storage.Backlog;
import dev.quittance.stripe.storage.Database;
import dev.quittance.stripe.storage.jooq.tables.records.DiscrepancyRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * Where Stripe and we disagree: noted once and told to an admin, until a person attaches or ignores it. Nothing is booked by
 * noting. Thread-safe.
 */
public final class Discrepancies {
    /** The outbox kind of what an admin is told; its subject is the discrepancy, its detail the kind. */
    public static final String NOTICE_KIND = "discrepancy_notice";

    static final String ATTACHED = "attached";
    private static final String IGNORED = "ignored";
    private static final String AGREES = "agrees";
    private static final String OPEN = "OPEN";
    private static final int MOST = 50;

    private final PluginContext context;
    private final Database database;
    private final Outbox outbox;
    private final Audit audit;

    Discrepancies(PluginContext context, Database database, Outbox outbox) {
        this.context = context;
        this.database = database;
        this.outbox = outbox;
        this.audit = new Audit(context);
    }

    /** Notes a difference about an object of Stripe's; false if just that was noted before. */
    boolean addIfNew(DSLContext tx, OrgId org, String stripeObjectId, Optional<UUID> requestId, Difference difference) {
        UUID id = context.ids().next();
        Instant now = context.clock().instant();
        boolean isNew = tx.insertInto(DISCREPANCY)
                        .set(DISCREPANCY.ORG_ID, org.value())
                        .set(DISCREPANCY.DISCREPANCY_ID, id)
                        .set(DISCREPANCY.DISCREPANCY_KEY, difference.kind() + "/" + stripeObjectId)
                        .set(DISCREPANCY.KIND, difference.kind())
                        .set(DISCREPANCY.STRIPE_OBJECT_ID, stripeObjectId)
                        .set(DISCREPANCY.REQUEST_ID, requestId.orElse(null))
                        .set(DISCREPANCY.DETAIL, difference.detail())
                        .set(DISCREPANCY.STATE, OPEN)
                        .set(DISCREPANCY.FOUND_AT, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
        return isNew
                && outbox.addIfNew(
                        tx, new OutboxEntry(org, NOTICE_KIND + "/" + id, NOTICE_KIND, id, difference.kind(), now));
    }

    /**
     * Notes in the caller's transaction that a row of Stripe's balance and the ledger disagree. The caller calls {@link #tell} after
     * its commit. Safe to repeat.
     *
     * @param kind one of those of {@link Discrepancy} that begin with {@code ledger_}
     * @param detail both sides, for staff
     */
    public boolean noteInLedger(DSLContext tx, OrgId org, String stripeObjectId, String kind, String detail) {
        return addIfNew(tx, org, stripeObjectId, Optional.empty(), new Difference(kind, detail));
    }

    /** Notes in the caller's transaction that the ledger and a row of Stripe's agree by now, whatever differed. Safe to repeat. */
    public int settleInLedger(DSLContext tx, OrgId org, String stripeObjectId) {
        return tx.update(DISCREPANCY)
                .set(DISCREPANCY.STATE, "RESOLVED")
                .set(DISCREPANCY.RESOLUTION, AGREES)
                .set(DISCREPANCY.RESOLVED_BY, TimelineEntry.SYSTEM)
                .set(DISCREPANCY.RESOLVED_AT, context.clock().instant())
                .where(DISCREPANCY.ORG_ID.eq(org.value()))
                .and(DISCREPANCY.STRIPE_OBJECT_ID.eq(stripeObjectId))
                .and(DISCREPANCY.KIND.startsWith(Discrepancy.IN_LEDGER))
                .and(DISCREPANCY.STATE.eq(OPEN))
                .execute();
    }

    /** Tells an admin once of each that is open since before a moment, in a transaction of its own. */
    public void remind(OrgId org, Instant openSince) {
        Instant now = context.clock().instant();
        int reminded = database.transaction(tx -> {
            List<Discrepancy> old = tx.selectFrom(DISCREPANCY)
                    .where(DISCREPANCY.ORG_ID.eq(org.value()))
                    .and(DISCREPANCY.STATE.eq(OPEN))
                    .and(DISCREPANCY.FOUND_AT.lt(openSince))
                    .and(DISCREPANCY.REMINDED_AT.isNull())
                    .orderBy(DISCREPANCY.DISCREPANCY_ID)
                    .limit(MOST)
                    .fetch(Discrepancies::read);
            for (Discrepancy one : old) {
                remind(tx, org, one, now);
            }
            return old.size();
        });
        if (reminded > 0) {
            outbox.nudge();
        }
    }

    private void remind(DSLContext tx, OrgId org, Discrepancy one, Instant now) {
        UUID id = one.discrepancyId();
        int marked = tx.update(DISCREPANCY)
                .set(DISCREPANCY.REMINDED_AT, now)
                .where(DISCREPANCY.ORG_ID.eq(org.value()))
                .and(DISCREPANCY.DISCREPANCY_ID.eq(id))
                .execute();
        String key = NOTICE_KIND + "/old/" + id;
        if (marked == 1) {
            outbox.addIfNew(tx, new OutboxEntry(org, key, NOTICE_KIND, id, Discrepancy.STILL_OPEN, now));
        }
    }

    /** Has what was noted told soon; after commit. */
    public void tell() {
        outbox.nudge();
    }

    /** Notes in a transaction of its own that Stripe does not have what a payment was booked for. Safe to repeat. */
    public void notAtStripe(Payment payment) {
        Difference difference = new Difference(
                Discrepancy.NOT_AT_STRIPE, "ours " + payment.amount() + ", Stripe has no " + payment.intentId());
        boolean isNew = database.transaction(
                tx -> addIfNew(tx, payment.org(), payment.intentId(), Optional.of(payment.requestId()), difference));
        if (isNew) {
            outbox.nudge();
        }
    }

    /** Those that nobody has decided yet, the oldest first, at most 50. */
    public List<Discrepancy> listOpen(OrgId org) {
        return database.read(db -> db.selectFrom(DISCREPANCY)
                .where(DISCREPANCY.ORG_ID.eq(org.value()))
                .and(DISCREPANCY.STATE.eq(OPEN))
                .orderBy(DISCREPANCY.DISCREPANCY_ID)
                .limit(MOST)
                .fetch(Discrepancies::read));
    }

    /** Those that nobody has decided yet, by when they were found: ids rise with time. */
    public Backlog open(OrgId org) {
        return database.read(db -> Backlog.of(db.select(DISCREPANCY.FOUND_AT)
                .from(DISCREPANCY)
                .where(DISCREPANCY.ORG_ID.eq(org.value()))
                .and(DISCREPANCY.STATE.eq(OPEN))
                .orderBy(DISCREPANCY.DISCREPANCY_ID)
                .limit(Backlog.READ)
                .fetch(DISCREPANCY.FOUND_AT)));
    }

    /**
     * Notes that a person has looked and nothing is to be booked. Safe to repeat.
     *
     * @param decision who says so and why
     * @return whether it was open
     */
    public boolean ignore(OrgId org, UUID discrepancyId, Decided decision) {
        return database.transaction(tx -> resolve(tx, org, discrepancyId, IGNORED, decision));
    }

    /**
     * A person's word.
     *
     * @param by the user's id
     * @param reason in the person's own words
     */
    public record Decided(String by, String reason) {}

    boolean resolve(DSLContext tx, OrgId org, UUID discrepancyId, String resolution, Decided decision) {
        boolean isOpen = tx.update(DISCREPANCY)
                        .set(DISCREPANCY.STATE, "RESOLVED")
                        .set(DISCREPANCY.RESOLUTION, resolution)
                        .set(DISCREPANCY.RESOLVED_BY, decision.by())
                        .set(DISCREPANCY.REASON, decision.reason())
                        .set(DISCREPANCY.RESOLVED_AT, context.clock().instant())
                        .where(DISCREPANCY.ORG_ID.eq(org.value()))
                        .and(DISCREPANCY.DISCREPANCY_ID.eq(discrepancyId))
                        .and(DISCREPANCY.STATE.eq(OPEN))
                        .execute()
                == 1;
        if (isOpen) {
            String subject = "discrepancy/" + discrepancyId;
            audit.add(tx, org, new Audit.Deed("discrepancy_" + resolution, decision.by(), subject, decision.reason()));
        }
        return isOpen;
    }

    private static Discrepancy read(DiscrepancyRecord row) {
        return new Discrepancy(
                row.getDiscrepancyId(),
                row.getKind(),
                row.getStripeObjectId(),
                Optional.ofNullable(row.getRequestId()),
                row.getDetail(),
                row.getFoundAt());
    }
}
