package dev.quittance.platform.event;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Old events, as they go. Numbers and times rise together, so the oldest are the first by number. Thread-safe. */
final class OldEventRepository {
    private final DataSource dataSource;
    private final String schema;

    OldEventRepository(DataSource dataSource, String schema) {
        this.dataSource = dataSource;
        this.schema = schema;
    }

    /** Deletes some that are older and that every plugin has been told; how many. */
    int deleteTold(String stream, Instant before, int limit) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            OptionalLong last = findLastOld(connection, stream, before, limit);
            if (last.isEmpty()) {
                return 0;
            }
            try (PreparedStatement delete = connection.prepareStatement("delete from " + schema
                    + ".event where stream = ? and event_seq <= ? and not exists (select 1 from " + schema
                    + ".event_cursor c where c.stream = ? and c.last_seq < event_seq)")) {
                delete.setString(1, stream);
                delete.setLong(2, last.getAsLong());
                delete.setString(3, stream);
                return delete.executeUpdate();
            }
        }
    }

    /** Drops some that are older, told or not; of how many each plugin will not be told. Empty: nobody was waiting for one. */
    Map<String, Long> dropUntold(String stream, Instant before, int limit) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                OptionalLong last = findLastOld(connection, stream, before, limit);
                Map<String, Long> untold = last.isEmpty() ? Map.of() : dropUpTo(connection, stream, last.getAsLong());
                connection.commit();
                return untold;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    /** The number of the last of the first so many that are older. */
    private OptionalLong findLastOld(Connection connection, String stream, Instant before, int limit)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select event_seq, published_at from " + schema
                + ".event where stream = ? order by event_seq fetch first " + limit + " rows only")) {
            select.setString(1, stream);
            OptionalLong last = OptionalLong.empty();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()
                        && rows.getObject(2, OffsetDateTime.class).toInstant().isBefore(before)) {
                    last = OptionalLong.of(rows.getLong(1));
                }
            }
            return last;
        }
    }

    private Map<String, Long> dropUpTo(Connection connection, String stream, long last) throws SQLException {
        Map<String, Long> untold = new TreeMap<>();
        for (String plugin : listBehind(connection, stream, last)) {
            untold.put(plugin, pass(connection, stream, plugin, last));
        }
        try (PreparedStatement delete =
                connection.prepareStatement("delete from " + schema + ".event where stream = ? and event_seq <= ?")) {
            delete.setString(1, stream);
            delete.setLong(2, last);
            delete.executeUpdate();
        }
        return untold;
    }

    /** Locked, so that nobody's place moves between counting and passing. */
    private List<String> listBehind(Connection connection, String stream, long last) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select plugin_id from " + schema
                + ".event_cursor where stream = ? and last_seq < ? order by plugin_id for update")) {
            select.setString(1, stream);
            select.setLong(2, last);
            List<String> behind = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    behind.add(rows.getString(1));
                }
            }
            return behind;
        }
    }

    private long pass(Connection connection, String stream, String plugin, long last) throws SQLException {
        long untold;
        try (PreparedStatement select = connection.prepareStatement("select count(*) from " + schema + ".event e join "
                + schema + ".event_cursor c on c.stream = e.stream and e.event_seq > c.last_seq"
                + " where e.stream = ? and c.plugin_id = ? and e.event_seq <= ?")) {
            select.setString(1, stream);
            select.setString(2, plugin);
            select.setLong(3, last);
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                untold = rows.getLong(1);
            }
        }
        try (PreparedStatement update = connection.prepareStatement("update " + schema
                + ".event_cursor set last_seq = ?, dropped = dropped + ?, failures = 0, not_before = null"
                + " where stream = ? and plugin_id = ?")) {
            update.setLong(1, last);
            update.setLong(2, untold);
            update.setString(3, stream);
            update.setString(4, plugin);
            update.executeUpdate();
        }
        return untold;
    }
}
