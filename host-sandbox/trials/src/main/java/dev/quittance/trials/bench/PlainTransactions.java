package dev.quittance.trials.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** What the database takes for two durable transactions of one row each, with nothing of ours around it. */
final class PlainTransactions {
    private final String url;
    private final AtomicLong next = new AtomicLong();

    PlainTransactions(String url) throws SQLException {
        this.url = url;
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists bench_two (id bigint not null primary key, state varchar)");
            statement.execute("truncate bench_two");
        }
    }

    Round load(int perSecond, Duration during, int callers) {
        return OpenLoop.of(perSecond, during, callers, this::caller);
    }

    private Crowd.Caller caller() throws IOException {
        try {
            Connection connection = DriverManager.getConnection(url);
            PreparedStatement insert = connection.prepareStatement("insert into bench_two values (?, 'ASKED')");
            PreparedStatement update = connection.prepareStatement("update bench_two set state = 'SENT' where id = ?");
            return new Crowd.Caller() {
                @Override
                public void call() throws IOException {
                    long id = next.incrementAndGet();
                    run(insert, id);
                    run(update, id);
                }

                @Override
                public void close() throws IOException {
                    try (connection;
                            insert;
                            update) {
                        insert.clearParameters();
                    } catch (SQLException e) {
                        throw new IOException(e);
                    }
                }
            };
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static void run(PreparedStatement statement, long id) throws IOException {
        try {
            statement.setLong(1, id);
            if (statement.executeUpdate() != 1) {
                throw new IOException("not one row");
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
