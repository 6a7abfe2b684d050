package dev.quittance.platform.lifecycle;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The table of plugins. Thread-safe. */
final class PluginRecordRepository {
    /** As the column has it. */
    private static final int MAX_REASON = 2000;

    private final DataSource dataSource;
    private final String table;
    private final Clock clock;

    PluginRecordRepository(DataSource dataSource, String schema, Clock clock) {
        this.dataSource = dataSource;
        this.table = schema + ".plugin";
        this.clock = clock;
    }

    List<PluginRecord> list() {
        return query("select plugin_id, version, directory, state, reason from " + table + " order by plugin_id", "");
    }

    Optional<PluginRecord> find(String id) {
        return query("select plugin_id, version, directory, state, reason from " + table + " where plugin_id = ?", id)
                .stream()
                .findFirst();
    }

    /** Keeps the record, new or changed. */
    void put(PluginRecord plugin) {
        try (Connection connection = dataSource.getConnection()) {
            if (write(
                            connection,
                            "update " + table + " set version = ?, directory = ?, state = ?, reason = ?,"
                                    + " changed_at = ? where plugin_id = ?",
                            plugin)
                    == 0) {
                write(
                        connection,
                        "insert into " + table + " (version, directory, state, reason, changed_at, plugin_id)"
                                + " values (?, ?, ?, ?, ?, ?)",
                        plugin);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the table of plugins cannot be written", e);
        }
    }

    private int write(Connection connection, String sql, PluginRecord plugin) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            String reason = plugin.reason();
            statement.setString(1, plugin.version());
            statement.setString(2, plugin.directory());
            statement.setString(3, plugin.state().name());
            statement.setString(4, reason.length() > MAX_REASON ? reason.substring(0, MAX_REASON) : reason);
            statement.setObject(5, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            statement.setString(6, plugin.id());
            return statement.executeUpdate();
        }
    }

    private List<PluginRecord> query(String sql, String id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            if (!id.isEmpty()) {
                statement.setString(1, id);
            }
            List<PluginRecord> all = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    all.add(new PluginRecord(
                            rows.getString(1),
                            rows.getString(2),
                            rows.getString(3),
                            InstalledPlugin.State.valueOf(rows.getString(4)),
                            rows.getString(5)));
                }
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException("the table of plugins cannot be read", e);
        }
    }
}
