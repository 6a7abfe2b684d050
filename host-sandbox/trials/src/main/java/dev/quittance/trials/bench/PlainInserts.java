package dev.quittance.trials.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** What the database does with nothing of ours around it: one row of the same bytes, one commit, from as many connections. */
final class PlainInserts {
    /** When the events are said to have happened; any will do. */
    private static final long SECOND = 1_790_000_000L;

    private final String url;
    private final AtomicLong next = new AtomicLong();

    PlainInserts(String url) throws SQLException {
        this.url = url;
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists bench_plain (id varchar not null primary key, body bytea)");
            statement.execute("truncate bench_plain");
        }
    }

    Round load(int connections, Duration during) {
        long end = System.nanoTime() + during.toNanos();
        return Crowd.of(connections, this::caller, () -> System.nanoTime() < end);
    }

    private Crowd.Caller caller() throws IOException {
        try {
            Connection connection = DriverManager.getConnection(url);
            PreparedStatement insert = connection.prepareStatement("insert into bench_plain values (?, ?)");
            return new Crowd.Caller() {
                @Override
                public void call() throws IOException {
                    insertOne(insert);
                }

                @Override
                public void close() throws IOException {
                    closeBoth(insert, connection);
                }
            };
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private void insertOne(PreparedStatement insert) throws IOException {
        try {
            long number = next.incrementAndGet();
            insert.setString(1, "evt_" + number);
            insert.setBytes(2, Deliveries.event(number, SECOND).getBytes(StandardCharsets.US_ASCII));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static void closeBoth(PreparedStatement insert, Connection connection) throws IOException {
        try (connection;
                insert) {
            insert.clearParameters();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
