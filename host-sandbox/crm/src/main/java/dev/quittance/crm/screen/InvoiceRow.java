package dev.quittance.crm.screen;

import dev.quittance.api.money.Money;
import dev.quittance.crm.books.Figures;
import dev.quittance.crm.books.Standing;
import dev.quittance.crm.identity.Organisation;
import dev.quittance.crm.record.Invoice;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An invoice in a table, its values as people read them.
 *
 * @param href its page
 * @param name what people call it
 * @param clientHref its client's page
 * @param client its client's name
 * @param mark how it stands
 * @param total formatted
 * @param owed what has not come; a dash where nothing is owed
 * @param left what can still be asked for; a dash where that is nothing
 * @param due the last day to pay; a dash where there is none
 */
public record InvoiceRow(
        String href,
        String name,
        String clientHref,
        String client,
        Mark mark,
        String total,
        String owed,
        String left,
        String due) {
    private static final String NONE = "–";

    static InvoiceRow of(Invoice invoice, Figures figures, Organisation reader, LocalDate today) {
        return new InvoiceRow(
                "/invoice/" + invoice.id(),
                invoice.name(),
                "/client/" + invoice.clientId(),
                invoice.clientName(),
                Mark.of(Standing.of(invoice, figures, today)),
                Formats.money(invoice.total(), reader),
                orNone(figures.owed(), reader),
                orNone(figures.left(), reader),
                invoice.dueOn().map(day -> Formats.date(day, reader)).orElse(NONE));
    }

    private static String orNone(Optional<Money> money, Organisation reader) {
        return money.filter(Money::isPositive)
                .map(some -> Formats.money(some, reader))
                .orElse(NONE);
    }
}
