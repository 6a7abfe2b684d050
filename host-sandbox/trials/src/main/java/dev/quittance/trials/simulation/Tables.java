package dev.quittance.trials.simulation;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the plugin's tables through the audit's own connection: plain SQL, independent of the plugin's code. */
final class Tables {
    private Tables() {}

    /** The rows that the query finds. */
    static List<TableRow> list(SeedDatabase database, String sql) {
        List<TableRow> rows = new ArrayList<>();
        try (PreparedStatement statement = database.auditor().prepareStatement(sql);
                ResultSet found = statement.executeQuery()) {
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                Map<String, String> row = new LinkedHashMap<>();
                for (int column = 1; column <= columns; column++) {
                    String value = found.getString(column);
                    row.put(
                            found.getMetaData().getColumnLabel(column).toLowerCase(Locale.ROOT),
                            value == null ? "" : value);
                }
                rows.add(new TableRow(row));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the audit cannot read: " + sql, e);
        }
        return rows;
    }

    /** The one number that the query gives. */
    static long count(SeedDatabase database, String sql) {
        TableRow row = list(database, sql).get(0);
        return Long.parseLong(row.columns().values().iterator().next());
    }
}
