package dev.quittance.stripe.testhost;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A data source at whose commits the process can be made to end, and which can be made to refuse connections. */
public final class CrashingDataSource implements DataSource {
    /** The open transactions of each thread, on any node: what a call to the outside must never meet. */
    private static final ThreadLocal<Integer> OPEN = ThreadLocal.withInitial(() -> 0);

    private static final Runnable NOTHING = () -> {};

    private final DataSource real;
    private final AtomicReference<Runnable> before = new AtomicReference<>(NOTHING);
    private final AtomicInteger beforeCommit = new AtomicInteger();
    private final AtomicInteger afterCommit = new AtomicInteger();
    private final AtomicInteger commits = new AtomicInteger();
    private final AtomicInteger statements = new AtomicInteger();
    private final AtomicInteger refusals = new AtomicInteger();

    CrashingDataSource(DataSource real) {
        this.real = real;
    }

    /** Ends the process instead of the n-th commit from now; the transaction is lost. */
    public void crashBeforeCommit(int n) {
        beforeCommit.set(n);
    }

    /** Ends the process right after the n-th commit from now; the transaction stands. */
    public void crashAfterCommit(int n) {
        afterCommit.set(n);
    }

    /** Does this before the next commit, once; the commit waits for it. */
    public void beforeNextCommit(Runnable work) {
        before.set(work);
    }

    /** Refuses the next connections. */
    public void refuseConnections(int n) {
        refusals.set(n);
    }

    /** How many statements were prepared. */
    public int statements() {
        return statements.get();
    }

    /** How many transactions have committed. */
    public int commits() {
        return commits.get();
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (refusals.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            throw new SQLException("no connection, as the test wants it", "08001");
        }
        Connection connection = real.getConnection();
        AtomicBoolean open = new AtomicBoolean();
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    boolean commit = method.getName().equals("commit");
                    if (commit) {
                        before.getAndSet(NOTHING).run();
                    }
                    if (commit && reached(beforeCommit)) {
                        connection.rollback();
                        throw new SimulatedCrash("before a commit");
                    }
                    follow(open, method.getName(), arguments);
                    if (method.getName().startsWith("prepare")) {
                        statements.incrementAndGet();
                    }
                    try {
                        Object result = method.invoke(connection, arguments);
                        if (commit) {
                            commits.incrementAndGet();
                            if (reached(afterCommit)) {
                                throw new SimulatedCrash("after a commit");
                            }
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
    }

    /**
     * Fails where this thread is inside a transaction, told by the connections themselves and not by the code under test.
     *
     * @param call what is about to leave the database
     */
    static void requireNoTransaction(String call) {
        if (OPEN.get() > 0) {
            throw new AssertionError("inside a transaction: " + call);
        }
    }

    private static void follow(AtomicBoolean open, String method, Object[] arguments) {
        boolean begins = method.equals("setAutoCommit") && Boolean.FALSE.equals(arguments[0]);
        boolean ends = method.equals("commit") || method.equals("rollback") || method.equals("close");
        if (begins && open.compareAndSet(false, true)) {
            OPEN.set(OPEN.get() + 1);
        } else if (ends && open.compareAndSet(true, false)) {
            OPEN.set(OPEN.get() - 1);
        }
    }

    private static boolean reached(AtomicInteger countdown) {
        return countdown.getAndUpdate(n -> Math.max(0, n - 1)) == 1;
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return real.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        real.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        real.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return real.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return real.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return real.isWrapperFor(type);
    }
}
