package dev.quittance.platform.payment;

import dev.quittance.api.payment.PaymentEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The events and how far each plugin has been told. Thread-safe. */
final class PaymentEventRepository {
    private final DataSource dataSource;
    private final String schema;

    PaymentEventRepository(DataSource dataSource, String schema) {
        this.dataSource = dataSource;
        this.schema = schema;
    }

    /** An event with its number. */
    record Numbered(long seq, PaymentEvent event) {}

    /** Keeps an event, and returns whether it is new. Publishers take turns, so numbers become visible in their order. */
    boolean addIfNew(PaymentEvent event, Instant now) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                boolean added = addIfNew(connection, event, now);
                connection.commit();
                return added;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    /** Has a plugin that is new begin with what comes from now on; a plugin that was there before goes on where it was. */
    void addCursorIfNew(String pluginId) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("insert into " + schema
                        + ".payment_cursor (plugin_id, last_seq) select cast(? as varchar(64)), last_seq from "
                        + schema + ".payment_event_head where not exists (select 1 from " + schema
                        + ".payment_cursor where plugin_id = ?)")) {
            insert.setString(1, pluginId);
            insert.setString(2, pluginId);
            insert.executeUpdate();
        }
    }

    /** What a plugin has not been told yet, oldest first. */
    List<Numbered> listUntold(String pluginId, int limit) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("select e.event_seq, e.body from " + schema
                        + ".payment_event e join " + schema
                        + ".payment_cursor c on e.event_seq > c.last_seq where c.plugin_id = ?"
                        + " order by e.event_seq fetch first " + limit + " rows only")) {
            select.setString(1, pluginId);
            List<Numbered> untold = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    untold.add(new Numbered(rows.getLong(1), PaymentEventJson.read(rows.getString(2))));
                }
            }
            return untold;
        }
    }

    /** Notes that a plugin has been told of this one and all before; never goes back. */
    void moveCursor(String pluginId, long seq) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update " + schema + ".payment_cursor set last_seq = ? where plugin_id = ? and last_seq < ?")) {
            update.setLong(1, seq);
            update.setString(2, pluginId);
            update.setLong(3, seq);
            update.executeUpdate();
        }
    }

    private boolean addIfNew(Connection connection, PaymentEvent event, Instant now) throws SQLException {
        try (PreparedStatement head = connection.prepareStatement(
                "update " + schema + ".payment_event_head set last_seq = last_seq + 1 where head_id = 1")) {
            head.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement("insert into " + schema
                + ".payment_event (event_seq, event_id, org_id, body, published_at)"
                + " select last_seq, cast(? as varchar(200)), cast(? as varchar(64)), cast(? as varchar(20000)),"
                + " cast(? as timestamp with time zone) from " + schema
                + ".payment_event_head where not exists (select 1 from " + schema
                + ".payment_event where event_id = ?)")) {
            insert.setString(1, event.eventId());
            insert.setString(2, event.org().value());
            insert.setString(3, PaymentEventJson.write(event));
            insert.setObject(4, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            insert.setString(5, event.eventId());
            return insert.executeUpdate() == 1;
        }
    }
}
