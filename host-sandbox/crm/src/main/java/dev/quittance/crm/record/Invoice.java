package dev.quittance.crm.record;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A bill, without its lines.
 *
 * @param org whose invoice
 * @param id unique within the organisation
 * @param number counted by the organisation from 1001, without gaps, never given twice
 * @param clientId who owes it
 * @param clientName their name
 * @param projectId the project whose work it bills, if there is one; it may be gone
 * @param state where it stands
 * @param total gross, as the lines add up; not negative
 * @param termsDays how many days after issuing it is due
 * @param issuedOn in the organisation's time zone; empty while it was never issued
 * @param dueOn the last day to pay; empty while it was never issued
 * @param createdAt since when the CRM knows it
 * @param version rises with every change, so that nobody overwrites what they have not seen
 */
public record Invoice(
        OrgId org,
        UUID id,
        long number,
        UUID clientId,
        String clientName,
        Optional<UUID> projectId,
        InvoiceState state,
        Money total,
        int termsDays,
        Optional<LocalDate> issuedOn,
        Optional<LocalDate> dueOn,
        Instant createdAt,
        long version) {
    /** What people call it. */
    public String name() {
        return "INV-" + number;
    }

    /** Of all money on it. */
    public String currency() {
        return total.currency();
    }
}
