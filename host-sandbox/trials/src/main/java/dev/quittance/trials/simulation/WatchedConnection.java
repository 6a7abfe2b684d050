package dev.quittance.trials.simulation;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** One connection in the plugin's hands: notes what is done in each transaction, and asks the gate at each commit. */
final class WatchedConnection implements InvocationHandler {
    private final Connection connection;
    private final CommitGate gate;
    private final Statements statements;
    private final BiConsumer<WatchedConnection, Connection> giveBack;
    private final Connection proxy;
    private Transaction transaction = new Transaction();
    private boolean closed;

    WatchedConnection(
            Connection connection,
            CommitGate gate,
            Statements statements,
            BiConsumer<WatchedConnection, Connection> giveBack) {
        this.connection = connection;
        this.gate = gate;
        this.statements = statements;
        this.giveBack = giveBack;
        this.proxy = (Connection) Proxy.newProxyInstance(
                WatchedConnection.class.getClassLoader(), new Class<?>[] {Connection.class}, this);
    }

    Connection proxy() {
        return proxy;
    }

    boolean hasOpenTransaction() {
        return transaction.isOpen();
    }

    /** The process died with this connection in its hands. */
    void abandon() {
        if (!closed) {
            closed = true;
            try {
                connection.rollback();
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException("a connection cannot be dropped", e);
            }
        }
    }

    @Override
    public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments) throws Throwable {
        switch (method.getName()) {
            case "close":
                close();
                return null;
            case "isClosed":
                return closed;
            case "rollback":
                if (!closed) {
                    rollback(method, arguments);
                }
                return null;
            case "commit":
                gate.requireAlive();
                commit();
                return null;
            case "hashCode":
                return System.identityHashCode(self);
            case "equals":
                return arguments != null && self == arguments[0];
            default:
                gate.requireAlive();
                if (method.getName().equals("setAutoCommit") && transaction.isOpen()) {
                    commit();
                }
                if (arguments != null && arguments.length > 0 && arguments[0] instanceof String sql) {
                    note(method, sql);
                }
                return pass(method, arguments);
        }
    }

    private void note(Method method, String sql) throws SQLException {
        if (!method.getName().startsWith("prepare")) {
            return;
        }
        Statements.Statement statement = statements.read(sql);
        if (!statement.kind().writes()) {
            gate.reads(statement.tables());
        }
        if (!connection.getAutoCommit()) {
            transaction.note(statement);
        } else if (statement.kind().writes()) {
            gate.strayWrite(sql);
        }
    }

    private void commit() throws SQLException {
        Transaction ending = transaction;
        try {
            gate.beforeCommit(ending);
        } catch (SQLException | SimulatedCrash e) {
            connection.rollback();
            transaction = new Transaction();
            throw e;
        }
        connection.commit();
        transaction = new Transaction();
        gate.afterCommit(ending);
    }

    /** A rollback to a savepoint leaves the transaction open. */
    private void rollback(Method method, Object @Nullable [] arguments) throws Throwable {
        pass(method, arguments);
        if (arguments == null || arguments.length == 0) {
            transaction = new Transaction();
        }
    }

    private void close() throws SQLException {
        if (closed) {
            return;
        }
        closed = true;
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        giveBack.accept(this, connection);
    }

    private @Nullable Object pass(Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
