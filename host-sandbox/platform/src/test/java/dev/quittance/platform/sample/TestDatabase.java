package dev.quittance.platform.sample;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** The two databases; each opening is an empty one. */
public enum TestDatabase {
    /** In memory. */
    H2 {
        @Override
        String freshUrl() {
            return "jdbc:h2:mem:platform" + NUMBER.incrementAndGet()
                    + ";DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
        }
    },
    /** A real server, one for all tests of a JVM. */
    POSTGRESQL {
        @Override
        String freshUrl() throws SQLException {
            String name = "platform" + NUMBER.incrementAndGet();
            try (Connection connection = Server.ONLY.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
            }
            return Server.ONLY.getJdbcUrl("postgres", name);
        }
    };

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** An empty database behind a pool. */
    public HikariDataSource open() throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(freshUrl());
        config.setMaximumPoolSize(24);
        config.setMinimumIdle(2);
        return new HikariDataSource(config);
    }

    abstract String freshUrl() throws SQLException;

    private static final class Server {
        private static final EmbeddedPostgres ONLY = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
