package dev.quittance.crm.screen;

import java.util.List;
import java.util.Optional;

/**
 * A page of the invoices.
 *
 * @param filters which of them can be shown
 * @param rows newest first
 * @param next the address of the next page, if there is one
 * @param mayAdd whether the reader may make one
 */
public record InvoicesPage(List<Filter> filters, List<InvoiceRow> rows, Optional<String> next, boolean mayAdd) {
    /**
     * A choice of invoices.
     *
     * @param label its name
     * @param href its page
     * @param current whether it is the one that is shown
     */
    public record Filter(String label, String href, boolean current) {}

    /** Copies the lists. */
    public InvoicesPage {
        filters = List.copyOf(filters);
        rows = List.copyOf(rows);
    }
}
