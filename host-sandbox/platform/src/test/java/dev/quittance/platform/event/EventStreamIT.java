package dev.quittance.platform.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.quittance.api.identity.OrgId;
import dev.quittance.api.record.RecordEvent;
import dev.quittance.api.record.RecordListener;
import dev.quittance.api.record.RecordRef;
import dev.quittance.platform.extension.LivePlugins;
import dev.quittance.platform.jobs.HostTask.Next;
import dev.quittance.platform.record.RecordEventKind;
import dev.quittance.platform.sample.TestClock;
import dev.quittance.platform.sample.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs the work by hand, as the scheduler would, with time standing still. */
final class EventStreamIT {
    private static final Consumer<String> CONTENT = id -> {};

    private final Listeners listeners = new Listeners();
    private final TestClock clock = listeners.clock;
    private final LivePlugins plugins = listeners.plugins;

    @AfterEach
    void end() {
        listeners.close();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void events_are_told_in_order_and_the_same_id_once(TestDatabase database) throws Exception {
        try (HikariDataSource pool = Listeners.migrated(database)) {
            EventStream<RecordEvent, RecordListener> stream = listeners.stream(pool);
            Listening listener = listeners.on(stream, new Listening("a", CONTENT));
            for (String id : List.of("e3", "e1", "e3", "e2", "e1")) {
                stream.publish(event(id, Map.of("into", "c7")));
            }

            stream.run("a", 1);
            Next next = stream.run("a", 1);

            assertThat(listener.heard()).containsExactly("e3", "e1", "e2");
            assertThat(next).isEqualTo(Next.recur(clock.instant().plus(Duration.ofMinutes(1))));
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_plugin_that_comes_later_begins_there_and_one_that_was_off_catches_up(TestDatabase database)
            throws Exception {
        try (HikariDataSource pool = Listeners.migrated(database)) {
            EventStream<RecordEvent, RecordListener> stream = listeners.stream(pool);
            Listening early = listeners.on(stream, new Listening("early", CONTENT));
            plugins.switchOff("early");
            stream.publish(event("e1", Map.of()));
            Listening late = listeners.on(stream, new Listening("late", CONTENT));
            stream.publish(event("e2", Map.of()));
            assertThat(stream.run("early", 1)).isEqualTo(Next.done());
            assertThat(early.heard()).isEmpty();

            listeners.on(stream, early);
            stream.run("early", 1);
            stream.run("late", 1);

            assertThat(early.heard()).containsExactly("e1", "e2");
            assertThat(late.heard()).containsExactly("e2");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_plugin_that_fails_is_told_the_same_after_a_growing_pause_and_others_do_not_wait(TestDatabase database)
            throws Exception {
        try (HikariDataSource pool = Listeners.migrated(database)) {
            EventStream<RecordEvent, RecordListener> stream = listeners.stream(pool);
            AtomicBoolean ill = new AtomicBoolean(true);
            Listening failing = listeners.on(stream, new Listening("failing", id -> {
                if (ill.get() && id.equals("e2")) {
                    throw new IllegalStateException("not now");
                }
            }));
            Listening sound = listeners.on(stream, new Listening("sound", CONTENT));
            for (String id : List.of("e1", "e2", "e3")) {
                stream.publish(event(id, Map.of()));
            }

            Instant begun = clock.instant();
            assertThat(stream.run("failing", 1)).isEqualTo(Next.await(begun.plusSeconds(2)));
            assertThat(stream.run("failing", 1)).isEqualTo(Next.await(begun.plusSeconds(2)));
            stream.run("sound", 1);
            assertThat(failing.heard()).containsExactly("e1", "e2");
            assertThat(sound.heard()).containsExactly("e1", "e2", "e3");

            clock.move(Duration.ofSeconds(2));
            assertThat(stream.run("failing", 1)).isEqualTo(Next.await(begun.plusSeconds(2 + 4)));
            ill.set(false);
            clock.move(Duration.ofSeconds(4));
            stream.run("failing", 1);

            assertThat(failing.heard()).containsExactly("e1", "e2", "e2", "e2", "e3");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_host_that_dies_between_telling_and_noting_it_tells_again_and_loses_nothing(TestDatabase database)
            throws Exception {
        try (HikariDataSource pool = Listeners.migrated(database)) {
            AtomicBoolean dead = new AtomicBoolean();
            EventStream<RecordEvent, RecordListener> dying = listeners.stream(dyingWith(pool, dead));
            Listening listener = listeners.on(dying, new Listening("a", id -> dead.set(id.equals("e2"))));
            for (String id : List.of("e1", "e2", "e3")) {
                dying.publish(event(id, Map.of()));
            }
            assertThatThrownBy(() -> dying.run("a", 1)).isInstanceOf(SQLException.class);

            EventStream<RecordEvent, RecordListener> restarted = listeners.stream(pool);
            assertThat(restarted.run("a", 1).kind()).isEqualTo(Next.Kind.WAIT);
            clock.move(Duration.ofMinutes(1));
            restarted.run("a", 1);

            assertThat(listener.heard()).containsExactly("e1", "e2", "e2", "e3");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void only_one_run_at_a_time_tells_a_plugin(TestDatabase database) throws Exception {
        try (HikariDataSource pool = Listeners.migrated(database)) {
            EventStream<RecordEvent, RecordListener> here = listeners.stream(pool);
            EventStream<RecordEvent, RecordListener> there = listeners.stream(pool);
            Listening listener = listeners.on(here, new Listening("a", id -> {
                try {
                    assertThat(there.run("a", 1).kind()).isEqualTo(Next.Kind.WAIT);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }));
            here.publish(event("e1", Map.of()));
            here.publish(event("e2", Map.of()));

            here.run("a", 1);

            assertThat(listener.heard()).containsExactly("e1", "e2");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void an_event_is_read_as_it_was_written_and_one_too_large_is_refused(TestDatabase database) throws Exception {
        try (HikariDataSource pool = Listeners.migrated(database)) {
            RecordEventKind kind = new RecordEventKind();
            RecordEvent event = event("e1", Map.of("into", "c\"7", "more", "ü"));
            assertThat(kind.read(kind.write(event))).isEqualTo(event);

            EventStream<RecordEvent, RecordListener> stream = listeners.stream(pool);
            assertThatThrownBy(() -> stream.publish(event("e2", Map.of("x", "y".repeat(20_000)))))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static RecordEvent event(String id, Map<String, String> attributes) {
        return new RecordEvent(
                id,
                RecordEvent.SIGNED,
                new OrgId("o"),
                new RecordRef("project", "1"),
                Instant.parse("2026-03-01T09:00:00Z"),
                attributes);
    }

    /** The same database until the host is dead; from then on nothing reaches it. */
    private static DataSource dyingWith(DataSource pool, AtomicBoolean dead) {
        return (DataSource) Proxy.newProxyInstance(
                EventStreamIT.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (dead.get()) {
                        throw new SQLException("the host is dead");
                    }
                    try {
                        return method.invoke(pool, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
