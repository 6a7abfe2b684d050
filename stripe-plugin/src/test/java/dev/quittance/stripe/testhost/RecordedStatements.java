package dev.quittance.stripe.testhost;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A data source that notes the text of every statement that goes to the database, each text once. */
public final class RecordedStatements implements DataSource {
    private final DataSource real;
    private final Set<String> texts = new LinkedHashSet<>();

    RecordedStatements(DataSource real) {
        this.real = real;
    }

    /** Every text so far, in the order of its first use. */
    public List<String> texts() {
        synchronized (texts) {
            return new ArrayList<>(texts);
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        return watched(Connection.class, real.getConnection());
    }

    private <T> T watched(Class<T> type, T watched) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    note(arguments);
                    Object result = call(watched, method, arguments);
                    return result instanceof Statement statement
                                    && method.getName().equals("createStatement")
                            ? watched(Statement.class, statement)
                            : result;
                }));
    }

    /** In the calls of JDBC that a program makes, a text is a statement. */
    private void note(Object @Nullable [] arguments) {
        if (arguments != null && arguments.length > 0 && arguments[0] instanceof String text) {
            synchronized (texts) {
                texts.add(text);
            }
        }
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
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
