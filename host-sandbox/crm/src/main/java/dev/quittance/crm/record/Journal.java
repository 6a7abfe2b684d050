package dev.quittance.crm.record;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.record.RecordRef;
import dev.quittance.crm.activity.Activities;
import dev.quittance.crm.activity.Activity;
import dev.quittance.crm.event.RecordNews;
import dev.quittance.crm.identity.User;
import dev.quittance.crm.storage.Database;
import dev.quittance.crm.storage.RowIds;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jooq.DSLContext;

/**
 * Runs changes of records in one transaction each, with what people read of them and what plugins are told. Thread-safe.
 */
public final class Journal {
    private final Database database;
    private final RecordNews news;
    private final Activities activities;
    private final Clock clock;
    private final RowIds ids;

    /** Writes into this database. */
    public Journal(Database database, RecordNews news, Activities activities, Clock clock, RowIds ids) {
        this.database = database;
        this.news = news;
        this.activities = activities;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * A record that somebody changes.
     *
     * @param by who
     * @param ref which record
     * @param name as it is called
     */
    record Subject(User by, RecordRef ref, String name) {
        OrgId org() {
            return by.org().id();
        }
    }

    Database database() {
        return database;
    }

    Instant now() {
        return clock.instant();
    }

    UUID nextId() {
        return ids.next();
    }

    /** Runs the work in one transaction and gives back what came of it; all of it is undone if somebody else was faster. */
    Change write(Function<DSLContext, Change> work) {
        AtomicReference<Change> result = new AtomicReference<>(Change.ABSENT);
        try {
            database.transaction(tx -> result.set(work.apply(tx)));
        } catch (MeanwhileException e) {
            return Change.MEANWHILE;
        }
        return Objects.requireNonNull(result.get());
    }

    /** Notes for people what was done. */
    void note(DSLContext tx, Subject subject, String words) {
        User by = subject.by();
        activities.add(
                tx,
                subject.org(),
                new Activity(
                        ids.next(),
                        subject.ref(),
                        subject.name(),
                        by.id().toString(),
                        by.name(),
                        words,
                        clock.instant()));
    }

    /** Tells the plugins what happened; the last thing in a transaction, since others wait from here on. */
    void tell(DSLContext tx, String kind, Subject subject, Map<String, String> attributes) {
        news.add(tx, news.event(kind, subject.org(), subject.ref(), attributes));
    }
}
