package dev.quittance.crm.record;

import java.util.Locale;
import java.util.Optional;

/** Which invoices to list. What is open, overdue or paid follows from the host's books. */
public enum InvoiceFilter {
    /** All of them. */
    ALL,
    /** Issued and not paid in full. */
    OPEN,
    /** Open, and the last day to pay is over. */
    OVERDUE,
    /** Issued and paid in full. */
    PAID,
    /** Not issued yet. */
    DRAFT,
    /** Taken back. */
    VOID;

    /** As addresses spell it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads what {@link #code} wrote. */
    public static Optional<InvoiceFilter> find(String code) {
        for (InvoiceFilter filter : values()) {
            if (filter.code().equals(code)) {
                return Optional.of(filter);
            }
        }
        return Optional.empty();
    }
}
