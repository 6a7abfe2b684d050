package dev.quittance.api.ui;

import java.util.List;

/**
 * A row of a list. Immutable and thread-safe.
 *
 * @param key names the row within its list, stable over time
 * @param cells one for each column, in their order
 * @param details what is worth a second, smaller line below the cells and not a column of its own; mostly empty
 */
public record Row(String key, List<Cell> cells, List<Fact> details) {
    /** Copies the lists. */
    public Row {
        cells = List.copyOf(cells);
        details = List.copyOf(details);
    }

    /** A row without a second line. */
    public Row(String key, List<Cell> cells) {
        this(key, cells, List.of());
    }
}
