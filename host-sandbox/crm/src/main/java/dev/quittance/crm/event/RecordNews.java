package dev.quittance.crm.event;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.record.RecordEvent;
import dev.quittance.api.record.RecordRef;
import dev.quittance.crm.storage.RowIds;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/**
 * What happened to records. It is written in the transaction that changes the record, so that either both stand or neither; a
 * {@link RecordNewsSender} tells it to the plugins once that is committed. Thread-safe.
 */
public final class RecordNews {
    static final Table<Record> EVENT = table(name("record_event"));
    static final Field<String> ORG = field(name("org_id"), SQLDataType.VARCHAR);
    static final Field<String> ID = field(name("event_id"), SQLDataType.VARCHAR);
    static final Field<Long> SEQ = field(name("event_seq"), SQLDataType.BIGINT);
    static final Field<String> KIND = field(name("kind"), SQLDataType.VARCHAR);
    static final Field<String> OBJECT = field(name("object"), SQLDataType.VARCHAR);
    static final Field<String> RECORD_ID = field(name("record_id"), SQLDataType.VARCHAR);
    static final Field<Instant> OCCURRED_AT = field(name("occurred_at"), SQLDataType.INSTANT);
    static final Field<String> ATTRIBUTES = field(name("attributes"), SQLDataType.VARCHAR);
    private static final Table<Record> HEAD = table(name("record_event_head"));
    private static final Field<Long> LAST = field(name("last_seq"), SQLDataType.BIGINT);

    private final RowIds ids;
    private final Clock clock;

    /** Names and dates events by these. */
    public RecordNews(RowIds ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /** A new event of this moment, to be {@linkplain #add added}. */
    public RecordEvent event(String kind, OrgId org, RecordRef record, Map<String, String> attributes) {
        return new RecordEvent(ids.next().toString(), kind, org, record, clock.instant(), attributes);
    }

    /** A new event of this moment that says no more than its kind. */
    public RecordEvent event(String kind, OrgId org, RecordRef record) {
        return event(kind, org, record, Map.of());
    }

    /**
     * Writes the event in this transaction. Add it as the last thing that the transaction does: from here until its end other
     * changes in the same organisation wait, which is what keeps the events in their order. Adding an event id twice fails.
     *
     * @param tx the caller's transaction, which the row stands or falls with
     */
    public void add(DSLContext tx, RecordEvent event) {
        String org = event.org().value();
        if (countOn(tx, org) == 0) {
            tx.insertInto(HEAD)
                    .set(ORG, org)
                    .set(LAST, 0L)
                    .onConflictDoNothing()
                    .execute();
            countOn(tx, org);
        }
        long seq = tx.select(LAST).from(HEAD).where(ORG.eq(org)).fetchSingle(LAST);
        tx.insertInto(EVENT)
                .set(ORG, org)
                .set(SEQ, seq)
                .set(ID, event.eventId())
                .set(KIND, event.kind())
                .set(OBJECT, event.record().object())
                .set(RECORD_ID, event.record().id())
                .set(OCCURRED_AT, event.occurredAt())
                .set(ATTRIBUTES, EventAttributes.write(event.attributes()))
                .execute();
    }

    private static int countOn(DSLContext tx, String org) {
        return tx.update(HEAD).set(LAST, LAST.plus(1L)).where(ORG.eq(org)).execute();
    }
}
