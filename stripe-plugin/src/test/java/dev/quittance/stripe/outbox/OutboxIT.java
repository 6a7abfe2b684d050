package dev.quittance.stripe.outbox;

import static dev.quittance.stripe.storage.jooq.Tables.OUTBOX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.api.job.JobHandler;
import dev.quittance.stripe.installation.Installations;
import dev.quittance.stripe.storage.Database;
import dev.quittance.stripe.testhost.TestDatabase;
import dev.quittance.stripe.testhost.TestHost;
import dev.quittance.stripe.testhost.TestRecords;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutboxIT {
    private static final String KIND = "note";

    @ParameterizedTest
    @EnumSource
    void an_effect_leaves_after_the_commit_and_once(TestDatabase kind) {
        try (World world = new World(kind, row -> OutboxOutcome.delivered())) {
            world.add("receipt/1");
            world.add("receipt/1");
            assertThatThrownBy(() -> world.database.inTransaction(tx -> {
                        assertThat(world.outbox.addIfNew(tx, world.entry("receipt/2")))
                                .isTrue();
                        throw new IllegalStateException("not decided after all");
                    }))
                    .isInstanceOf(IllegalStateException.class);

            world.outbox.nudge();
            world.host.jobs().runDue(List.of(world.outbox.job(List.of(world.handler))));
            world.run();

            assertThat(world.handler.delivered).containsExactly("receipt/1 1");
            assertThat(world.handler.finished).containsExactly("receipt/1 DELIVERED");
            assertThat(world.states()).containsExactly("DELIVERED");
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_cannot_leave_now_leaves_later_with_growing_pauses(TestDatabase kind) {
        try (World world = new World(
                kind,
                row -> row.tries() < 4 ? OutboxOutcome.retry("mail server is down") : OutboxOutcome.delivered())) {
            world.add("receipt/1");

            world.run();
            world.run();
            assertThat(world.handler.delivered).hasSize(1);
            assertThat(world.states()).containsExactly("DUE");
            for (int seconds : new int[] {12, 24, 48}) {
                world.host.clock().advance(Duration.ofSeconds(seconds));
                world.run();
            }

            assertThat(world.handler.delivered).hasSize(4);
            assertThat(world.states()).containsExactly("DELIVERED");
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_no_handler_takes_waits_for_as_long_as_it_must_and_keeps_its_tries(TestDatabase kind) {
        try (World world = new World(kind, row -> OutboxOutcome.retry("not yet"))) {
            world.add("settlement/1");
            JobHandler without = world.outbox.job(List.of());
            for (int hours = 0; hours < 60; hours++) {
                world.host.jobs().runSchedule(List.of(without));
                world.host.clock().advance(Duration.ofHours(2));
            }
            assertThat(world.states()).containsExactly("DUE");

            for (int hours = 0; hours < 20; hours++) {
                world.run();
                world.host.clock().advance(Duration.ofHours(2));
            }

            assertThat(world.states()).containsExactly("DUE");
            assertThat(world.handler.delivered).hasSize(20);
        }
    }

    @ParameterizedTest
    @EnumSource
    void one_that_throws_does_not_stop_the_others(TestDatabase kind) {
        try (World world = new World(kind, row -> {
            if (row.dedupeKey().equals("bad")) {
                throw new IllegalStateException("a mistake");
            }
            return OutboxOutcome.delivered();
        })) {
            world.add("bad");
            world.add("good");

            world.run();

            assertThat(world.handler.finished).containsExactly("good DELIVERED");
            assertThat(world.states()).containsExactlyInAnyOrder("DUE", "DELIVERED");
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_no_longer_wanted_or_can_never_leave_is_marked_so(TestDatabase kind) {
        try (World world = new World(
                kind,
                row -> row.dedupeKey().equals("a")
                        ? OutboxOutcome.skipped("canceled")
                        : OutboxOutcome.failed("no address"))) {
            world.add("a");
            world.add("b");

            world.run();
            world.host.clock().advance(Duration.ofDays(3));
            world.run();

            assertThat(world.handler.finished).containsExactlyInAnyOrder("a SKIPPED", "b FAILED");
            assertThat(world.handler.delivered).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void it_is_given_up_in_the_end(TestDatabase kind) {
        try (World world = new World(kind, row -> OutboxOutcome.retry("still down"))) {
            world.add("a");

            for (int i = 0; i < 60; i++) {
                world.run();
                world.host.clock().advance(Duration.ofHours(2));
            }

            assertThat(world.handler.delivered).hasSize(50);
            assertThat(world.handler.finished).containsExactly("a FAILED");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_crash_after_delivering_delivers_again_with_the_same_keys(TestDatabase kind) {
        try (World world = new World(kind, row -> OutboxOutcome.delivered())) {
            world.add("a");
            world.host.source().crashBeforeCommit(2);
            assertThatThrownBy(world::run).isInstanceOf(Error.class);

            world.run();
            assertThat(world.handler.delivered)
                    .as("held by the one who crashed")
                    .hasSize(1);
            world.host.clock().advance(Duration.ofMinutes(3));
            world.run();

            assertThat(world.handler.delivered).containsExactly("a 1", "a 2");
            assertThat(world.handler.finished).last().isEqualTo("a DELIVERED");
            assertThat(world.states()).containsExactly("DELIVERED");
        }
    }

    @ParameterizedTest
    @EnumSource
    void two_nodes_share_the_work_without_doing_it_twice(TestDatabase kind) throws Exception {
        try (World world = new World(kind, row -> OutboxOutcome.delivered())) {
            for (int i = 0; i < 60; i++) {
                world.add("a" + i);
            }

            ExecutorService nodes = Executors.newFixedThreadPool(4);
            try {
                List<Future<?>> all = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    all.add(nodes.submit(world::run));
                }
                for (Future<?> one : all) {
                    assertThat(one.get()).isNull();
                }
            } finally {
                nodes.shutdown();
            }
            world.run();

            assertThat(world.handler.delivered).hasSize(60).doesNotHaveDuplicates();
            assertThat(world.states()).hasSize(60).containsOnly("DELIVERED");
        }
    }

    @ParameterizedTest
    @EnumSource
    void effects_about_one_thing_leave_in_the_order_in_which_they_were_decided(TestDatabase kind) throws Exception {
        AtomicBoolean isDown = new AtomicBoolean(true);
        try (World world = new World(
                kind,
                row -> isDown.get() && row.dedupeKey().equals("paid")
                        ? OutboxOutcome.retry("down")
                        : OutboxOutcome.delivered())) {
            UUID payment = world.host.ids().next();
            world.add("paid", payment);
            world.add("refunded", payment);
            world.add("of another", world.host.ids().next());

            world.run();
            world.host.clock().advance(Duration.ofSeconds(3));
            world.run();
            assertThat(world.handler.finished).containsExactly("of another DELIVERED");
            assertThat(world.handler.delivered).doesNotContain("refunded 1");

            isDown.set(false);
            world.host.clock().advance(Duration.ofMinutes(5));
            ExecutorService nodes = Executors.newFixedThreadPool(4);
            try {
                List<Future<?>> all = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    all.add(nodes.submit(world::run));
                }
                for (Future<?> one : all) {
                    assertThat(one.get()).isNull();
                }
            } finally {
                nodes.shutdown();
            }
            world.run();
            assertThat(world.handler.finished)
                    .containsExactly("of another DELIVERED", "paid DELIVERED", "refunded DELIVERED");
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_meant_for_a_later_day_keeps_nobody_waiting_and_leaves_on_that_day(TestDatabase kind) {
        try (World world = new World(kind, row -> OutboxOutcome.delivered())) {
            UUID payment = world.host.ids().next();
            OutboxEntry now = world.entry("reminder", payment);
            Instant day = now.dueAt().plus(Duration.ofDays(4));
            OutboxEntry later =
                    new OutboxEntry(now.org(), now.dedupeKey(), now.kind(), now.subjectId(), now.detail(), day);
            assertThat(world.database.<Boolean>transaction(tx -> world.outbox.addIfNew(tx, later)))
                    .isTrue();
            world.add("answered", payment);

            world.run();
            assertThat(world.handler.finished).containsExactly("answered DELIVERED");

            world.host.clock().advance(Duration.ofDays(4));
            world.run();
            assertThat(world.handler.finished).containsExactly("answered DELIVERED", "reminder DELIVERED");
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_was_given_up_holds_up_nothing_behind_it(TestDatabase kind) {
        try (World world = new World(
                kind,
                row -> row.dedupeKey().equals("first") ? OutboxOutcome.failed("never") : OutboxOutcome.delivered())) {
            UUID payment = world.host.ids().next();
            world.add("first", payment);
            world.add("second", payment);

            world.run();

            assertThat(world.handler.finished).containsExactly("first FAILED", "second DELIVERED");
        }
    }

    private static final class Recorder implements OutboxHandler {
        private final Function<OutboxRow, OutboxOutcome> answer;
        private final List<String> delivered = Collections.synchronizedList(new ArrayList<>());
        private final List<String> finished = Collections.synchronizedList(new ArrayList<>());

        private Recorder(Function<OutboxRow, OutboxOutcome> answer) {
            this.answer = answer;
        }

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public OutboxOutcome deliver(OutboxRow row) {
            delivered.add(row.dedupeKey() + " " + row.tries());
            return answer.apply(row);
        }

        @Override
        public void finished(DSLContext tx, OutboxRow row, OutboxOutcome outcome) {
            finished.add(row.dedupeKey() + " " + outcome.kind());
        }
    }

    private static final class World implements AutoCloseable {
        private final TestHost host;
        private final Database database;
        private final Outbox outbox;
        private final Recorder handler;

        private World(TestDatabase kind, Function<OutboxRow, OutboxOutcome> answer) {
            this.host = TestHost.on(kind);
            this.database = new Database(host.database());
            this.outbox = new Outbox(host, database, new Installations(host, database));
            this.handler = new Recorder(answer);
        }

        private OutboxEntry entry(String key) {
            return entry(key, host.ids().next());
        }

        private OutboxEntry entry(String key, UUID subject) {
            return new OutboxEntry(
                    TestRecords.RIDGELINE, key, KIND, subject, "", host.clock().instant());
        }

        private void add(String key) {
            add(key, host.ids().next());
        }

        private void add(String key, UUID subject) {
            OutboxEntry entry = entry(key, subject);
            boolean before = states(key).isEmpty();
            boolean isNew = database.transaction(tx -> outbox.addIfNew(tx, entry));
            assertThat(isNew).isEqualTo(before);
        }

        private void run() {
            host.jobs().runSchedule(List.of(outbox.job(List.of(handler))));
        }

        private List<String> states() {
            return database.read(sql -> sql.select(OUTBOX.STATE).from(OUTBOX).fetch(OUTBOX.STATE));
        }

        private List<String> states(String key) {
            return database.read(sql -> sql.select(OUTBOX.STATE)
                    .from(OUTBOX)
                    .where(OUTBOX.DEDUPE_KEY.eq(key))
                    .fetch(OUTBOX.STATE));
        }

        @Override
        public void close() {
            host.close();
        }
    }
}
