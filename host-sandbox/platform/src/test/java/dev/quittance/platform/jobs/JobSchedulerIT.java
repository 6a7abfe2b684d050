package dev.quittance.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.quittance.platform.migration.Migrations;
import dev.quittance.platform.sample.TestDatabase;
import dev.quittance.platform.sample.Until;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class JobSchedulerIT {
    private final Recorder task = new Recorder();

    /** Notes its runs; the first of a key that begins with "hold" waits to be let go. */
    private static final class Recorder implements HostTask {
        private final List<String> runs = new CopyOnWriteArrayList<>();
        private final CountDownLatch began = new CountDownLatch(1);
        private final CountDownLatch letGo = new CountDownLatch(1);

        @Override
        public String name() {
            return "recorder";
        }

        @Override
        public Next run(String key, int attempt) throws InterruptedException {
            runs.add(key + ":" + attempt);
            if (key.startsWith("hold") && began.getCount() > 0) {
                began.countDown();
                letGo.await();
            }
            if (key.startsWith("fail") && attempt < 3) {
                throw new IllegalStateException("once more");
            }
            return key.startsWith("again") && runs.size() < 3 ? Next.recur(Instant.EPOCH) : Next.done();
        }

        @Override
        public Duration longestPause(String key) {
            return Duration.ofMillis(10);
        }

        long count(String start) {
            return runs.stream().filter(run -> run.startsWith(start)).count();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_key_that_waits_stays_one_run_and_the_earlier_moment_counts(TestDatabase database) throws Exception {
        try (HikariDataSource dataSource = database.open();
                JobScheduler scheduler = scheduler(dataSource)) {
            Instant later = Instant.now().plus(Duration.ofDays(30));
            scheduler.runAt(task, "far", later);
            scheduler.runAt(task, "twice", later);
            scheduler.runSoon(task, "twice");
            scheduler.runSoon(task, "twice");
            scheduler.runAt(task, "twice", later);
            scheduler.runSoon(task, "x".repeat(500));
            scheduler.start();

            Until.comesTrue(() -> task.runs.size() == 2);
            assertThat(task.runs).containsExactlyInAnyOrder("twice:1", "x".repeat(500) + ":1");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whoever_asks_for_the_same_run_at_the_same_time_is_never_told_of_the_others(TestDatabase database)
            throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(8);
        try (HikariDataSource dataSource = database.open();
                JobScheduler scheduler = scheduler(dataSource)) {
            Instant late = Instant.now().plus(Duration.ofDays(30));
            scheduler.runAt(task, "asked", late);
            List<Callable<Boolean>> asking = new ArrayList<>();
            for (int i = 1; i <= 400; i++) {
                Instant earlier = late.minusSeconds(i);
                asking.add(() -> {
                    scheduler.runAt(task, "asked", earlier);
                    return true;
                });
            }

            for (Future<Boolean> asked : crowd.invokeAll(asking)) {
                assertThat(asked.get()).isTrue();
            }
        } finally {
            crowd.shutdown();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_key_that_is_running_gets_one_more_run(TestDatabase database) throws Exception {
        try (HikariDataSource dataSource = database.open();
                JobScheduler scheduler = scheduler(dataSource)) {
            scheduler.start();
            scheduler.runSoon(task, "hold");
            assertThat(task.began.await(20, TimeUnit.SECONDS)).isTrue();

            scheduler.runSoon(task, "hold");

            Until.comesTrue(() -> task.count("hold") == 2);
            task.letGo.countDown();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_fails_is_tried_again_and_what_recurs_comes_back(TestDatabase database) throws Exception {
        try (HikariDataSource dataSource = database.open();
                JobScheduler scheduler = scheduler(dataSource)) {
            scheduler.start();
            scheduler.runSoon(task, "fail");
            Until.comesTrue(() -> task.count("fail") == 3);
            assertThat(task.runs).containsExactly("fail:1", "fail:2", "fail:3");

            task.runs.clear();
            scheduler.runSoon(task, "again");
            Until.comesTrue(() -> task.count("again") == 3);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void work_outlives_the_process_that_asked_for_it(TestDatabase database) throws Exception {
        try (HikariDataSource dataSource = database.open()) {
            try (JobScheduler first = scheduler(dataSource)) {
                first.runSoon(task, "kept");
            }
            try (JobScheduler second = scheduler(dataSource)) {
                second.start();
                Until.comesTrue(() -> task.count("kept") == 1);
            }
        }
    }

    private JobScheduler scheduler(HikariDataSource dataSource) {
        Migrations migrations = new Migrations(dataSource, "");
        migrations.migrateOwn();
        return new JobScheduler(
                dataSource, migrations.ownSchema() + ".scheduled_tasks", "node-1", Clock.systemUTC(), List.of(task));
    }
}
