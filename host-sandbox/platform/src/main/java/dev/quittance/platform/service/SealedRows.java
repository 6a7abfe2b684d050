package dev.quittance.platform.service;

import dev.quittance.platform.extension.SealedColumn;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** What is sealed in one column of a plugin's table. Thread-safe. */
final class SealedRows {
    private final DataSource dataSource;
    private final SealedColumn place;
    private final String table;
    private final String column;
    private final List<String> key;

    /**
     * One row.
     *
     * @param key the values of its primary key
     * @param org whose it is
     * @param purpose what it is sealed for
     * @param sealed the bytes
     */
    record Row(List<Object> key, String org, String purpose, byte[] sealed) {}

    private SealedRows(DataSource dataSource, SealedColumn place, String table, List<String> key) {
        this.dataSource = dataSource;
        this.place = place;
        this.table = table;
        this.column = place.column();
        this.key = key;
    }

    /** The rows of this place; refuses one that is not as it was declared. */
    static SealedRows of(DataSource dataSource, String schema, SealedColumn place) throws SQLException {
        Map<Integer, String> key = new TreeMap<>();
        try (Connection connection = dataSource.getConnection();
                ResultSet rows = connection.getMetaData().getPrimaryKeys(null, schema, place.table())) {
            while (rows.next()) {
                key.put(rows.getInt("KEY_SEQ"), rows.getString("COLUMN_NAME"));
            }
        }
        if (key.isEmpty()
                || !SealedColumn.isName(schema)
                || !key.values().stream().allMatch(SealedColumn::isName)) {
            throw new IllegalStateException("a table with sealed columns has a primary key: " + place.table());
        }
        return new SealedRows(dataSource, place, schema + "." + place.table(), List.copyOf(key.values()));
    }

    /** How many are sealed with this key. */
    long countSealedWith(int keyId) throws SQLException {
        return count(
                "select count(*) from " + table + " where " + column + " is not null and octet_length(" + column
                        + ") > 0 and substring(" + column + " from 1 for 5) = ?",
                keyId);
    }

    /** How many are sealed with another key. */
    long countNotSealedWith(int keyId) throws SQLException {
        return count(
                "select count(*) from " + table + " where " + column + " is not null and octet_length(" + column
                        + ") > 0 and substring(" + column + " from 1 for 5) <> ?",
                keyId);
    }

    /** Some that are sealed with another key, in the order of their primary keys, from the first after this one on; empty: from the first. */
    List<Row> listNotSealedWith(int keyId, List<Object> after, int limit) throws SQLException {
        List<String> purposes = List.copyOf(place.namesInPurpose());
        List<String> wanted = new ArrayList<>(key);
        wanted.addAll(purposes);
        wanted.add("org_id");
        wanted.add(column);
        String columns = String.join(", ", wanted);
        String keys = String.join(", ", key);
        String further = after.isEmpty() ? "" : " and (" + keys + ") > (" + marks(key.size()) + ")";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("select " + columns + " from " + table
                        + " where " + column + " is not null and octet_length(" + column + ") > 0 and substring("
                        + column + " from 1 for 5) <> ?" + further + " order by " + keys + " fetch first " + limit
                        + " rows only")) {
            select.setBytes(1, SealedBox.prefix(keyId));
            bind(select, 2, after);
            List<Row> found = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(row(rows, purposes));
                }
            }
            return found;
        }
    }

    /** Puts other bytes into a row, unless it has others by now; false then. */
    boolean replace(Row row, byte[] resealed) throws SQLException {
        String keys = String.join(", ", key);
        String marks = marks(key.size());
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement("update " + table + " set " + column
                        + " = ? where (" + keys + ") = (" + marks + ") and " + column + " = ?")) {
            update.setBytes(1, resealed);
            bind(update, 2, row.key());
            update.setBytes(2 + key.size(), row.sealed());
            return update.executeUpdate() == 1;
        }
    }

    private Row row(ResultSet rows, List<String> purposes) throws SQLException {
        List<Object> values = new ArrayList<>();
        for (int i = 1; i <= key.size(); i++) {
            values.add(rows.getObject(i));
        }
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i < purposes.size(); i++) {
            named.put(purposes.get(i), rows.getString(key.size() + 1 + i));
        }
        int next = key.size() + purposes.size() + 1;
        return new Row(values, rows.getString(next), place.purposeOf(named), rows.getBytes(next + 1));
    }

    private long count(String counting, int keyId) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(counting)) {
            select.setBytes(1, SealedBox.prefix(keyId));
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static String marks(int number) {
        return String.join(", ", Collections.nCopies(number, "?"));
    }

    private static void bind(PreparedStatement statement, int first, List<Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(first + i, values.get(i));
        }
    }
}
