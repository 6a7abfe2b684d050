package dev.quittance.crm.seed;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.record.Settlement;
import dev.quittance.crm.books.Books;
import dev.quittance.crm.identity.Organisation;
import dev.quittance.crm.record.Invoice;
import dev.quittance.crm.record.InvoiceLine;
import dev.quittance.crm.record.InvoiceState;
import dev.quittance.crm.record.Invoices;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was billed over two years, and what was paid on it by check, transfer and cash. */
final class SeedInvoices {
    private static final int TERMS = 14;
    /** Nine in the morning there, roughly: the day is the same in both organisations' zones. */
    private static final Duration MORNING = Duration.ofHours(15);

    private final Invoices invoices;
    private final Books books;

    SeedInvoices(Invoices invoices, Books books) {
        this.invoices = invoices;
        this.books = books;
    }

    /**
     * A bill.
     *
     * @param org whose
     * @param client their name
     * @param project its name; empty for none
     * @param state where it stands
     * @param on when it was made, and issued unless it is a draft
     */
    private record Bill(Organisation org, String client, String project, InvoiceState state, String on) {}

    void enter() {
        enterFirstYear();
        enterSecondYear();
        enterKuestenbau();
    }

    private void enterFirstYear() {
        Organisation org = SeedPeople.RIDGELINE;
        check(bill(issued(org, "Miguel Ortega", "Ortega garage", "2024-11-12"), line("Deposit", "1", "2500.00")));
        check(bill(
                issued(org, "Harbor View HOA", "", "2025-01-20"),
                line("Gutter cleaning, 14 units", "14", "85.00"),
                line("Winter surcharge", "1", "120.00")));
        check(bill(issued(org, "Priya Natarajan", "Natarajan siding", "2025-03-04"), line("Siding", "42.5", "118.00")));
        check(bill(issued(org, "Sam Whitfield", "", "2025-05-16"), line("Inspection", "1", "180.00")));
        check(bill(issued(org, "Miguel Ortega", "Ortega garage", "2025-06-02"), line("Framing", "1", "4980.50")));
        bill(new Bill(org, "Sam Whitfield", "", InvoiceState.VOID, "2025-06-18"), line("Inspection", "1", "180.00"));
        check(bill(
                issued(org, "Priya Natarajan", "Natarajan siding", "2025-08-09"),
                line("Trim and paint", "26.25", "64.00"),
                line("Discount", "1", "-80.00")));
        check(bill(issued(org, "Tanaka Design K.K.", "Tanaka pavilion", "2025-10-01"), yen("Survey", "1", 220_000)));
    }

    private void enterSecondYear() {
        Organisation org = SeedPeople.RIDGELINE;
        check(bill(issued(org, "Bea Kowalski", "Kowalski dormer", "2026-02-11"), line("Dormer", "1", "9400.00")));
        check(bill(
                issued(org, "Lakeside School", "Lakeside gym roof", "2026-04-23"), line("Membrane", "310", "28.90")));
        bill(issued(org, "Lakeside School", "Lakeside gym roof", "2026-07-14"), line("Insulation", "310", "14.20"));
        Invoice half = bill(issued(org, "Hannah Osei", "Osei porch", "2026-08-28"), line("Porch roof", "1", "3200.00"));
        pay(half, Money.of(160_000, "USD"), "Cash", 9);
        bill(
                issued(org, "Atelier Dubois", "", "2026-09-15"),
                euro("Consultation", "3.5", 9_500),
                euro("Travel", "1", 24_000));
        bill(new Bill(org, "Hannah Osei", "", InvoiceState.DRAFT, "2026-09-29"), line("Flashing", "6", "32.00"));
    }

    private void enterKuestenbau() {
        Organisation org = SeedPeople.KUESTENBAU;
        Invoice first = bill(issued(org, "Hotel Seeblick", "", "2025-04-07"), taxed("Wartung", "8", 7_250, 1_900));
        pay(first, first.total(), "Überweisung", 11);
        Invoice second = bill(
                issued(org, "Familie Claasen", "", "2025-11-18"), taxed("Notdienst am Dach", "2.75", 8_900, 1_900));
        pay(second, second.total(), "Überweisung", 6);
        bill(issued(org, "Hotel Seeblick", "", "2026-08-31"), taxed("Rinnen reinigen", "120", 480, 1_900));
        bill(
                new Bill(org, "Familie Claasen", "", InvoiceState.DRAFT, "2026-09-30"),
                taxed("Angebot Fenster", "1", 59_000, 1_900));
    }

    private static Bill issued(Organisation org, String client, String project, String on) {
        return new Bill(org, client, project, InvoiceState.ISSUED, on);
    }

    private Invoice bill(Bill bill, InvoiceLine... lines) {
        OrgId org = bill.org().id();
        LocalDate day = LocalDate.parse(bill.on());
        boolean issued = bill.state() != InvoiceState.DRAFT;
        List<InvoiceLine> all = List.of(lines);
        Invoice invoice = new Invoice(
                org,
                SeedIds.of(org + "/invoice/" + bill.client() + "/" + bill.on()),
                0,
                SeedIds.of(org + "/client/" + bill.client()),
                bill.client(),
                Optional.of(bill.project())
                        .filter(name -> !name.isEmpty())
                        .map(name -> SeedIds.of(org + "/project/" + name)),
                bill.state(),
                InvoiceLine.total(all, all.get(0).unitPrice().currency()),
                TERMS,
                issued ? Optional.of(day) : Optional.empty(),
                issued ? Optional.of(day.plusDays(TERMS)) : Optional.empty(),
                at(day),
                1);
        invoices.addIfNew(invoice, all);
        return invoice;
    }

    /** Paid in full, by check, some days later. */
    private void check(Invoice invoice) {
        pay(invoice, invoice.total(), "Check", 8);
    }

    private void pay(Invoice invoice, Money amount, String method, int days) {
        UUID payment = SeedIds.of(invoice.org() + "/payment/" + invoice.id());
        books.enter(new Settlement(
                invoice.org(),
                RecordRef.invoice(invoice.id().toString()),
                "host-" + payment,
                amount,
                invoice.createdAt().plus(Duration.ofDays(days)),
                method));
    }

    private static Instant at(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().plus(MORNING);
    }

    private static InvoiceLine line(String description, String quantity, String dollars) {
        return new InvoiceLine(description, new BigDecimal(quantity), Money.parse(dollars, "USD"), 0);
    }

    private static InvoiceLine euro(String description, String quantity, long cents) {
        return taxed(description, quantity, cents, 0);
    }

    private static InvoiceLine yen(String description, String quantity, long yen) {
        return new InvoiceLine(description, new BigDecimal(quantity), Money.of(yen, "JPY"), 1_000);
    }

    private static InvoiceLine taxed(String description, String quantity, long cents, int basisPoints) {
        return new InvoiceLine(description, new BigDecimal(quantity), Money.of(cents, "EUR"), basisPoints);
    }
}
