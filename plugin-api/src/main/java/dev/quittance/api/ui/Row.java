package dev.quittance.api.ui;

import java.util.List;

/**
 * A row of a list. Immutable and thread-safe.
 *
 * @param key names the row within its list, stable over time
 * @param cells one for each column, in their order
 */
public record Row(String key, List<Cell> cells) {
    /** Copies the cells. */
    public Row {
        cells = List.copyOf(cells);
    }
}
