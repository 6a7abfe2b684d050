package dev.quittance.crm.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderNameCase;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/** The CRM's database, H2 or PostgreSQL, with its schema up to date. Thread-safe. */
public final class Database implements AutoCloseable {
    private static final String SCHEMA = "crm";
    /**
     * For pages and jobs; eight more for a plugin: two cores do not serve more at once. Small enough that two nodes fit into
     * PostgreSQL's default limit of 100 many times over.
     */
    private static final int CONNECTIONS = 12;
    /** A plugin that is at rest keeps no connection. */
    private static final Duration PLUGINS_IDLE = Duration.ofSeconds(30);

    private static final Pattern PREFIX = Pattern.compile("([a-z][a-z0-9_]{0,20})?");

    private final String address;
    private final HikariDataSource pool;
    private final Map<String, HikariDataSource> others = new ConcurrentHashMap<>();
    private final DSLContext sql;

    private Database(String address, HikariDataSource pool, DSLContext sql) {
        this.address = address;
        this.pool = pool;
        this.sql = sql;
    }

    /**
     * Opens the database and brings the CRM's schema up to date. Every connection has that schema as its own.
     *
     * @param address a JDBC address; what H2 needs is added to it
     * @param schemaPrefix stands before the schema's name, so that several installations share a database; usually empty
     * @throws IllegalArgumentException if it is neither H2 nor PostgreSQL, or the prefix is not plain lower case
     */
    public static Database open(String address, String schemaPrefix) {
        if (!PREFIX.matcher(schemaPrefix).matches()) {
            throw new IllegalArgumentException("a schema prefix is lower-case letters, digits and _: " + schemaPrefix);
        }
        String complete = DatabaseAddress.complete(address);
        String schema = schemaPrefix + SCHEMA;
        makeSchema(complete, schema);
        HikariDataSource pool = new HikariDataSource(settings(complete, schema));
        try {
            Flyway.configure(Database.class.getClassLoader())
                    .dataSource(pool)
                    .locations("classpath:db/crm")
                    .schemas(schema)
                    .defaultSchema(schema)
                    .load()
                    .migrate();
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
        Settings rendering = new Settings()
                .withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_UNQUOTED)
                .withRenderNameCase(RenderNameCase.LOWER);
        // H2 in this mode understands PostgreSQL's SQL, "on conflict do nothing" included: so there is one SQL to test.
        return new Database(complete, pool, DSL.using(pool, SQLDialect.POSTGRES, rendering));
    }

    private static HikariConfig settings(String address, String schema) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(schema);
        config.setJdbcUrl(address);
        config.setSchema(schema);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        if (address.startsWith("jdbc:postgresql:")) {
            // Otherwise a broken rule of a table puts the row's values, a client's address say, into the log.
            config.addDataSourceProperty("logServerErrorDetail", "false");
        }
        return config;
    }

    /** H2 does not open a connection with a schema that is not there, so this comes before the pool. */
    private static void makeSchema(String address, String schema) {
        try (Connection connection = DriverManager.getConnection(address);
                Statement statement = connection.createStatement()) {
            statement.execute("create schema if not exists " + schema);
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be opened: " + e.getMessage(), e);
        }
    }

    /** The pool, for whoever keeps tables in other schemas of the same database and names them. */
    public DataSource dataSource() {
        return pool;
    }

    /** A pool whose connections have this schema; the same one for the same schema. It is closed with the database. */
    public DataSource dataSourceIn(String schema, int connections) {
        return others.computeIfAbsent(schema, name -> {
            HikariConfig config = settings(address, name);
            config.setMaximumPoolSize(connections);
            config.setMinimumIdle(0);
            config.setIdleTimeout(PLUGINS_IDLE.toMillis());
            // None is opened before somebody wants it.
            config.setInitializationFailTimeout(-1);
            return new HikariDataSource(config);
        });
    }

    /** All pools that are open. */
    public List<HikariDataSource> listPools() {
        return Stream.concat(Stream.of(pool), others.values().stream()).toList();
    }

    /** Reads, each statement on its own. */
    public <T> T read(Function<DSLContext, T> work) {
        return work.apply(sql);
    }

    /** Runs the work in one transaction: all of it or nothing. Does not nest. */
    public void transaction(Consumer<DSLContext> work) {
        sql.transaction(configuration -> work.accept(DSL.using(configuration)));
    }

    @Override
    public void close() {
        others.values().forEach(HikariDataSource::close);
        pool.close();
    }
}
