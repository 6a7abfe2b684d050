package dev.quittance.stripe.request;

import static dev.quittance.stripe.storage.jooq.Tables.PAYMENT_REQUEST;
import static dev.quittance.stripe.storage.jooq.Tables.TIMELINE_ENTRY;

import dev.quittance.api.identity.OrgId;
import dev.quittance.stripe.storage.Database;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** Finds requests of an organisation, and what belongs to a page of them, by one statement each. Reads only. Thread-safe. */
public final class RequestSearch {
    private final Database database;

    /** A search in this database. */
    public RequestSearch(Database database) {
        this.database = database;
    }

    /** Newest first, from the one after the given id on. */
    public List<PaymentRequest> list(OrgId org, RequestFilter filter, Optional<UUID> after, int limit) {
        Condition wanted = PAYMENT_REQUEST
                .ORG_ID
                .eq(org.value())
                .and(filter.recordObject()
                        .map(PAYMENT_REQUEST.RECORD_OBJECT::eq)
                        .orElse(DSL.noCondition()))
                .and(filter.recordId().map(PAYMENT_REQUEST.RECORD_ID::eq).orElse(DSL.noCondition()))
                .and(filter.state()
                        .map(state -> PAYMENT_REQUEST.STATE.eq(state.name()))
                        .orElse(DSL.noCondition()))
                .and(after.map(PAYMENT_REQUEST.REQUEST_ID::lt).orElse(DSL.noCondition()));
        return database.read(db -> db.selectFrom(PAYMENT_REQUEST)
                .where(wanted)
                .orderBy(PAYMENT_REQUEST.REQUEST_ID.desc())
                .limit(limit)
                .fetch(RequestRepository::read));
    }

    /** The splits that these requests are parts of, by request; those that are part of none are not in it. */
    public Map<UUID, UUID> findSplits(OrgId org, Collection<UUID> requestIds) {
        return database.read(db -> db.select(PAYMENT_REQUEST.REQUEST_ID, PAYMENT_REQUEST.SPLIT_ID)
                .from(PAYMENT_REQUEST)
                .where(PAYMENT_REQUEST
                        .ORG_ID
                        .eq(org.value())
                        .and(PAYMENT_REQUEST.REQUEST_ID.in(requestIds))
                        .and(PAYMENT_REQUEST.SPLIT_ID.isNotNull()))
                .fetchMap(PAYMENT_REQUEST.REQUEST_ID, PAYMENT_REQUEST.SPLIT_ID));
    }

    /** What happened to these requests, by request, oldest first. */
    public Map<UUID, List<TimelineEntry>> listTimelines(OrgId org, Collection<UUID> requestIds) {
        return database.read(db -> db.selectFrom(TIMELINE_ENTRY)
                .where(TIMELINE_ENTRY.ORG_ID.eq(org.value()).and(TIMELINE_ENTRY.REQUEST_ID.in(requestIds)))
                .orderBy(TIMELINE_ENTRY.ENTRY_ID)
                .fetchGroups(
                        row -> row.getRequestId(),
                        row -> new TimelineEntry(row.getKind(), row.getActor(), row.getDetail(), row.getHappenedAt())));
    }
}
