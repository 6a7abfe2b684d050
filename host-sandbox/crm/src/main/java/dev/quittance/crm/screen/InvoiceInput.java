package dev.quittance.crm.screen;

import dev.quittance.api.money.CurrencyUnit;
import dev.quittance.api.money.Money;
import dev.quittance.api.money.MoneyException;
import dev.quittance.crm.identity.Organisation;
import dev.quittance.crm.record.Client;
import dev.quittance.crm.record.Invoice;
import dev.quittance.crm.record.InvoiceEntry;
import dev.quittance.crm.record.InvoiceLine;
import dev.quittance.crm.record.Project;
import dev.quittance.crm.web.Exchange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What somebody typed into the form of an invoice.
 *
 * @param client the chosen client's id
 * @param project the chosen project's id; empty for none
 * @param currency as typed
 * @param terms as typed
 * @param lines as typed
 */
record InvoiceInput(String client, String project, String currency, String terms, List<InvoiceFormPage.Line> lines) {
    private static final String USUAL_TERMS = "14";
    private static final int PERCENT_DECIMALS = 2;

    InvoiceInput {
        lines = List.copyOf(lines);
    }

    /** What the form shows at first, with what the address already says. */
    static InvoiceInput blank(String client, String project, String currency) {
        return new InvoiceInput(
                client, project, currency, USUAL_TERMS, List.of(new InvoiceFormPage.Line(1, "", "1", "", "0")));
    }

    static InvoiceInput of(Invoice invoice, List<InvoiceLine> lines, Organisation reader) {
        List<InvoiceFormPage.Line> typed = new ArrayList<>();
        for (InvoiceLine line : lines) {
            typed.add(new InvoiceFormPage.Line(
                    typed.size() + 1,
                    line.description(),
                    TypedNumber.write(line.quantity(), reader),
                    TypedNumber.write(line.unitPrice().major(), reader),
                    TypedNumber.write(
                            BigDecimal.valueOf(line.taxBasisPoints(), PERCENT_DECIMALS)
                                    .stripTrailingZeros(),
                            reader)));
        }
        return new InvoiceInput(
                invoice.clientId().toString(),
                invoice.projectId().map(Object::toString).orElse(""),
                invoice.currency(),
                String.valueOf(invoice.termsDays()),
                typed);
    }

    static InvoiceInput read(Exchange exchange) {
        int rows = exchange.value("rows").matches("\\d{1,3}") ? Integer.parseInt(exchange.value("rows")) : 1;
        List<InvoiceFormPage.Line> lines = new ArrayList<>();
        for (int row = 1; row <= Math.min(rows, InvoiceEntry.MAX_LINES); row++) {
            lines.add(new InvoiceFormPage.Line(
                    row,
                    exchange.value(TypedNumber.key("description", row)),
                    exchange.value(TypedNumber.key("quantity", row)),
                    exchange.value(TypedNumber.key("price", row)),
                    exchange.value(TypedNumber.key("tax", row))));
        }
        return new InvoiceInput(
                exchange.value("client"),
                exchange.value("project"),
                exchange.value("currency").strip().toUpperCase(Locale.ROOT),
                exchange.value("terms"),
                lines);
    }

    InvoiceInput withOneMoreLine() {
        List<InvoiceFormPage.Line> more = new ArrayList<>(lines);
        if (more.size() < InvoiceEntry.MAX_LINES) {
            more.add(new InvoiceFormPage.Line(more.size() + 1, "", "1", "", "0"));
        }
        return new InvoiceInput(client, project, currency, terms, more);
    }

    /**
     * The entry that was meant; empty if something is wrong, which then stands in the list.
     *
     * @param chosen the client, if it is the organisation's
     * @param billed the project, if it is the organisation's
     */
    Optional<InvoiceEntry> entry(
            Optional<Client> chosen, Optional<Project> billed, Organisation reader, List<String> faults) {
        if (chosen.isEmpty()) {
            faults.add("Choose a client.");
        }
        if (!project.isEmpty() && billed.isEmpty()) {
            faults.add("The project is gone. Choose another one, or none.");
        }
        Optional<CurrencyUnit> unit = CurrencyUnit.find(currency);
        if (unit.isEmpty()) {
            faults.add("The currency is not one that you can be paid in. Use its three letters, for example USD.");
            return Optional.empty();
        }
        boolean termsRead = terms.matches("\\d{1,3}") && Integer.parseInt(terms) <= InvoiceEntry.MAX_TERMS;
        if (!termsRead) {
            faults.add("Days until due is a number from 0 to " + InvoiceEntry.MAX_TERMS + ".");
        }
        List<InvoiceLine> read = readLines(unit.get(), reader, faults);
        if (read.isEmpty() && faults.isEmpty()) {
            faults.add("Fill in at least one line.");
        }
        if (!faults.isEmpty() || chosen.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new InvoiceEntry(
                    chosen.get().id(), billed.map(Project::id), currency, Integer.parseInt(terms), read));
        } catch (MoneyException e) {
            faults.add("The lines together come to less than nothing, or to more than can be counted.");
            return Optional.empty();
        }
    }

    private List<InvoiceLine> readLines(CurrencyUnit unit, Organisation reader, List<String> faults) {
        List<InvoiceLine> read = new ArrayList<>();
        for (InvoiceFormPage.Line line : lines) {
            boolean leftOut = line.isBlank()
                    || (line.description().isBlank() && line.price().isBlank());
            if (!leftOut) {
                readLine(line, unit, reader).ifPresentOrElse(read::add, () -> faults.add(fault(line, unit, reader)));
            }
        }
        return read;
    }

    private static String fault(InvoiceFormPage.Line line, CurrencyUnit unit, Organisation reader) {
        return "Line " + line.row()
                + ": it needs a description, a quantity with at most three decimals, a price with at most "
                + unit.exponent() + " decimals, and a tax from 0 to 100 %. Decimals are written as in "
                + TypedNumber.write(new BigDecimal("1234.5"), reader) + ".";
    }

    private static Optional<InvoiceLine> readLine(InvoiceFormPage.Line line, CurrencyUnit unit, Organisation reader) {
        Optional<BigDecimal> quantity = TypedNumber.read(line.quantity(), InvoiceLine.QUANTITY_DECIMALS, reader);
        Optional<BigDecimal> price = TypedNumber.read(line.price(), unit.exponent(), reader);
        Optional<BigDecimal> tax = TypedNumber.read(line.tax().isBlank() ? "0" : line.tax(), PERCENT_DECIMALS, reader);
        if (quantity.isEmpty() || price.isEmpty() || tax.isEmpty()) {
            return Optional.empty();
        }
        try {
            InvoiceLine read = new InvoiceLine(
                    line.description().strip(),
                    quantity.get(),
                    Money.ofMajor(price.get(), unit.code()),
                    tax.get().movePointRight(PERCENT_DECIMALS).intValueExact());
            read.gross();
            return Optional.of(read);
        } catch (IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
