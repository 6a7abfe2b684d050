package dev.quittance.trials.simulation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A row of one of the plugin's tables. Immutable.
 *
 * @param columns the values as text by column name in lower case, in the order of the query; null is the empty string
 */
record TableRow(Map<String, String> columns) {
    TableRow {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    String text(String column) {
        String value = columns.get(column);
        if (value == null) {
            throw new IllegalArgumentException("no column " + column + " among " + columns.keySet());
        }
        return value;
    }

    @Override
    public String toString() {
        return columns.toString();
    }
}
