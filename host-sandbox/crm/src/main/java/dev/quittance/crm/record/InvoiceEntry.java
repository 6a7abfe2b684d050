package dev.quittance.crm.record;

import dev.quittance.api.money.Money;
import dev.quittance.api.money.MoneyException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What people write on an invoice. Immutable and thread-safe.
 *
 * @param clientId who owes it
 * @param projectId the project whose work it bills, if there is one
 * @param currency ISO 4217, upper case, of every line
 * @param termsDays how many days after issuing it is due, from 0 to {@value #MAX_TERMS}
 * @param lines at least one and at most {@value #MAX_LINES}, together not negative
 */
public record InvoiceEntry(
        UUID clientId, Optional<UUID> projectId, String currency, int termsDays, List<InvoiceLine> lines) {
    /** The most lines: a house built in a hundred trades; more is a list to be attached, not an invoice that anybody checks. */
    public static final int MAX_LINES = 100;
    /** The longest terms. */
    public static final int MAX_TERMS = 365;

    /**
     * Copies the lines, and refuses what is out of bounds.
     *
     * @throws MoneyException NEGATIVE, OVERFLOW or CURRENCY_MISMATCH by what the lines add up to
     */
    public InvoiceEntry {
        lines = List.copyOf(lines);
        if (lines.isEmpty() || lines.size() > MAX_LINES) {
            throw new IllegalArgumentException("from 1 to " + MAX_LINES + " lines");
        }
        if (termsDays < 0 || termsDays > MAX_TERMS) {
            throw new IllegalArgumentException("terms from 0 to " + MAX_TERMS + " days");
        }
        if (InvoiceLine.total(lines, currency).isNegative()) {
            throw new MoneyException(MoneyException.Reason.NEGATIVE, "an invoice is not negative");
        }
    }

    /** Gross, as the lines add up. */
    public Money total() {
        return InvoiceLine.total(lines, currency);
    }
}
