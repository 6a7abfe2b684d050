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
     * @param phone a dash where there is none
     */
    public record Row(String href, String name, String email, String phone) {}

    /** Copies the rows. */
    public ClientsPage {
        rows = List.copyOf(rows);
    }
}
