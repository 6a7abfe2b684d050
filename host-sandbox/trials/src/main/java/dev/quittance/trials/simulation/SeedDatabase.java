package dev.quittance.trials.simulation;

import java.io.PrintWriter;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.h2.tools.RunScript;
import org.jspecify.annotations.Nullable;

/**
 * The database of one seed, in memory. It survives every crash of the plugin's process. The plugin gets it through a gate; the audit
 * has a connection of its own, which sees only what is committed.
 */
final class SeedDatabase implements AutoCloseable {
    static final String SCHEMA = "plugin_stripe_payments";

    /**
     * As every H2 database here, with two additions: waiting for a lock is of no use where one thread does everything, and the few
     * hundred statements of the plugin are planned once.
     */
    private static final String SETTINGS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
            + ";LOCK_TIMEOUT=1;QUERY_CACHE_SIZE=500";

    private final String url;
    private final Connection auditor;
    private final Statements statements = new Statements();
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final List<WatchedConnection> inUse = new ArrayList<>();

    /** Makes the schema by the plugin's own scripts. */
    SeedDatabase(String name, List<String> migrations) {
        this.url = "jdbc:h2:mem:" + name + SETTINGS;
        try {
            auditor = DriverManager.getConnection(url);
            execute("create schema " + SCHEMA);
            auditor.setSchema(SCHEMA);
            for (String script : migrations) {
                RunScript.execute(auditor, new StringReader(script));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the plugin's schema cannot be made", e);
        }
    }

    /** What the plugin's process works with. */
    DataSource behind(CommitGate gate) {
        return new Gated(gate);
    }

    /** The audit's own connection: reads what is committed, changes nothing. */
    Connection auditor() {
        return auditor;
    }

    /** For tests of the audit: damages the books. */
    void execute(String sql) {
        try (Statement statement = auditor.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Everything in the database, as SQL. */
    String dump() {
        StringBuilder dump = new StringBuilder();
        try (Statement statement = auditor.createStatement();
                ResultSet lines = statement.executeQuery("script nosettings schema " + SCHEMA)) {
            while (lines.next()) {
                dump.append(lines.getString(1)).append('\n');
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be dumped", e);
        }
        return dump.toString();
    }

    boolean hasOpenTransaction() {
        return inUse.stream().anyMatch(WatchedConnection::hasOpenTransaction);
    }

    int connectionsInUse() {
        return inUse.size();
    }

    /** The process is gone: what it had not committed never was. */
    void dropProcess() {
        for (WatchedConnection connection : List.copyOf(inUse)) {
            connection.abandon();
        }
        inUse.clear();
    }

    @Override
    public void close() {
        try {
            for (Connection connection : idle) {
                connection.close();
            }
            auditor.close();
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be closed", e);
        }
    }

    private Connection take() throws SQLException {
        Connection pooled = idle.pollFirst();
        if (pooled != null) {
            return pooled;
        }
        Connection opened = DriverManager.getConnection(url);
        opened.setSchema(SCHEMA);
        return opened;
    }

    private void giveBack(WatchedConnection watched, Connection connection) {
        inUse.remove(watched);
        idle.addFirst(connection);
    }

    private final class Gated implements DataSource {
        private final CommitGate gate;

        private Gated(CommitGate gate) {
            this.gate = gate;
        }

        @Override
        public Connection getConnection() throws SQLException {
            gate.beforeConnection();
            WatchedConnection watched = new WatchedConnection(take(), gate, statements, SeedDatabase.this::giveBack);
            inUse.add(watched);
            return watched.proxy();
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }

        @Override
        public @Nullable PrintWriter getLogWriter() {
            return null;
        }

        @Override
        public void setLogWriter(@Nullable PrintWriter out) {
            // nobody reads it
        }

        @Override
        public void setLoginTimeout(int seconds) {
            // a connection is there at once, or not at all
        }

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public Logger getParentLogger() throws SQLFeatureNotSupportedException {
            throw new SQLFeatureNotSupportedException();
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            throw new SQLException("nothing behind it is the plugin's business");
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }
}
