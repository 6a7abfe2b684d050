package dev.quittance.platform.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.quittance.api.identity.OrgId;
import dev.quittance.api.record.RecordEvent;
import dev.quittance.api.record.RecordListener;
import dev.quittance.api.record.RecordRef;
import dev.quittance.platform.extension.LivePlugins;
import dev.quittance.platform.jobs.HostTask.Next;
import dev.quittance.platform.sample.TestClock;
import dev.quittance.platform.sample.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Months go by, as the clock is moved. */
final class OldEventsIT {
    private static final Duration DAY = Duration.ofDays(1);

    private final Listeners listeners = new Listeners();
    private final TestClock clock = listeners.clock;
    private final LivePlugins plugins = listeners.plugins;

    @AfterEach
    void end() {
        listeners.close();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_everybody_was_told_goes_after_its_time_and_not_before(TestDatabase database) throws Exception {
        try (HikariDataSource pool = Listeners.migrated(database)) {
            EventStream<RecordEvent, RecordListener> stream = listeners.stream(pool);
            Listening listener = listeners.on(stream, new Listening("a", event -> {}));
            publish(stream, 0, 2);
            clock.move(DAY);
            publish(stream, 2, 3);
            stream.run("a", 1);

            clock.move(OldEvents.KEPT.minus(DAY));
            forget(pool);
            assertThat(count(pool, "select count(*) from platform.event")).isEqualTo(3);

            clock.move(Duration.ofMinutes(1));
            assertThat(forget(pool)).isEqualTo(Next.recur(clock.instant().plus(Duration.ofHours(1))));
            assertThat(count(pool, "select count(*) from platform.event")).isEqualTo(1);
            assertThat(count(pool, "select event_seq from platform.event")).isEqualTo(3);

            clock.move(DAY);
            forget(pool);
            assertThat(count(pool, "select count(*) from platform.event")).isZero();
            publish(stream, 3, 4);
            stream.run("a", 1);
            assertThat(listener.heard()).containsExactly("e0", "e1", "e2", "e3");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_plugin_that_is_off_keeps_what_it_was_not_told_and_is_told_when_it_is_back(TestDatabase database)
            throws Exception {
        try (HikariDataSource pool = Listeners.migrated(database)) {
            EventStream<RecordEvent, RecordListener> stream = listeners.stream(pool);
            Listening told = listeners.on(stream, new Listening("told", event -> {}));
            Listening off = listeners.on(stream, new Listening("off", event -> {}));
            publish(stream, 0, 1);
            stream.run("off", 1);
            plugins.switchOff("off");
            publish(stream, 1, 4);
            stream.run("told", 1);

            clock.move(OldEvents.KEPT_FOR_THE_LAST.minus(DAY));
            forget(pool);
            assertThat(count(pool, "select count(*) from platform.event")).isEqualTo(3);

            listeners.on(stream, off);
            stream.run("off", 1);
            assertThat(off.heard()).containsExactly("e0", "e1", "e2", "e3");
            assertThat(told.heard()).containsExactly("e0", "e1", "e2", "e3");
            forget(pool);
            assertThat(count(pool, "select count(*) from platform.event")).isZero();
            assertThat(count(pool, "select sum(dropped) from platform.event_cursor"))
                    .isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_waits_too_long_goes_too_and_is_counted_with_the_plugin_that_missed_it(TestDatabase database)
            throws Exception {
        try (HikariDataSource pool = Listeners.migrated(database)) {
            EventStream<RecordEvent, RecordListener> stream = listeners.stream(pool);
            listeners.on(stream, new Listening("told", event -> {}));
            Listening off = listeners.on(stream, new Listening("off", event -> {}));
            plugins.switchOff("off");
            int many = OldEvents.BATCH + 20;
            publish(stream, 0, many);
            clock.move(DAY.plusHours(1));
            publish(stream, many, many + 2);
            stream.run("told", 1);

            clock.move(OldEvents.KEPT_FOR_THE_LAST.minus(DAY));
            forget(pool);

            assertThat(count(pool, "select count(*) from platform.event")).isEqualTo(2);
            assertThat(count(pool, "select dropped from platform.event_cursor where plugin_id = 'off'"))
                    .isEqualTo(many);
            assertThat(count(pool, "select dropped from platform.event_cursor where plugin_id = 'told'"))
                    .isZero();
            listeners.on(stream, off);
            stream.run("off", 1);
            assertThat(off.heard()).containsExactly("e" + many, "e" + (many + 1));
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void another_stream_is_left_alone(TestDatabase database) throws Exception {
        try (HikariDataSource pool = Listeners.migrated(database)) {
            EventStream<RecordEvent, RecordListener> stream = listeners.stream(pool);
            listeners.on(stream, new Listening("a", event -> {}));
            publish(stream, 0, 2);
            stream.run("a", 1);
            clock.move(OldEvents.KEPT_FOR_THE_LAST.plus(DAY));

            new OldEvents(pool, "platform", List.of("payment"), clock).run("", 1);

            assertThat(count(pool, "select count(*) from platform.event")).isEqualTo(2);
        }
    }

    private Next forget(HikariDataSource pool) throws SQLException {
        return new OldEvents(pool, "platform", List.of("payment", "record"), clock).run("", 1);
    }

    private void publish(EventStream<RecordEvent, RecordListener> stream, int from, int to) {
        IntStream.range(from, to)
                .forEach(i -> stream.publish(new RecordEvent(
                        "e" + i,
                        RecordEvent.SIGNED,
                        new OrgId("o"),
                        new RecordRef("project", "1"),
                        clock.instant(),
                        Map.of())));
    }

    private static long count(HikariDataSource pool, String counting) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement select = connection.prepareStatement(counting);
                ResultSet rows = select.executeQuery()) {
            assertThat(rows.next()).isTrue();
            return rows.getLong(1);
        }
    }
}
