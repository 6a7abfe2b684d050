package dev.quittance.stripe.payment;

import static dev.quittance.stripe.storage.jooq.Tables.DISCREPANCY;

import dev.quittance.api.PluginContext;
import dev.quittance.api.identity.OrgId;
import dev.quittance.stripe.audit.Audit;
import dev.quittance.stripe.outbox.Outbox;
import dev.quittance.stripe.outbox.OutboxEntry;
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
     * @param by the user's id
     * @return whether it was open
     */
    public boolean ignore(OrgId org, UUID discrepancyId, String by) {
        return database.transaction(tx -> resolve(tx, org, discrepancyId, IGNORED, by));
    }

    boolean resolve(DSLContext tx, OrgId org, UUID discrepancyId, String resolution, String by) {
        boolean isOpen = tx.update(DISCREPANCY)
                        .set(DISCREPANCY.STATE, "RESOLVED")
                        .set(DISCREPANCY.RESOLUTION, resolution)
                        .set(DISCREPANCY.RESOLVED_BY, by)
                        .set(DISCREPANCY.RESOLVED_AT, context.clock().instant())
                        .where(DISCREPANCY.ORG_ID.eq(org.value()))
                        .and(DISCREPANCY.DISCREPANCY_ID.eq(discrepancyId))
                        .and(DISCREPANCY.STATE.eq(OPEN))
                        .execute()
                == 1;
        if (isOpen) {
            audit.add(tx, org, new Audit.Deed("discrepancy_" + resolution, by, "discrepancy/" + discrepancyId, ""));
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
