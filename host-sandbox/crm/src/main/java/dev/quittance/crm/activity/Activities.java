package dev.quittance.crm.activity;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.record.RecordRef;
import dev.quittance.crm.storage.Database;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** What was done in an organisation, newest first. It only grows. Thread-safe. */
public final class Activities {
    /** As long as the column. */
    private static final int MAX_WORDS = 1_000;

    private static final Pattern PLACE =
            Pattern.compile("(-?\\d{1,18})_([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})");
    private static final Table<Record> ACTIVITY = table(name("activity"));
    private static final Field<String> ORG = field(name("org_id"), SQLDataType.VARCHAR);
    private static final Field<UUID> ID = field(name("activity_id"), SQLDataType.UUID);
    private static final Field<String> OBJECT = field(name("record_object"), SQLDataType.VARCHAR);
    private static final Field<String> RECORD_ID = field(name("record_id"), SQLDataType.VARCHAR);
    private static final Field<String> RECORD_NAME = field(name("record_name"), SQLDataType.VARCHAR);
    private static final Field<String> ACTOR_ID = field(name("actor_id"), SQLDataType.VARCHAR);
    private static final Field<String> ACTOR_NAME = field(name("actor_name"), SQLDataType.VARCHAR);
    private static final Field<String> WORDS = field(name("words"), SQLDataType.VARCHAR);
    private static final Field<Instant> HAPPENED_AT = field(name("happened_at"), SQLDataType.INSTANT);

    private final Database database;

    /** Keeps them in this database. */
    public Activities(Database database) {
        this.database = database;
    }

    /**
     * Some of them.
     *
     * @param rows newest first
     * @param next where the older ones begin; empty at the end
     */
    public record Part(List<Activity> rows, Optional<String> next) {
        /** Copies the rows. */
        public Part {
            rows = List.copyOf(rows);
        }
    }

    /** Adds a fact in the transaction of the change itself: both are there, or neither. */
    public void add(DSLContext transaction, OrgId org, Activity activity) {
        String words = activity.words();
        transaction
                .insertInto(ACTIVITY)
                .set(ORG, org.value())
                .set(ID, activity.id())
                .set(OBJECT, activity.record().object())
                .set(RECORD_ID, activity.record().id())
                .set(RECORD_NAME, activity.recordName())
                .set(ACTOR_ID, activity.actorId())
                .set(ACTOR_NAME, activity.actorName())
                .set(WORDS, words.length() > MAX_WORDS ? words.substring(0, MAX_WORDS) : words)
                .set(HAPPENED_AT, activity.happenedAt())
                .execute();
    }

    /** The newest on one record. */
    public List<Activity> listOf(OrgId org, RecordRef record, int limit) {
        Condition here = OBJECT.eq(record.object()).and(RECORD_ID.eq(record.id()));
        return rows(org, here, limit);
    }

    /**
     * Everything in the organisation.
     *
     * @param after the {@link Part#next} of the part before; empty, or anything else, for the beginning
     */
    public Part list(OrgId org, String after, int limit) {
        List<Activity> rows = rows(org, older(after), limit + 1);
        if (rows.size() <= limit) {
            return new Part(rows, Optional.empty());
        }
        Activity last = rows.get(limit - 1);
        String next = ChronoUnit.MICROS.between(Instant.EPOCH, last.happenedAt()) + "_" + last.id();
        return new Part(rows.subList(0, limit), Optional.of(next));
    }

    private List<Activity> rows(OrgId org, Condition which, int limit) {
        return database.read(
                sql -> sql.select(List.of(ID, OBJECT, RECORD_ID, RECORD_NAME, ACTOR_ID, ACTOR_NAME, WORDS, HAPPENED_AT))
                        .from(ACTIVITY)
                        .where(ORG.eq(org.value()).and(which))
                        .orderBy(HAPPENED_AT.desc(), ID.desc())
                        .limit(limit)
                        .fetch(Activities::activity));
    }

    private static Condition older(String after) {
        Matcher place = PLACE.matcher(after);
        if (!place.matches()) {
            return DSL.noCondition();
        }
        Instant at = Instant.EPOCH.plus(Long.parseLong(place.group(1)), ChronoUnit.MICROS);
        UUID id = UUID.fromString(place.group(2));
        return HAPPENED_AT.lt(at).or(HAPPENED_AT.eq(at).and(ID.lt(id)));
    }

    private static Activity activity(Record row) {
        return new Activity(
                row.get(ID),
                new RecordRef(row.get(OBJECT), row.get(RECORD_ID)),
                row.get(RECORD_NAME),
                row.get(ACTOR_ID),
                row.get(ACTOR_NAME),
                row.get(WORDS),
                row.get(HAPPENED_AT));
    }
}
