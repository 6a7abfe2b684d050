package dev.quittance.crm.screen;

import java.util.List;
import java.util.Optional;

/**
 * A page of the clients.
 *
 * @param rows in alphabetical order
 * @param next the address of the next page, if there is one
 * @param query as typed; empty for all
 * @param editable whether the reader may add one
 */
public record ClientsPage(List<Row> rows, Optional<String> next, String query, boolean editable) {
    /**
     * A client.
     *
     * @param href their page
     * @param name their name
     * @param email a dash where there is none
     * @param figures how they stand, a line for each currency; empty where nothing was billed or paid
     */
    public record Row(String href, String name, String email, List<Line> figures) {
        /** Copies the lines. */
        public Row {
            figures = List.copyOf(figures);
        }
    }

    /**
     * How a client stands in one currency, each formatted.
     *
     * @param billed the issued invoices and what was asked for on projects
     * @param paid what came and stayed
     * @param processing what is on its way
     * @param overdue what is late
     * @param late whether anything is
     */
    public record Line(String billed, String paid, String processing, String overdue, boolean late) {}

    /** Copies the rows. */
    public ClientsPage {
        rows = List.copyOf(rows);
    }
}
