package dev.quittance.crm.books;

import dev.quittance.api.money.Money;
import dev.quittance.crm.record.Invoice;
import java.time.LocalDate;

/** How an invoice stands with its payment: one word for people. */
public enum Standing {
    /** Not issued. */
    DRAFT,
    /** Owed, not due yet, nothing has come. */
    OPEN,
    /** Some of it has come. */
    PARTLY_PAID,
    /** All that is missing is on its way. */
    PROCESSING,
    /** All of it has come. */
    PAID,
    /** It was paid, and all of it was given back. */
    REFUNDED,
    /** The last day to pay is over, and something is missing that is not on its way. */
    OVERDUE,
    /** Taken back. */
    VOID;

    /**
     * How this invoice stands.
     *
     * @param figures its figures
     * @param today in the organisation's time zone
     */
    public static Standing of(Invoice invoice, Figures figures, LocalDate today) {
        return switch (invoice.state()) {
            case DRAFT -> DRAFT;
            case VOID -> VOID;
            case ISSUED -> ofIssued(invoice, figures, today);
        };
    }

    private static Standing ofIssued(Invoice invoice, Figures figures, LocalDate today) {
        Money owed = figures.owed().orElse(invoice.total());
        if (!owed.isPositive()) {
            return figures.refunded().isPositive() && !figures.paid().isPositive() ? REFUNDED : PAID;
        }
        if (figures.processing().compareTo(owed) >= 0) {
            return PROCESSING;
        }
        if (invoice.dueOn().filter(today::isAfter).isPresent()) {
            return OVERDUE;
        }
        return figures.paid().isPositive() ? PARTLY_PAID : OPEN;
    }
}
