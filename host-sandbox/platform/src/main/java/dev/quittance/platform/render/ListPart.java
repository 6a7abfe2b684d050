package dev.quittance.platform.render;

import java.util.List;

/**
 * A list, or one page of it.
 *
 * @param title what it lists
 * @param columns its columns
 * @param rows its rows
 * @param empty what to say when there are no rows
 * @param nextHref where more rows are; empty on the last page
 * @param totals facts below it
 */
public record ListPart(
        String title,
        List<ColumnView> columns,
        List<RowView> rows,
        String empty,
        String nextHref,
        List<FactView> totals) {
    /** Copies the lists. */
    public ListPart {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        totals = List.copyOf(totals);
    }

    /**
     * A column.
     *
     * @param key names it
     * @param label its heading
     * @param numeric whether it is aligned right
     */
    public record ColumnView(String key, String label, boolean numeric) {}

    /**
     * A row.
     *
     * @param key names it
     * @param cells one for each column
     * @param details its second line
     */
    public record RowView(String key, List<CellView> cells, List<FactView> details) {
        /** Copies the lists. */
        public RowView {
            cells = List.copyOf(cells);
            details = List.copyOf(details);
        }
    }
}
