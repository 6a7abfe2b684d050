package dev.quittance.crm.identity;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.quittance.api.identity.OrgId;
import dev.quittance.crm.storage.Database;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/**
 * Signed-in browsers, kept in the database so that every node knows them and a restart signs nobody out. Only a hash of the
 * cookie's value is kept. Thread-safe.
 */
public final class Sessions {
    /** After this long without a page, whoever sits there may be somebody else. */
    public static final Duration IDLE_LIMIT = Duration.ofHours(2);
    /** A working day: then one signs in again, whatever happens. */
    public static final Duration ABSOLUTE_LIMIT = Duration.ofHours(12);
    /** Often enough for the idle limit, seldom enough that reading pages does not write all the time. */
    private static final Duration SEEN_STEP = Duration.ofMinutes(1);

    private static final int ID_BYTES = 32;

    private static final Table<Record> SESSION = table(name("user_session"));
    private static final Field<String> HASH = field(name("session_hash"), SQLDataType.VARCHAR);
    private static final Field<String> ORG = field(name("org_id"), SQLDataType.VARCHAR);
    private static final Field<UUID> USER = field(name("user_id"), SQLDataType.UUID);
    private static final Field<Instant> CREATED_AT = field(name("created_at"), SQLDataType.INSTANT);
    private static final Field<Instant> LAST_SEEN_AT = field(name("last_seen_at"), SQLDataType.INSTANT);
    private static final Field<String> DEVICE = field(name("device"), SQLDataType.VARCHAR);
    private static final Field<Instant> EXPIRES_AT = field(name("expires_at"), SQLDataType.INSTANT);

    private final Database database;
    private final PeopleRepository people;
    private final Clock clock;
    private final RandomGenerator random;

    /** Makes ids from this source of chance, which must not be predictable. */
    public Sessions(Database database, Clock clock, RandomGenerator random) {
        this.database = database;
        this.people = new PeopleRepository(database);
        this.clock = clock;
        this.random = random;
    }

    /** Begins a session under an id of its own, and clears away those that are over. */
    public String open(User user) {
        return open(user, "");
    }

    /** The same in a browser that calls itself this, in words. */
    public String open(User user, String device) {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        database.transaction(sql -> {
            sql.deleteFrom(SESSION).where(EXPIRES_AT.le(now)).execute();
            sql.insertInto(SESSION)
                    .set(HASH, hash(id))
                    .set(ORG, user.org().id().value())
                    .set(USER, user.id())
                    .set(CREATED_AT, now)
                    .set(DEVICE, device)
                    .set(LAST_SEEN_AT, now)
                    .set(EXPIRES_AT, now.plus(ABSOLUTE_LIMIT))
                    .execute();
        });
        return id;
    }

    /** Whose session it is, unless it is over or never was; notes that it was seen. */
    public Optional<User> resume(String id) {
        Instant now = clock.instant();
        Instant idleSince = now.minus(IDLE_LIMIT);
        String hash = hash(id);
        Optional<Record> row = database.read(sql -> sql.select(List.of(ORG, USER, LAST_SEEN_AT))
                .from(SESSION)
                .where(HASH.eq(hash).and(EXPIRES_AT.gt(now)).and(LAST_SEEN_AT.gt(idleSince)))
                .fetchOptional());
        row.filter(found -> found.get(LAST_SEEN_AT).plus(SEEN_STEP).isBefore(now))
                .ifPresent(found -> database.read(sql -> sql.update(SESSION)
                        .set(LAST_SEEN_AT, now)
                        .where(HASH.eq(hash))
                        .execute()));
        return row.flatMap(found -> people.findUser(new OrgId(found.get(ORG)), found.get(USER)));
    }

    /** Ends a session; nothing happens if there is none. */
    public void close(String id) {
        database.read(sql -> sql.deleteFrom(SESSION).where(HASH.eq(hash(id))).execute());
    }

    /**
     * Where a user is signed in, the latest first.
     *
     * @param id the session that asks; empty for none
     */
    public List<SignedIn> listOf(User user, String id) {
        Instant now = clock.instant();
        String here = hash(id);
        return database.read(sql -> sql.select(List.of(HASH, DEVICE, CREATED_AT, LAST_SEEN_AT))
                .from(SESSION)
                .where(theirs(user).and(EXPIRES_AT.gt(now)).and(LAST_SEEN_AT.gt(now.minus(IDLE_LIMIT))))
                .orderBy(LAST_SEEN_AT.desc(), CREATED_AT.desc(), HASH)
                .fetch(row -> new SignedIn(
                        row.get(HASH),
                        row.get(DEVICE),
                        row.get(CREATED_AT),
                        row.get(LAST_SEEN_AT),
                        row.get(HASH).equals(here))));
    }

    /** Ends one of a user's own sessions, by its handle; whether there was one. */
    public boolean closeOne(User user, String handle) {
        return database.read(sql -> sql.deleteFrom(SESSION)
                        .where(theirs(user).and(HASH.eq(handle)))
                        .execute())
                > 0;
    }

    /** Signs a user out everywhere. */
    public void closeAll(User user) {
        database.transaction(sql -> sql.deleteFrom(SESSION).where(theirs(user)).execute());
    }

    private static Condition theirs(User user) {
        return ORG.eq(user.org().id().value()).and(USER.eq(user.id()));
    }

    private static String hash(String id) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(id.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
