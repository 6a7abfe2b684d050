package dev.quittance.stripe.storage;

import dev.quittance.api.host.PluginDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderNameCase;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * Transactions on the plugin's own tables. READ COMMITTED: what must not change between reading and writing is locked with
 * {@code for update} or guarded by the row's version. Thread-safe.
 */
public final class Database {
    /** Losing five races in a row means that something else is wrong. */
    private static final int MAX_TRIES = 5;

    private final DataSource source;
    private final SQLDialect dialect;
    private final Settings settings;
    private final Transience transience;
    private final ThreadLocal<Boolean> inside = new ThreadLocal<>();

    /** Transactions on the connections that the host gives. */
    public Database(PluginDatabase database) {
        this.source = database.dataSource();
        boolean h2 = database.product().equals("h2");
        this.dialect = h2 ? SQLDialect.H2 : SQLDialect.POSTGRES;
        this.transience = new Transience(h2);
        // Statements are not logged: their values are names, addresses and sealed bytes.
        this.settings = new Settings()
                .withRenderSchema(false)
                .withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_UNQUOTED)
                .withRenderNameCase(RenderNameCase.LOWER)
                .withExecuteLogging(false);
    }

    /**
     * Runs the work in one transaction and gives back what it gives. The whole work runs again, at most {@value #MAX_TRIES}
     * times, when the database lost a race (serialization, deadlock, lock time limit), so it must have no effect outside the
     * database. Whatever it throws rolls back.
     *
     * @throws IllegalStateException inside another transaction
     */
    public <T> T transaction(Function<DSLContext, T> work) {
        requireOutsideTransaction("a transaction");
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work);
            } catch (DataAccessException e) {
                if (attempt == MAX_TRIES || !transience.worthAnotherTry(e.sqlState())) {
                    throw e;
                }
            }
        }
    }

    /** Runs the work in one transaction, as {@link #transaction} does. */
    public void inTransaction(Consumer<DSLContext> work) {
        boolean done = transaction(tx -> {
            work.accept(tx);
            return true;
        });
        assert done;
    }

    /**
     * Reads without a transaction: each statement sees what is committed when it runs.
     *
     * @throws IllegalStateException inside a transaction, where a second connection could wait for the first one forever
     */
    public <T> T read(Function<DSLContext, T> work) {
        requireOutsideTransaction("a read of its own");
        return work.apply(DSL.using(source, dialect, settings));
    }

    /**
     * Refuses to go on inside a transaction of this thread: guards every call that leaves the database.
     *
     * @param what what was about to happen, for the message
     */
    public void requireOutsideTransaction(String what) {
        if (inside.get() != null) {
            throw new IllegalStateException("inside a transaction: " + what);
        }
    }

    private <T> T once(Function<DSLContext, T> work) {
        inside.set(true);
        try (Connection connection = source.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            try {
                T result = work.apply(DSL.using(connection, dialect, settings));
                connection.commit();
                return result;
            } catch (RuntimeException | Error e) {
                rollback(connection, e);
                throw e;
            } finally {
                restore(connection, autoCommit);
            }
        } catch (SQLException e) {
            throw new DataAccessException("transaction failed", e);
        } finally {
            inside.remove();
        }
    }

    private static void rollback(Connection connection, Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** A connection that cannot be restored is broken; the pool finds out by itself, and the outcome stands already. */
    private static void restore(Connection connection, boolean autoCommit) {
        try {
            connection.setAutoCommit(autoCommit);
        } catch (SQLException ignored) {
            // Nothing to add: the commit's or the work's own exception says what happened.
        }
    }
}
