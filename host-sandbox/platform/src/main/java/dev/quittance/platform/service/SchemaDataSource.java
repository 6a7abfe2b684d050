package dev.quittance.platform.service;

import dev.quittance.platform.extension.Calls;
import dev.quittance.platform.extension.HostSide;
import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The host's pool as one plugin sees it: connections have the plugin's schema, a bounded number of them is out at a time, and
 * what comes back is as it was. Closed, it takes back what is still out. Thread-safe.
 */
final class SchemaDataSource implements DataSource, AutoCloseable {
    /** Longer than a busy moment, shorter than the time limit of a webhook. */
    private static final long WAIT_SECONDS = 4;

    private static final int UNKNOWN = -1;

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(SchemaDataSource.class);

    private final DataSource pool;
    private final String schema;
    private final String usualSchema;
    private final Calls calls;
    private final Semaphore permits;
    private final Set<Lease> leases = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean closed = new AtomicBoolean();
    /** How the pool's connections are isolated, all of them; asked of the first one, since to ask is a call to the database. */
    private final AtomicInteger usualIsolation = new AtomicInteger(UNKNOWN);

    /**
     * Connections with a schema.
     *
     * @param pool the host's pool
     * @param schema the plugin's schema
     * @param usualSchema the one that the pool's own users expect; the plugin's, if it has the pool for itself
     * @param calls to be told who holds a connection
     * @param most how many at a time
     */
    SchemaDataSource(DataSource pool, String schema, String usualSchema, Calls calls, int most) {
        this.pool = pool;
        this.schema = schema;
        this.usualSchema = usualSchema;
        this.calls = calls;
        this.permits = new Semaphore(most);
    }

    @Override
    public Connection getConnection() throws SQLException {
        requireOpen();
        takePermit();
        boolean leased = false;
        Runnable returned = calls.connectionTaken();
        try {
            Connection connection = fromPool();
            if (!schema.equals(usualSchema)) {
                connection.setSchema(schema);
            }
            Lease lease = new Lease(connection, usualIsolation(connection), returned);
            leases.add(lease);
            leased = true;
            return lease.proxy();
        } finally {
            if (!leased) {
                permits.release();
                returned.run();
            }
        }
    }

    @Override
    public void close() {
        closed.set(true);
        leases.forEach(Lease::giveBack);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("connections come as they are");
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException("the host logs");
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException("the host decides");
    }

    @Override
    public int getLoginTimeout() {
        return (int) WAIT_SECONDS;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("the host logs");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("not a wrapper to look into");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }

    private void requireOpen() {
        if (closed.get()) {
            throw new IllegalStateException("the plugin is disabled: its database is gone");
        }
    }

    private void takePermit() throws SQLException {
        try {
            if (!permits.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new SQLTransientConnectionException("all of the plugin's connections are in use", "08001");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLTransientConnectionException("interrupted while waiting for a connection", "08001", e);
        }
    }

    private Connection fromPool() throws SQLException {
        try {
            return HostSide.run(pool::getConnection);
        } catch (SQLException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new SQLException(e);
        }
    }

    private int usualIsolation(Connection connection) throws SQLException {
        int known = usualIsolation.get();
        if (known != UNKNOWN) {
            return known;
        }
        int asked = connection.getTransactionIsolation();
        usualIsolation.set(asked);
        return asked;
    }

    /** One connection that is out. */
    private final class Lease implements InvocationHandler {
        private final Connection connection;
        private final int usualIsolation;
        private final AtomicInteger isolation;
        private final Runnable returned;
        private final AtomicBoolean back = new AtomicBoolean();

        Lease(Connection connection, int usualIsolation, Runnable returned) {
            this.connection = connection;
            this.usualIsolation = usualIsolation;
            this.isolation = new AtomicInteger(usualIsolation);
            this.returned = returned;
        }

        Connection proxy() {
            return (Connection) Proxy.newProxyInstance(
                    SchemaDataSource.class.getClassLoader(), new Class<?>[] {Connection.class}, this);
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            switch (method.getName()) {
                case "close":
                    giveBack();
                    return null;
                case "isClosed":
                    return back.get() || connection.isClosed();
                case "equals":
                    return proxy == arguments[0];
                case "hashCode":
                    return System.identityHashCode(proxy);
                case "unwrap", "setSchema", "abort":
                    throw new SQLFeatureNotSupportedException(method.getName() + " is the host's");
                case "setTransactionIsolation":
                    isolate(method, arguments);
                    return null;
                default:
                    return forward(method, arguments);
            }
        }

        /** To set what is set already would be a call to the database in each transaction. */
        private void isolate(Method method, Object[] arguments) throws Throwable {
            int wanted = (Integer) arguments[0];
            if (isolation.get() != wanted || back.get()) {
                Object nothing = forward(method, arguments);
                assert nothing == null;
                isolation.set(wanted);
            }
        }

        private Object forward(Method method, Object[] arguments) throws Throwable {
            if (back.get()) {
                throw new SQLException("the connection was given back", "08003");
            }
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause() == null ? e : e.getCause();
            }
        }

        /** Leaves nothing of the plugin's on it: no open transaction, no schema. Repeatable. */
        void giveBack() {
            if (!back.compareAndSet(false, true)) {
                return;
            }
            leases.remove(this);
            try {
                HostSide.run(() -> {
                    reset();
                    return null;
                });
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException("resetting throws nothing else", e);
            } finally {
                permits.release();
                returned.run();
            }
        }

        private void reset() {
            try {
                if (!connection.getAutoCommit()) {
                    connection.rollback();
                    connection.setAutoCommit(true);
                }
                if (isolation.get() != usualIsolation) {
                    connection.setTransactionIsolation(usualIsolation);
                }
                if (!schema.equals(usualSchema)) {
                    connection.setSchema(usualSchema);
                }
            } catch (SQLException e) {
                LOG.debug("a connection could not be put right and is dropped", e);
                drop();
            }
            try {
                connection.close();
            } catch (SQLException e) {
                LOG.debug("a connection could not be closed", e);
            }
        }

        /** Better one connection less than one with another's schema. */
        private void drop() {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debug("a connection could not be dropped", e);
            }
        }
    }
}
