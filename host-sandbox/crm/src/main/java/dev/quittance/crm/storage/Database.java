package dev.quittance.crm.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.function.Consumer;
import java.util.function.Function;
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
    /** The schema of the CRM's own tables; plugins and their host keep theirs beside it. */
    public static final String SCHEMA = "crm";
    /**
     * A page takes one connection at a time, a plugin's job another; two cores do not serve more at once. Small enough that two
     * nodes fit into PostgreSQL's default limit of 100 many times over.
     */
    private static final int CONNECTIONS = 16;

    private final HikariDataSource pool;
    private final DSLContext sql;

    private Database(HikariDataSource pool, DSLContext sql) {
        this.pool = pool;
        this.sql = sql;
    }

    /**
     * Opens the database and migrates the CRM's schema.
     *
     * @param address a JDBC address; what H2 needs is added to it
     * @throws IllegalArgumentException if it is neither H2 nor PostgreSQL
     */
    public static Database open(String address) {
        String complete = DatabaseAddress.complete(address);
        HikariConfig config = new HikariConfig();
        config.setPoolName("crm");
        config.setJdbcUrl(complete);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        HikariDataSource pool = new HikariDataSource(config);
        try {
            Flyway.configure(Database.class.getClassLoader())
                    .dataSource(pool)
                    .locations("classpath:db/crm")
                    .schemas(SCHEMA)
                    .defaultSchema(SCHEMA)
                    .createSchemas(true)
                    .load()
                    .migrate();
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
        Settings settings = new Settings()
                .withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_UNQUOTED)
                .withRenderNameCase(RenderNameCase.LOWER);
        SQLDialect dialect = DatabaseAddress.isPostgres(complete) ? SQLDialect.POSTGRES : SQLDialect.H2;
        return new Database(pool, DSL.using(pool, dialect, settings));
    }

    /** The pool, for whoever keeps tables in other schemas of the same database. */
    public DataSource dataSource() {
        return pool;
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
        pool.close();
    }
}
