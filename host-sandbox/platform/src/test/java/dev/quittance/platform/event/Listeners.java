package dev.quittance.platform.event;

import com.zaxxer.hikari.HikariDataSource;
import dev.quittance.api.record.RecordEvent;
import dev.quittance.api.record.RecordListener;
import dev.quittance.platform.extension.Calls;
import dev.quittance.platform.extension.LivePlugins;
import dev.quittance.platform.migration.Migrations;
import dev.quittance.platform.record.RecordEventKind;
import dev.quittance.platform.sample.TestClock;
import dev.quittance.platform.sample.TestDatabase;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Plugins that listen to what happens to records, on a clock that stands still until it is moved. Close it after the test. */
final class Listeners implements AutoCloseable {
    final TestClock clock = new TestClock();
    final LivePlugins plugins = new LivePlugins();
    private final Calls calls = new Calls();

    /** An empty database with the platform's tables. */
    static HikariDataSource migrated(TestDatabase database) throws SQLException {
        HikariDataSource pool = database.open();
        new Migrations(pool, "").migrateOwn();
        return pool;
    }

    EventStream<RecordEvent, RecordListener> stream(DataSource pool) {
        return new EventStream<>(
                new RecordEventKind(), new EventStream.Setting(pool, "platform", plugins, calls, clock));
    }

    /** Switches a listener on. */
    Listening on(EventStream<RecordEvent, RecordListener> stream, Listening listener) {
        stream.expect(listener.plugin());
        plugins.switchOn(listener.plugin());
        return listener;
    }

    @Override
    public void close() {
        calls.close();
    }
}
