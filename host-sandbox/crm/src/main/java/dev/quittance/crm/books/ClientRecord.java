package dev.quittance.crm.books;

import dev.quittance.api.record.RecordRef;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A project or invoice of a client.
 *
 * @param client whose
 * @param ref the record
 * @param project the project itself, or the one that the invoice bills
 * @param currency its currency
 * @param total in minor units of that: an issued invoice's total or a project's contract; empty where nothing is agreed or owed
 * @param dueOn an invoice's last day to pay
 */
record ClientRecord(
        UUID client,
        RecordRef ref,
        Optional<UUID> project,
        String currency,
        Optional<Long> total,
        Optional<LocalDate> dueOn) {
    boolean isProject() {
        return ref.object().equals(RecordRef.PROJECT);
    }
}
