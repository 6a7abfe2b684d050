package dev.quittance.crm.books;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import dev.quittance.api.record.Outstanding;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.record.Reversal;
import dev.quittance.api.record.Settlement;
import dev.quittance.api.record.Settlements;
import dev.quittance.crm.event.RecordNews;
import dev.quittance.crm.identity.MovingClock;
import dev.quittance.crm.identity.Organisation;
import dev.quittance.crm.identity.People;
import dev.quittance.crm.identity.Somebody;
import dev.quittance.crm.record.Client;
import dev.quittance.crm.record.Clients;
import dev.quittance.crm.record.Invoice;
import dev.quittance.crm.record.InvoiceEntry;
import dev.quittance.crm.record.InvoiceFilter;
import dev.quittance.crm.record.InvoiceLine;
import dev.quittance.crm.record.Invoices;
import dev.quittance.crm.record.Project;
import dev.quittance.crm.record.Projects;
import dev.quittance.crm.record.Stage;
import dev.quittance.crm.storage.Database;
import dev.quittance.crm.storage.Engine;
import dev.quittance.crm.storage.RowIds;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class BooksIT {
    private static final Organisation HERE = Somebody.organisation("here");
    private static final OrgId ORG = HERE.id();
    private static final OrgId THERE = new OrgId("there");
    private static final Instant THEN = Instant.parse("2026-10-01T12:00:00Z");
    private static final LocalDate LATE = LocalDate.of(2030, 1, 1);
    private static final UUID CLIENT = new UUID(0, 7);
    private static final Project ROOF = new Project(
            ORG,
            new UUID(0, 8),
            CLIENT,
            "Ada",
            "Roof",
            Stage.SIGNED,
            "USD",
            Optional.of(Money.of(10_000, "USD")),
            THEN);
    private static final RecordRef ROOF_REF = RecordRef.project(ROOF.id().toString());

    private final MovingClock clock = new MovingClock();

    /** What a test works on. */
    private record Desk(Books books, Invoices invoices) {}

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_payment_told_by_two_nodes_at_once_is_booked_once(Engine engine)
            throws InterruptedException, ExecutionException {
        try (Database database = engine.open()) {
            Books books = open(database).books();
            ExecutorService nodes = Executors.newFixedThreadPool(4);
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                String payment = "pay-" + i % 5;
                int version = i;
                done.add(nodes.submit(() -> books.toldBy("payments").apply(paid(ROOF_REF, payment, 100))));
                done.add(nodes.submit(
                        () -> books.toldBy("payments").reverse(back(payment, "back-" + payment, 10, true))));
                done.add(nodes.submit(() -> books.toldBy("payments").expect(expected(ROOF_REF, version, version))));
            }
            for (Future<?> each : done) {
                each.get();
            }
            nodes.shutdown();

            Figures figures = books.ofProject(ROOF);
            assertThat(figures.paid()).isEqualTo(usd(450));
            assertThat(figures.requested()).isEqualTo(usd(19));
            assertThat(figures.left()).contains(usd(10_000 - 500 + 50 - 19));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_teller_reads_what_came_without_it_less_what_is_owed_again(Engine engine) {
        try (Database database = engine.open()) {
            Books books = open(database).books();
            Settlements plugin = books.toldBy("payments");
            Settlements other = books.toldBy("other-payments");
            plugin.apply(paid(ROOF_REF, "pay-1", 100));
            other.apply(paid(ROOF_REF, "pay-2", 300));
            books.enter(paid(ROOF_REF, "cash", 1_000));
            books.enter(new Settlement(ORG, ROOF_REF, "euros", Money.of(5, "EUR"), THEN, "Check"));
            books.enter(new Settlement(THERE, ROOF_REF, "theirs", usd(7), THEN, "Cash"));
            other.reverse(back("pay-2", "back-1", 40, true));
            other.reverse(back("pay-2", "back-2", 20, false));
            plugin.reverse(back("pay-1", "back-3", 10, true));
            RecordRef nothing = RecordRef.invoice("none");

            assertThat(plugin.sumOthers(ORG, List.of(ROOF_REF, nothing), "USD")).isEqualTo(usd(1_260));
            assertThat(other.sumOthers(ORG, List.of(ROOF_REF), "USD")).isEqualTo(usd(1_090));
            assertThat(plugin.sumOthers(ORG, List.of(ROOF_REF), "EUR")).isEqualTo(Money.of(5, "EUR"));
            assertThat(plugin.sumOthers(ORG, List.of(nothing), "USD")).isEqualTo(usd(0));
            assertThat(plugin.sumOthers(ORG, List.of(), "USD")).isEqualTo(usd(0));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void what_is_outstanding_goes_by_version_and_not_by_arrival(Engine engine) {
        try (Database database = engine.open()) {
            Books books = open(database).books();
            books.toldBy("payments").expect(expected(ROOF_REF, 700, 3));
            books.toldBy("payments").expect(expected(ROOF_REF, 900, 2));
            books.toldBy("payments").expect(expected(ROOF_REF, 800, 3));

            assertThat(books.ofProject(ROOF).requested()).isEqualTo(usd(700));
            books.toldBy("payments").expect(expected(ROOF_REF, 0, 4));
            assertThat(books.ofProject(ROOF).requested()).isEqualTo(usd(0));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_reversal_counts_when_its_payment_is_known_whichever_comes_first(Engine engine) {
        try (Database database = engine.open()) {
            Books books = open(database).books();
            books.toldBy("payments").reverse(back("pay-1", "back-1", 30, false));
            assertThat(books.ofProject(ROOF).refunded()).isEqualTo(usd(0));

            books.toldBy("payments").apply(paid(ROOF_REF, "pay-1", 100));
            Figures figures = books.ofProject(ROOF);
            assertThat(figures.paid()).isEqualTo(usd(70));
            assertThat(figures.refunded()).isEqualTo(usd(30));
            assertThat(figures.left()).as("it came off the price").contains(usd(9_900));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_projects_figures_are_its_own_and_those_of_its_invoices(Engine engine) {
        try (Database database = engine.open()) {
            Desk desk = open(database);
            Invoice invoice = issued(desk, 6_000, Optional.of(ROOF.id()));
            RecordRef ref = RecordRef.invoice(invoice.id().toString());
            desk.books().toldBy("payments").apply(paid(ROOF_REF, "pay-1", 7_000));
            desk.books().toldBy("payments").apply(paid(ref, "pay-2", 1_000));
            desk.books().toldBy("payments").expect(expected(ref, 500, 1));
            desk.books().toldBy("payments").apply(new Settlement(ORG, ref, "pay-3", Money.of(5, "EUR"), THEN, "Check"));

            Figures project = desk.books().ofProject(ROOF);
            Figures own = desk.books().ofInvoice(invoice);
            assertThat(project.paid()).isEqualTo(usd(8_000));
            assertThat(project.left()).contains(usd(1_500));
            assertThat(project.otherPaid()).containsExactly(Money.of(5, "EUR"));
            assertThat(own.paid()).isEqualTo(usd(1_000));
            assertThat(own.owed()).contains(usd(5_000));
            assertThat(own.left()).as("no more than the project has left").contains(usd(1_500));
            assertThat(desk.books().ofInvoices(ORG, List.of())).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void the_lists_of_invoices_follow_the_books(Engine engine) {
        try (Database database = engine.open()) {
            Desk desk = open(database);
            Invoice paid = issued(desk, 500, Optional.empty());
            Invoice partly = issued(desk, 600, Optional.empty());
            Invoice returned = issued(desk, 700, Optional.empty());
            Invoice refunded = issued(desk, 800, Optional.empty());
            pay(desk, paid, 500);
            pay(desk, partly, 599);
            pay(desk, returned, 700);
            pay(desk, refunded, 800);
            desk.books().toldBy("payments").reverse(back("pay-" + returned.number(), "r1", 700, true));
            desk.books().toldBy("payments").reverse(back("pay-" + refunded.number(), "r2", 800, false));

            assertThat(list(desk, InvoiceFilter.PAID, LATE)).containsExactly(refunded.id(), paid.id());
            assertThat(list(desk, InvoiceFilter.OPEN, LATE)).containsExactly(returned.id(), partly.id());
            assertThat(list(desk, InvoiceFilter.OVERDUE, LATE)).containsExactly(returned.id(), partly.id());
            assertThat(list(desk, InvoiceFilter.OVERDUE, LocalDate.EPOCH)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void money_for_a_record_that_is_gone_is_kept_and_listed(Engine engine) {
        try (Database database = engine.open()) {
            Desk desk = open(database);
            RecordRef gone = RecordRef.invoice(new UUID(0, 99).toString());
            desk.books().toldBy("payments").apply(paid(gone, "pay-1", 100));
            desk.books().toldBy("payments").apply(paid(ROOF_REF, "pay-2", 100));
            desk.books().toldBy("payments").apply(new Settlement(THERE, ROOF_REF, "pay-3", usd(7), THEN, "Cash"));
            desk.books().toldBy("payments").reverse(back("pay-1", "back-1", 40, false));

            assertThat(desk.books().listForDeletedRecords(ORG, 9))
                    .containsExactly(new StrayMoney(gone, "pay-1", usd(100), usd(40), THEN, "Check"));
            assertThat(desk.books().listForDeletedRecords(THERE, 9))
                    .extracting(StrayMoney::paymentId)
                    .containsExactly("pay-3");
            assertThat(desk.books().ofProject(ROOF).paid()).isEqualTo(usd(100));
        }
    }

    private Desk open(Database database) {
        new People(database, clock).addIfNew(HERE);
        new Clients(database)
                .addIfNew(new Client(ORG, CLIENT, "Ada", Optional.empty(), Optional.empty(), Optional.empty(), THEN));
        Projects projects = new Projects(database);
        projects.addIfNew(ROOF);
        RowIds ids = new RowIds(clock, new Random(1));
        Invoices invoices = new Invoices(database, new RecordNews(ids, clock), ids, clock);
        return new Desk(new Books(database, projects, clock), invoices);
    }

    private static Invoice issued(Desk desk, long total, Optional<UUID> project) {
        InvoiceLine line = new InvoiceLine("Work", BigDecimal.ONE, usd(total), 0);
        Invoice draft = desk.invoices().add(ORG, new InvoiceEntry(CLIENT, project, "USD", 14, List.of(line)));
        desk.invoices().issue(ORG, draft.id().toString(), HERE.zone());
        return desk.invoices().find(ORG, draft.id().toString()).orElseThrow();
    }

    private static void pay(Desk desk, Invoice invoice, long minor) {
        RecordRef ref = RecordRef.invoice(invoice.id().toString());
        desk.books().toldBy("payments").apply(paid(ref, "pay-" + invoice.number(), minor));
    }

    private static List<UUID> list(Desk desk, InvoiceFilter filter, LocalDate today) {
        return desk.invoices().list(ORG, filter, today, "", 99).rows().stream()
                .map(Invoice::id)
                .toList();
    }

    private static Settlement paid(RecordRef record, String payment, long minor) {
        return new Settlement(ORG, record, payment, usd(minor), THEN, "Check");
    }

    private static Reversal back(String payment, String id, long minor, boolean owedAgain) {
        return new Reversal(ORG, ROOF_REF, payment, id, usd(minor), owedAgain, THEN);
    }

    private static Outstanding expected(RecordRef record, long requested, long version) {
        return new Outstanding(ORG, record, usd(requested), usd(0), version);
    }

    private static Money usd(long minor) {
        return Money.of(minor, "USD");
    }
}
