package dev.quittance.platform.service;

import dev.quittance.platform.extension.SealedColumn;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Which keys the database knows of, and where plugins keep what is sealed. Thread-safe. */
final class SealingRepository {
    private static final String DUPLICATE = "23505";

    private final DataSource dataSource;
    private final String schema;

    SealingRepository(DataSource dataSource, String schema) {
        this.dataSource = dataSource;
        this.schema = schema;
    }

    /**
     * Where a plugin keeps something sealed.
     *
     * @param pluginId whose it is
     * @param schema the plugin's
     * @param column empty if the plugin does not say where
     */
    record Place(String pluginId, String schema, Optional<SealedColumn> column) {}

    /** What the installation calls itself; the first time what is given here. */
    String installationId(String first) throws SQLException {
        Optional<String> known = findInstallationId();
        if (known.isPresent()) {
            return known.get();
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into " + schema + ".installation values (1, ?)")) {
            insert.setString(1, first);
            insert.executeUpdate();
        } catch (SQLException e) {
            if (!DUPLICATE.equals(e.getSQLState())) {
                throw e;
            }
        }
        return findInstallationId().orElseThrow();
    }

    /** The keys that something may be sealed with: their numbers, and by what each is known again. */
    Map<Integer, String> listKeys() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select key_id, check_value from " + schema + ".sealing_key");
                ResultSet rows = select.executeQuery()) {
            Map<Integer, String> keys = new TreeMap<>();
            while (rows.next()) {
                keys.put(rows.getInt(1), rows.getString(2));
            }
            return keys;
        }
    }

    /** Notes a key; one of the same number that another node noted meanwhile stays. */
    void noteKey(int keyId, String check, Instant now) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into " + schema + ".sealing_key values (?, ?, ?)")) {
            insert.setInt(1, keyId);
            insert.setString(2, check);
            insert.setObject(3, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (SQLException e) {
            if (!DUPLICATE.equals(e.getSQLState())) {
                throw e;
            }
        }
    }

    /** Forgets a key that nothing is sealed with. */
    void forgetKey(int keyId) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("delete from " + schema + ".sealing_key where key_id = ?")) {
            delete.setInt(1, keyId);
            delete.executeUpdate();
        }
    }

    /** Notes where a plugin keeps what is sealed, in the place of what was noted of it before. */
    void notePlaces(String pluginId, List<Place> places) throws SQLException {
        List<Place> before = listPlaces().stream()
                .filter(place -> place.pluginId().equals(pluginId))
                .toList();
        if (before.size() == places.size() && before.containsAll(places)) {
            return;
        }
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                replace(connection, pluginId, places);
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    /** Where plugins keep what is sealed, those that are off included. */
    List<Place> listPlaces() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select plugin_id, schema_name, table_name, column_name, purpose from " + schema
                                + ".sealed_column order by plugin_id, table_name, column_name");
                ResultSet rows = select.executeQuery()) {
            List<Place> places = new ArrayList<>();
            while (rows.next()) {
                Optional<SealedColumn> column = rows.getString(3).isEmpty()
                        ? Optional.empty()
                        : Optional.of(new SealedColumn(rows.getString(3), rows.getString(4), rows.getString(5)));
                places.add(new Place(rows.getString(1), rows.getString(2), column));
            }
            return places;
        }
    }

    /** Notes how many are still to be sealed anew. */
    void noteLeft(String pluginId, SealedColumn column, long left) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update " + schema
                                + ".sealed_column set rows_left = ? where plugin_id = ? and table_name = ? and column_name = ?")) {
            update.setLong(1, left);
            update.setString(2, pluginId);
            update.setString(3, column.table());
            update.setString(4, column.column());
            update.executeUpdate();
        }
    }

    private Optional<String> findInstallationId() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select installation_id from " + schema + ".installation");
                ResultSet rows = select.executeQuery()) {
            return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
        }
    }

    private void replace(Connection connection, String pluginId, List<Place> places) throws SQLException {
        try (PreparedStatement delete =
                        connection.prepareStatement("delete from " + schema + ".sealed_column where plugin_id = ?");
                PreparedStatement insert = connection.prepareStatement(
                        "insert into " + schema + ".sealed_column values (?, ?, ?, ?, ?, 0)")) {
            delete.setString(1, pluginId);
            delete.executeUpdate();
            for (Place place : places) {
                insert.setString(1, pluginId);
                insert.setString(2, place.schema());
                insert.setString(3, place.column().map(SealedColumn::table).orElse(""));
                insert.setString(4, place.column().map(SealedColumn::column).orElse(""));
                insert.setString(5, place.column().map(SealedColumn::purpose).orElse(""));
                insert.executeUpdate();
            }
        }
    }
}
