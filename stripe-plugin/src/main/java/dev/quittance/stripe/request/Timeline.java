package dev.quittance.stripe.request;

import static dev.quittance.stripe.storage.jooq.Tables.TIMELINE_ENTRY;

import dev.quittance.api.PluginContext;
import dev.quittance.api.identity.OrgId;
import dev.quittance.stripe.audit.Audit;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * What happened to a request, in order; written with the change itself and never edited. What staff did goes into the audit trail, too.
 * Thread-safe.
 */
public final class Timeline {
    private final PluginContext context;
    private final Audit audit;

    /** A timeline that takes its time and ids from the context. */
    public Timeline(PluginContext context) {
        this.context = context;
        this.audit = new Audit(context);
    }

    /** Writes an entry in the caller's transaction. The detail holds no name or address of a person. */
    public void add(DSLContext tx, PaymentRequest request, String kind, String actor, String detail) {
        add(
                tx,
                request.org(),
                request.requestId(),
                new TimelineEntry(kind, actor, detail, context.clock().instant()));
    }

    /** Writes an entry in the caller's transaction. */
    public void add(DSLContext tx, OrgId org, UUID requestId, TimelineEntry entry) {
        tx.insertInto(TIMELINE_ENTRY)
                .set(TIMELINE_ENTRY.ORG_ID, org.value())
                .set(TIMELINE_ENTRY.ENTRY_ID, context.ids().next())
                .set(TIMELINE_ENTRY.REQUEST_ID, requestId)
                .set(TIMELINE_ENTRY.KIND, entry.kind())
                .set(TIMELINE_ENTRY.ACTOR, entry.actor())
                .set(TIMELINE_ENTRY.DETAIL, entry.detail())
                .set(TIMELINE_ENTRY.HAPPENED_AT, entry.happenedAt())
                .execute();
        if (entry.isByStaff()) {
            audit.add(tx, org, new Audit.Deed(entry.kind(), entry.actor(), "request/" + requestId, entry.detail()));
        }
    }

    /** All entries of a request, oldest first. */
    public List<TimelineEntry> list(DSLContext db, OrgId org, UUID requestId) {
        return db.selectFrom(TIMELINE_ENTRY)
                .where(TIMELINE_ENTRY.ORG_ID.eq(org.value()).and(TIMELINE_ENTRY.REQUEST_ID.eq(requestId)))
                .orderBy(TIMELINE_ENTRY.ENTRY_ID)
                .fetch(row -> new TimelineEntry(row.getKind(), row.getActor(), row.getDetail(), row.getHappenedAt()));
    }
}
