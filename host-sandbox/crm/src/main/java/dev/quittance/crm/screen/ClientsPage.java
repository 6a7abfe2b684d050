package dev.quittance.crm.screen;

import java.util.List;
import java.util.Optional;

/**
 * A page of the clients.
 *
 * @param rows in alphabetical order
 * @param next the address of the next page, if there is one
 */
public record ClientsPage(List<Row> rows, Optional<String> next) {
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
