package dev.quittance.crm.token;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.quittance.api.identity.OrgId;
import dev.quittance.crm.identity.People;
import dev.quittance.crm.identity.User;
import dev.quittance.crm.storage.Database;
import dev.quittance.crm.storage.RowIds;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** Tokens with which programs do what their user may do. Only a token's hash is kept. Thread-safe. */
public final class Tokens {
    /** More are a sign that nobody knows any more what they are for. */
    public static final int MOST = 25;

    private static final int BYTES = 20;
    private static final Pattern SHAPE = Pattern.compile("qt_[0-9a-f]{40}");
    /** Often enough for people, seldom enough that reading does not write all the time. */
    private static final Duration USED_STEP = Duration.ofMinutes(1);

    private static final Table<Record> TOKEN = table(name("api_token"));
    private static final Field<String> HASH = field(name("token_hash"), SQLDataType.VARCHAR);
    private static final Field<String> ORG = field(name("org_id"), SQLDataType.VARCHAR);
    private static final Field<UUID> ID = field(name("token_id"), SQLDataType.UUID);
    private static final Field<UUID> USER = field(name("user_id"), SQLDataType.UUID);
    private static final Field<String> NAME = field(name("name"), SQLDataType.VARCHAR);
    private static final Field<Instant> CREATED_AT = field(name("created_at"), SQLDataType.INSTANT);
    private static final Field<Instant> LAST_USED_AT = field(name("last_used_at"), SQLDataType.INSTANT);

    private final Database database;
    private final People people;
    private final Clock clock;
    private final RowIds ids;
    private final RandomGenerator random;

    /** Keeps them in this database and makes them from this source of chance, which must not be predictable. */
    public Tokens(Database database, People people, Clock clock, RowIds ids, RandomGenerator random) {
        this.database = database;
        this.people = people;
        this.clock = clock;
        this.ids = ids;
        this.random = random;
    }

    /** Makes a token with 160 random bits. This is the one time that it can be read. Empty if the user has too many. */
    public Optional<String> make(User user, String name) {
        if (listOf(user).size() >= MOST) {
            return Optional.empty();
        }
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = "qt_" + HexFormat.of().formatHex(bytes);
        database.transaction(sql -> sql.insertInto(TOKEN)
                .set(HASH, hash(token))
                .set(ORG, user.org().id().value())
                .set(ID, ids.next())
                .set(USER, user.id())
                .set(NAME, name)
                .set(CREATED_AT, clock.instant())
                .execute());
        return Optional.of(token);
    }

    /** A user's own, newest first. */
    public List<Token> listOf(User user) {
        return database.read(sql -> sql.select(List.of(ID, NAME, CREATED_AT, LAST_USED_AT))
                .from(TOKEN)
                .where(ORG.eq(user.org().id().value()).and(USER.eq(user.id())))
                .orderBy(CREATED_AT.desc(), ID.desc())
                .fetch(row -> new Token(
                        row.get(ID), row.get(NAME), row.get(CREATED_AT), Optional.ofNullable(row.get(LAST_USED_AT)))));
    }

    /** Whose token it is, if it is one and they still work there; notes that it was used. */
    public Optional<User> resume(String token) {
        if (!SHAPE.matcher(token).matches()) {
            return Optional.empty();
        }
        String hash = hash(token);
        Instant now = clock.instant();
        Optional<Record> row = database.read(sql -> sql.select(List.of(ORG, USER, LAST_USED_AT))
                .from(TOKEN)
                .where(HASH.eq(hash))
                .fetchOptional());
        Optional<User> user = row.flatMap(found -> people.findUser(new OrgId(found.get(ORG)), found.get(USER)));
        boolean due = row.map(found -> found.get(LAST_USED_AT))
                .map(last -> last.plus(USED_STEP).isBefore(now))
                .orElse(true);
        if (user.isPresent() && due) {
            database.transaction(sql -> sql.update(TOKEN)
                    .set(LAST_USED_AT, now)
                    .where(HASH.eq(hash))
                    .execute());
        }
        return user;
    }

    /** Takes a user's own token back; whether there was one. */
    public boolean revoke(User user, String id) {
        return database.read(sql -> sql.deleteFrom(TOKEN)
                        .where(ORG.eq(user.org().id().value())
                                .and(USER.eq(user.id()))
                                .and(ID.cast(SQLDataType.VARCHAR).eq(id)))
                        .execute())
                > 0;
    }

    private static String hash(String token) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
