package dev.quittance.crm.screen;

import java.util.List;

/**
 * Where a user is signed in.
 *
 * @param rows the latest first
 */
public record SessionsPage(List<Row> rows) {
    /** Copies the rows. */
    public SessionsPage {
        rows = List.copyOf(rows);
    }

    /**
     * A browser.
     *
     * @param handle to sign it out by
     * @param device what it calls itself
     * @param since when they signed in there
     * @param seen when it last asked for a page
     * @param here whether it is this one
     */
    public record Row(String handle, String device, Moment since, Moment seen, boolean here) {}
}
