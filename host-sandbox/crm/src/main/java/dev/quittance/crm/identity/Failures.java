package dev.quittance.crm.identity;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

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
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/**
 * Counts failed sign-ins under a key for a while, for all nodes together: a failure is noted before the password is compared, so
 * that many guesses at once count as many. Keys are kept as hashes. Thread-safe.
 */
final class Failures {
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final Table<Record> FAILURE = table(name("sign_in_failure"));
    private static final Field<UUID> ID = field(name("failure_id"), SQLDataType.UUID);
    private static final Field<String> KEY = field(name("failure_key"), SQLDataType.VARCHAR);
    private static final Field<Instant> FAILED_AT = field(name("failed_at"), SQLDataType.INSTANT);

    private final Database database;
    private final Clock clock;
    private final RowIds ids;

    Failures(Database database, Clock clock, RowIds ids) {
        this.database = database;
        this.clock = clock;
        this.ids = ids;
    }

    /** A failure that was noted before it happened, to be taken back if it does not. */
    record Noted(UUID id, Duration pause) {}

    /** Notes a failure. If the key has failed too often, it is not noted, and says how long to wait. */
    Noted note(String key, int limit) {
        Instant now = clock.instant();
        String hash = hash(key);
        UUID id = ids.next();
        database.transaction(tx -> {
            tx.deleteFrom(FAILURE).where(FAILED_AT.le(now.minus(WINDOW))).execute();
            tx.insertInto(FAILURE)
                    .set(ID, id)
                    .set(KEY, hash)
                    .set(FAILED_AT, now)
                    .execute();
        });
        List<Instant> failures = database.read(sql -> sql.select(FAILED_AT)
                .from(FAILURE)
                .where(KEY.eq(hash).and(FAILED_AT.gt(now.minus(WINDOW))))
                .orderBy(FAILED_AT)
                .fetch(FAILED_AT));
        if (failures.size() <= limit) {
            return new Noted(id, Duration.ZERO);
        }
        takeBack(id);
        return new Noted(id, Duration.between(now, failures.get(0).plus(WINDOW)));
    }

    void takeBack(UUID id) {
        database.transaction(tx -> tx.deleteFrom(FAILURE).where(ID.eq(id)).execute());
    }

    void forget(String key) {
        database.transaction(
                tx -> tx.deleteFrom(FAILURE).where(KEY.eq(hash(key))).execute());
    }

    private static String hash(String key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
