package dev.quittance.stripe.testhost;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.quittance.api.host.PluginDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The two databases that everything runs on. Each call of {@link #create} gives an empty, migrated one. */
public enum TestDatabase {
    /** In memory, in its PostgreSQL mode. */
    H2 {
        @Override
        Opened create() {
            String url = "jdbc:h2:mem:plugin" + COUNTER.incrementAndGet()
                    + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1";
            HikariDataSource pool = pool(url);
            migrate(pool, "filesystem:src/main/db");
            return new Opened(pool, "h2");
        }
    },
    /** A true server; each database is a copy of one that was migrated once. */
    POSTGRESQL {
        @Override
        Opened create() {
            String name = "plugin" + COUNTER.incrementAndGet();
            try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                boolean made = statement.execute("create database " + name + " template " + Server.TEMPLATE);
                if (made) {
                    throw new IllegalStateException("create database gives no rows");
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return new Opened(pool(Server.POSTGRES.getJdbcUrl("postgres", name)), "postgresql");
        }
    };

    private static final AtomicInteger COUNTER = new AtomicInteger();

    /** More than one, so that races are races; few enough for a server shared by all tests. */
    private static final int CONNECTIONS = 10;

    abstract Opened create();

    /** An open database; closing it closes its connections. */
    record Opened(HikariDataSource pool, String product) {
        /** The same database, with connections of its own, as another node has it. */
        Opened again() {
            return new Opened(TestDatabase.pool(pool.getJdbcUrl()), product);
        }

        PluginDatabase as(CrashingDataSource source) {
            return new PluginDatabase() {
                @Override
                public DataSource dataSource() {
                    return source;
                }

                @Override
                public String schema() {
                    return "public";
                }

                @Override
                public String product() {
                    return product;
                }
            };
        }
    }

    private static final class Server {
        static final String TEMPLATE = "migrated";
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder().start();
                try (Connection connection = server.getPostgresDatabase().getConnection();
                        Statement statement = connection.createStatement()) {
                    statement.executeUpdate("create database " + TEMPLATE);
                }
                try (HikariDataSource pool = pool(server.getJdbcUrl("postgres", TEMPLATE))) {
                    migrate(pool, "filesystem:src/main/db", "filesystem:src/main/db-postgresql");
                }
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    private static void migrate(DataSource source, String... scripts) {
        int applied =
                Flyway.configure().dataSource(source).locations(scripts).load().migrate().migrationsExecuted;
        if (applied == 0) {
            throw new IllegalStateException("no migration was found");
        }
    }
}
