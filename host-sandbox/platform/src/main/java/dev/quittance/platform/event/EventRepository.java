package dev.quittance.platform.event;

import dev.quittance.api.identity.OrgId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The events of one stream and how far each plugin has been told. Thread-safe. */
final class EventRepository {
    private final DataSource dataSource;
    private final String schema;
    private final String stream;

    EventRepository(DataSource dataSource, String schema, String stream) {
        this.dataSource = dataSource;
        this.schema = schema;
        this.stream = stream;
    }

    /** What is kept of an event. */
    record Row(String eventId, OrgId org, String body) {}

    /** An event with its number. */
    record Numbered(long seq, String body) {}

    /** A plugin's place, free to be told from. */
    record Place(int failures, Optional<Instant> notBefore) {}

    /** Keeps an event, and returns whether it is new. Publishers take turns, so numbers become visible in their order. */
    boolean addIfNew(Row row, Instant now) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                boolean added = addIfNew(connection, row, now);
                if (added) {
                    connection.commit();
                } else {
                    // The number was not used.
                    connection.rollback();
                }
                return added;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    /** Has a plugin that is new begin with what comes from now on; one that was there before goes on where it was, at once. */
    void welcome(String pluginId) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("insert into " + schema
                        + ".event_cursor (stream, plugin_id, last_seq, failures, teller)"
                        + " select stream, cast(? as varchar(64)), last_seq, 0, '' from " + schema
                        + ".event_head where stream = ? and not exists (select 1 from " + schema
                        + ".event_cursor where stream = ? and plugin_id = ?)");
                PreparedStatement update = connection.prepareStatement("update " + schema
                        + ".event_cursor set failures = 0, not_before = null where stream = ? and plugin_id = ?")) {
            insert.setString(1, pluginId);
            insert.setString(2, stream);
            insert.setString(3, stream);
            insert.setString(4, pluginId);
            insert.executeUpdate();
            update.setString(1, stream);
            update.setString(2, pluginId);
            update.executeUpdate();
        }
    }

    /** Takes the place of the one who tells; empty while somebody else has it, or the plugin has no cursor. */
    Optional<Place> take(String pluginId, String teller, Instant now, Instant until) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement("update " + schema
                        + ".event_cursor set teller = ?, teller_until = ? where stream = ? and plugin_id = ?"
                        + " and (teller = '' or teller_until < ?)");
                PreparedStatement select = connection.prepareStatement("select failures, not_before from " + schema
                        + ".event_cursor where stream = ? and plugin_id = ? and teller = ?")) {
            update.setString(1, teller);
            update.setObject(2, utc(until));
            update.setString(3, stream);
            update.setString(4, pluginId);
            update.setObject(5, utc(now));
            update.executeUpdate();
            select.setString(1, stream);
            select.setString(2, pluginId);
            select.setString(3, teller);
            try (ResultSet rows = select.executeQuery()) {
                if (!rows.next()) {
                    return Optional.empty();
                }
                Optional<Instant> notBefore = Optional.ofNullable(rows.getObject(2, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant);
                return Optional.of(new Place(rows.getInt(1), notBefore));
            }
        }
    }

    /** What a plugin has not been told yet, oldest first. */
    List<Numbered> listUntold(String pluginId, int limit) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("select e.event_seq, e.body from " + schema
                        + ".event e join " + schema
                        + ".event_cursor c on c.stream = e.stream and e.event_seq > c.last_seq"
                        + " where e.stream = ? and c.plugin_id = ?"
                        + " order by e.event_seq fetch first " + limit + " rows only")) {
            select.setString(1, stream);
            select.setString(2, pluginId);
            List<Numbered> untold = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    untold.add(new Numbered(rows.getLong(1), rows.getString(2)));
                }
            }
            return untold;
        }
    }

    /** Notes that a plugin has been told of this one and all before; false if another run has taken this one's place. */
    boolean told(String pluginId, String teller, long seq, Instant until) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement("update " + schema
                        + ".event_cursor set last_seq = case when last_seq < ? then ? else last_seq end, failures = 0,"
                        + " not_before = null, teller_until = ? where stream = ? and plugin_id = ? and teller = ?")) {
            update.setLong(1, seq);
            update.setLong(2, seq);
            update.setObject(3, utc(until));
            update.setString(4, stream);
            update.setString(5, pluginId);
            update.setString(6, teller);
            return update.executeUpdate() == 1;
        }
    }

    /** Notes that the next event could not be told, and gives the place back. */
    void failed(String pluginId, String teller, Instant notBefore) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement("update " + schema
                        + ".event_cursor set failures = failures + 1, not_before = ?, teller = ''"
                        + " where stream = ? and plugin_id = ? and teller = ?")) {
            update.setObject(1, utc(notBefore));
            update.setString(2, stream);
            update.setString(3, pluginId);
            update.setString(4, teller);
            update.executeUpdate();
        }
    }

    /** Gives the place back. */
    void release(String pluginId, String teller) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement("update " + schema
                        + ".event_cursor set teller = '' where stream = ? and plugin_id = ? and teller = ?")) {
            update.setString(1, stream);
            update.setString(2, pluginId);
            update.setString(3, teller);
            update.executeUpdate();
        }
    }

    private boolean addIfNew(Connection connection, Row row, Instant now) throws SQLException {
        try (PreparedStatement head = connection.prepareStatement(
                "update " + schema + ".event_head set last_seq = last_seq + 1 where stream = ?")) {
            head.setString(1, stream);
            head.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement("insert into " + schema
                + ".event (stream, event_seq, event_id, org_id, body, published_at)"
                + " select stream, last_seq, cast(? as varchar(200)), cast(? as varchar(64)), cast(? as varchar(20000)),"
                + " cast(? as timestamp with time zone) from " + schema
                + ".event_head where stream = ? and not exists (select 1 from " + schema
                + ".event where stream = ? and event_id = ?)")) {
            insert.setString(1, row.eventId());
            insert.setString(2, row.org().value());
            insert.setString(3, row.body());
            insert.setObject(4, utc(now));
            insert.setString(5, stream);
            insert.setString(6, stream);
            insert.setString(7, row.eventId());
            return insert.executeUpdate() == 1;
        }
    }

    private static OffsetDateTime utc(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
