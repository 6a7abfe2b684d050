package dev.quittance.crm.record;

import dev.quittance.api.money.Money;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** What an invoice is after a change. */
final class InvoiceChanges {
    private InvoiceChanges() {}

    /** Whether an invoice in its state can be written anew like this. */
    static boolean takes(Invoice invoice, InvoiceEntry entry) {
        return switch (invoice.state()) {
            case DRAFT -> true;
            case VOID -> false;
            case ISSUED ->
                invoice.clientId().equals(entry.clientId())
                        && invoice.projectId().equals(entry.projectId())
                        && invoice.currency().equals(entry.currency());
        };
    }

    static Invoice issued(Invoice invoice, LocalDate today) {
        return with(invoice, InvoiceState.ISSUED, Optional.of(today));
    }

    static Invoice voided(Invoice invoice) {
        return with(invoice, InvoiceState.VOID, invoice.issuedOn());
    }

    static Invoice rewritten(Invoice invoice, InvoiceEntry entry) {
        return copy(
                invoice,
                invoice.number(),
                new Content(entry.clientId(), entry.projectId(), entry.total(), entry.termsDays()),
                invoice.state(),
                invoice.issuedOn());
    }

    static Invoice numbered(Invoice invoice, long number) {
        Content same = new Content(invoice.clientId(), invoice.projectId(), invoice.total(), invoice.termsDays());
        return copy(invoice, number, same, invoice.state(), invoice.issuedOn());
    }

    private record Content(UUID clientId, Optional<UUID> projectId, Money total, int termsDays) {}

    private static Invoice with(Invoice invoice, InvoiceState state, Optional<LocalDate> issuedOn) {
        Content same = new Content(invoice.clientId(), invoice.projectId(), invoice.total(), invoice.termsDays());
        return copy(invoice, invoice.number(), same, state, issuedOn);
    }

    private static Invoice copy(
            Invoice invoice, long number, Content content, InvoiceState state, Optional<LocalDate> issuedOn) {
        return new Invoice(
                invoice.org(),
                invoice.id(),
                number,
                content.clientId(),
                invoice.clientName(),
                content.projectId(),
                state,
                content.total(),
                content.termsDays(),
                issuedOn,
                issuedOn.map(day -> day.plusDays(content.termsDays())),
                invoice.createdAt(),
                invoice.version() + 1);
    }
}
