package dev.quittance.platform.rest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;

/** The calls that named themselves. Thread-safe. */
final class NamedCallRepository {
    private static final String DUPLICATE = "23505";
    private static final String WHOSE = " where org_id = ? and user_id = ? and call_hash = ?";

    private final DataSource dataSource;
    private final String table;

    NamedCallRepository(DataSource dataSource, String schema) {
        this.dataSource = dataSource;
        this.table = schema + ".rest_call";
    }

    /** What is kept of a call; the status is 0 while it runs. */
    record Row(String requestHash, String runner, Instant runningUntil, RestApplication.Answer answer) {
        boolean isDone() {
            return answer.status() != 0;
        }
    }

    Optional<Row> findLive(CallName name, Instant now) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select request_hash, runner, running_until, status, headers, body from " + table + WHOSE
                                + " and expires_at > ?")) {
            whose(select, 1, name);
            select.setObject(4, utc(now));
            try (ResultSet rows = select.executeQuery()) {
                if (!rows.next()) {
                    return Optional.empty();
                }
                byte[] body = rows.getBytes(6);
                return Optional.of(new Row(
                        rows.getString(1),
                        rows.getString(2),
                        rows.getObject(3, OffsetDateTime.class).toInstant(),
                        new RestApplication.Answer(
                                rows.getInt(4), headers(rows.getString(5)), body == null ? new byte[0] : body)));
            }
        }
    }

    int countLive(CallName name, Instant now) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select count(*) from " + table + " where org_id = ? and user_id = ? and expires_at > ?")) {
            select.setString(1, name.org());
            select.setString(2, name.user());
            select.setObject(3, utc(now));
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    /** False if somebody else was first. */
    boolean begin(CallName name, String runner, Instant now, Instant runningUntil, Instant expiresAt)
            throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("delete from " + table + WHOSE + " and expires_at <= ?");
                PreparedStatement insert = connection.prepareStatement("insert into " + table
                        + " (org_id, user_id, call_hash, request_hash, runner, running_until, status, headers, expires_at)"
                        + " values (?, ?, ?, ?, ?, ?, 0, '', ?)")) {
            whose(delete, 1, name);
            delete.setObject(4, utc(now));
            delete.executeUpdate();
            whose(insert, 1, name);
            insert.setString(4, name.requestHash());
            insert.setString(5, runner);
            insert.setObject(6, utc(runningUntil));
            insert.setObject(7, utc(expiresAt));
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            if (DUPLICATE.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    /** False if somebody else took it over first. */
    boolean takeOver(CallName name, String from, String runner, Instant runningUntil) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement("update " + table
                        + " set runner = ?, running_until = ?" + WHOSE + " and runner = ? and status = 0")) {
            update.setString(1, runner);
            update.setObject(2, utc(runningUntil));
            whose(update, 3, name);
            update.setString(6, from);
            return update.executeUpdate() == 1;
        }
    }

    /** Keeps the answer, unless another has taken the call over meanwhile. */
    void keep(CallName name, String runner, RestApplication.Answer answer) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement("update " + table
                        + " set status = ?, headers = ?, body = ?, runner = ''" + WHOSE + " and runner = ?")) {
            update.setInt(1, answer.status());
            update.setString(2, text(answer.headers()));
            update.setBytes(3, answer.body());
            whose(update, 4, name);
            update.setString(7, runner);
            update.executeUpdate();
        }
    }

    void release(CallName name, String runner) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("delete from " + table + WHOSE + " and runner = ?")) {
            whose(delete, 1, name);
            delete.setString(4, runner);
            delete.executeUpdate();
        }
    }

    void deleteExpired(Instant now) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("delete from " + table + " where expires_at <= ?")) {
            delete.setObject(1, utc(now));
            delete.executeUpdate();
        }
    }

    private static void whose(PreparedStatement statement, int first, CallName name) throws SQLException {
        statement.setString(first, name.org());
        statement.setString(first + 1, name.user());
        statement.setString(first + 2, name.callHash());
    }

    /** A header a line; values of headers have no line ends. */
    private static String text(Map<String, List<String>> headers) {
        StringBuilder text = new StringBuilder();
        headers.forEach((name, values) -> values.forEach(
                value -> text.append(name).append(": ").append(value).append('\n')));
        return text.toString();
    }

    private static Map<String, List<String>> headers(String text) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        text.lines().forEach(line -> {
            int colon = line.indexOf(": ");
            headers.put(line.substring(0, colon), List.of(line.substring(colon + 2)));
        });
        return headers;
    }

    private static OffsetDateTime utc(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
