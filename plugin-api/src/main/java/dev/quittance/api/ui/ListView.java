package dev.quittance.api.ui;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A list, or one page of it. Immutable and thread-safe.
 *
 * @param title what it lists
 * @param columns at most {@value #MAX_COLUMNS}
 * @param rows at most {@link ListQuery#MAX_LIMIT}, each with a cell for every column
 * @param empty what to say, and what to do next, when there are no rows
 * @param next the cursor of the next page, empty on the last
 * @param totals facts below the list: paid, open, …
 */
public record ListView(
        Text title, List<Column> columns, List<Row> rows, Text empty, Optional<String> next, List<Fact> totals) {
    /** More columns do not fit a screen. */
    public static final int MAX_COLUMNS = 12;

    /** Copies the lists; refuses too many columns or rows, and a row whose cells do not match the columns. */
    public ListView {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(empty, "empty");
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        totals = List.copyOf(totals);
        if (columns.size() > MAX_COLUMNS || rows.size() > ListQuery.MAX_LIMIT) {
            throw new IllegalArgumentException("too large: " + columns.size() + " columns, " + rows.size() + " rows");
        }
        for (Row row : rows) {
            if (row.cells().size() != columns.size()) {
                throw new IllegalArgumentException("row " + row.key() + " does not match the columns");
            }
        }
    }
}
