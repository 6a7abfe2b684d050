package dev.quittance.crm.notice;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.quittance.api.identity.OrgId;
import dev.quittance.crm.storage.Database;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** News for the users of an organisation who have a permission. Thread-safe. */
public final class Notices {
    /** What a person looks through; older ones stay in the database. */
    public static final int SHOWN = 50;

    private static final Table<Record> NOTIFICATION = table(name("notification"));
    private static final Table<Record> READ = table(name("notification_read"));
    private static final Field<String> ORG = field(name("notification", "org_id"), SQLDataType.VARCHAR);
    private static final Field<String> KEY = field(name("notification", "notification_key"), SQLDataType.VARCHAR);
    private static final Field<String> PERMISSION = field(name("permission"), SQLDataType.VARCHAR);
    private static final Field<String> TONE = field(name("tone"), SQLDataType.VARCHAR);
    private static final Field<String> WORDS = field(name("words"), SQLDataType.VARCHAR);
    private static final Field<String> ADDRESS = field(name("address"), SQLDataType.VARCHAR);
    private static final Field<Instant> CREATED_AT = field(name("created_at"), SQLDataType.INSTANT);
    private static final Field<String> READ_ORG = field(name("notification_read", "org_id"), SQLDataType.VARCHAR);
    private static final Field<UUID> READ_USER = field(name("notification_read", "user_id"), SQLDataType.UUID);
    private static final Field<String> READ_KEY =
            field(name("notification_read", "notification_key"), SQLDataType.VARCHAR);
    private static final Field<Instant> READ_AT = field(name("notification_read", "read_at"), SQLDataType.INSTANT);

    private final Database database;
    private final Clock clock;

    /** Keeps them in this database. */
    public Notices(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whether the news was new; told again under the same key it changes nothing. */
    public boolean addIfNew(OrgId org, String permission, NewNotice notice) {
        return database.read(sql -> sql.insertInto(NOTIFICATION)
                        .set(field(name("org_id"), SQLDataType.VARCHAR), org.value())
                        .set(field(name("notification_key"), SQLDataType.VARCHAR), notice.key())
                        .set(PERMISSION, permission)
                        .set(TONE, notice.tone())
                        .set(WORDS, notice.words())
                        .set(ADDRESS, notice.address())
                        .set(CREATED_AT, clock.instant())
                        .onConflictDoNothing()
                        .execute())
                > 0;
    }

    /** The newest {@link #SHOWN} that these permissions let the user see. */
    public List<Notice> list(OrgId org, UUID user, Set<String> permissions) {
        return list(org, user, permissions, "").rows();
    }

    /**
     * Some of the news.
     *
     * @param rows newest first
     * @param next where the older ones begin; empty at the end
     */
    public record Part(List<Notice> rows, Optional<String> next) {
        /** Copies the rows. */
        public Part {
            rows = List.copyOf(rows);
        }
    }

    /**
     * {@link #SHOWN} of those that these permissions let the user see, newest first.
     *
     * @param after the {@link Part#next} of the part before; empty, or anything else, for the beginning
     */
    public Part list(OrgId org, UUID user, Set<String> permissions, String after) {
        List<Notice> rows = rows(user, visible(org, permissions).and(older(after)));
        if (rows.size() <= SHOWN) {
            return new Part(rows, Optional.empty());
        }
        Notice last = rows.get(SHOWN - 1);
        String next = ChronoUnit.MICROS.between(Instant.EPOCH, last.createdAt()) + "_" + last.key();
        return new Part(rows.subList(0, SHOWN), Optional.of(next));
    }

    private static Condition older(String after) {
        int bar = after.indexOf('_');
        if (bar < 1 || !after.substring(0, bar).matches("-?\\d{1,18}")) {
            return DSL.noCondition();
        }
        Instant at = Instant.EPOCH.plus(Long.parseLong(after.substring(0, bar)), ChronoUnit.MICROS);
        return CREATED_AT.lt(at).or(CREATED_AT.eq(at).and(KEY.gt(after.substring(bar + 1))));
    }

    private List<Notice> rows(UUID user, Condition which) {
        return database.read(sql -> sql.select(List.of(KEY, TONE, WORDS, ADDRESS, CREATED_AT, READ_AT))
                .from(NOTIFICATION)
                .leftJoin(READ)
                .on(READ_ORG.eq(ORG).and(READ_USER.eq(user)).and(READ_KEY.eq(KEY)))
                .where(which)
                .orderBy(CREATED_AT.desc(), KEY)
                .limit(SHOWN + 1)
                .fetch(Notices::notice));
    }

    /** How many the user has not seen yet. */
    public int countUnread(OrgId org, UUID user, Set<String> permissions) {
        return database.read(sql -> sql.fetchCount(sql.select(KEY)
                .from(NOTIFICATION)
                .leftJoin(READ)
                .on(READ_ORG.eq(ORG).and(READ_USER.eq(user)).and(READ_KEY.eq(KEY)))
                .where(visible(org, permissions).and(READ_AT.isNull()))));
    }

    /** Marks all that the user could see as seen. */
    public void markRead(OrgId org, UUID user, Set<String> permissions) {
        Instant now = clock.instant();
        database.transaction(sql -> {
            List<String> unread = sql.select(KEY)
                    .from(NOTIFICATION)
                    .leftJoin(READ)
                    .on(READ_ORG.eq(ORG).and(READ_USER.eq(user)).and(READ_KEY.eq(KEY)))
                    .where(visible(org, permissions).and(READ_AT.isNull()))
                    .fetch(KEY);
            for (String key : unread) {
                sql.insertInto(READ)
                        .set(field(name("org_id"), SQLDataType.VARCHAR), org.value())
                        .set(field(name("user_id"), SQLDataType.UUID), user)
                        .set(field(name("notification_key"), SQLDataType.VARCHAR), key)
                        .set(field(name("read_at"), SQLDataType.INSTANT), now)
                        .onConflictDoNothing()
                        .execute();
            }
        });
    }

    private static Condition visible(OrgId org, Set<String> permissions) {
        return ORG.eq(org.value()).and(PERMISSION.in(permissions));
    }

    private static Notice notice(Record row) {
        return new Notice(
                row.get(KEY),
                row.get(TONE),
                row.get(WORDS),
                row.get(ADDRESS),
                row.get(CREATED_AT),
                row.get(READ_AT) != null);
    }
}
