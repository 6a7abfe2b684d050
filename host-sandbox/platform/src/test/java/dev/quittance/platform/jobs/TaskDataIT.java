package dev.quittance.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.quittance.platform.migration.Migrations;
import dev.quittance.platform.sample.TestDatabase;
import dev.quittance.platform.sample.Until;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever can write into the table of jobs cannot make the host run what they wrote. */
final class TaskDataIT {
    private static final AtomicInteger SPRUNG = new AtomicInteger();

    /** Does something as soon as somebody makes an object of it. */
    private static final class Gadget implements Serializable {
        private static final long serialVersionUID = 1L;

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            in.defaultReadObject();
            SPRUNG.incrementAndGet();
        }
    }

    private static final class Recorder implements HostTask {
        private final List<String> runs = new CopyOnWriteArrayList<>();

        @Override
        public String name() {
            return "recorder";
        }

        @Override
        public Next run(String key, int attempt) {
            runs.add(key);
            return Next.done();
        }

        @Override
        public Duration longestPause(String key) {
            return Duration.ofMillis(10);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void bytes_of_a_java_object_in_the_table_are_bytes_and_no_object(TestDatabase database) throws Exception {
        Recorder task = new Recorder();
        try (HikariDataSource dataSource = database.open()) {
            Migrations migrations = new Migrations(dataSource, "");
            migrations.migrateOwn();
            String table = migrations.ownSchema() + ".scheduled_tasks";
            try (JobScheduler scheduler =
                    new JobScheduler(dataSource, table, "node-1", Clock.systemUTC(), List.of(task))) {
                scheduler.runAt(task, "trapped", Instant.now().plus(Duration.ofDays(1)));
                trap(dataSource, table);
                scheduler.start();

                Until.comesTrue(() -> task.runs.size() == 1);
            }
            assertThat(SPRUNG).hasValue(0);
            assertThat(new ObjectInputStream(new java.io.ByteArrayInputStream(gadget())).readObject())
                    .isInstanceOf(Gadget.class);
            assertThat(SPRUNG.getAndSet(0)).as("it would spring").isEqualTo(1);
        }
    }

    private static void trap(HikariDataSource dataSource, String table) throws Exception {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("update " + table + " set task_data = ?, execution_time = ?")) {
            update.setBytes(1, gadget());
            update.setObject(2, Instant.now().minusSeconds(60).atOffset(java.time.ZoneOffset.UTC));
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private static byte[] gadget() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new Gadget());
        }
        return bytes.toByteArray();
    }
}
