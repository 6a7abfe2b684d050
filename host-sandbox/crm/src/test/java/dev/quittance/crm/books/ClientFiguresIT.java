package dev.quittance.crm.books;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import dev.quittance.api.record.Outstanding;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.record.Reversal;
import dev.quittance.api.record.Settlement;
import dev.quittance.crm.event.RecordNews;
import dev.quittance.crm.identity.MovingClock;
import dev.quittance.crm.identity.Organisation;
import dev.quittance.crm.identity.People;
import dev.quittance.crm.identity.Somebody;
import dev.quittance.crm.record.Client;
import dev.quittance.crm.record.Clients;
import dev.quittance.crm.record.Invoice;
import dev.quittance.crm.record.InvoiceEntry;
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
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.ExecuteListener;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the overview of all clients says of each. */
final class ClientFiguresIT {
    private static final Organisation HERE = Somebody.organisation("here");
    private static final OrgId ORG = HERE.id();
    private static final Instant THEN = Instant.parse("2026-10-01T12:00:00Z");
    private static final LocalDate LATE = LocalDate.of(2030, 1, 1);
    private static final LocalDate EARLY = LocalDate.EPOCH;
    private static final UUID ADA = new UUID(0, 7);

    private final MovingClock clock = new MovingClock();

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_deposit_and_the_invoice_that_bills_it_again_count_once(Engine engine) {
        try (Database database = engine.open()) {
            Desk desk = new Desk(database, clock);
            UUID roof = desk.project(1, ADA, "USD", Optional.of(10_000L));
            desk.books().toldBy("payments").apply(paid(RecordRef.project(roof.toString()), "deposit", 3_000, "USD"));
            assertThat(desk.ada(LATE)).containsExactly(figures("USD", 3_000, 3_000, 0, 0));

            desk.issued(ADA, 10_000, "USD", Optional.of(roof));

            assertThat(desk.ada(LATE)).containsExactly(figures("USD", 10_000, 3_000, 0, 7_000));
            assertThat(desk.ada(EARLY)).containsExactly(figures("USD", 10_000, 3_000, 0, 0));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void without_a_contract_all_that_was_asked_for_is_billed_whether_paid_processing_or_open(Engine engine) {
        try (Database database = engine.open()) {
            Desk desk = new Desk(database, clock);
            UUID visit = desk.project(1, ADA, "USD", Optional.empty());
            RecordRef ref = RecordRef.project(visit.toString());
            Invoice invoice = desk.issued(ADA, 500, "USD", Optional.of(visit));
            RecordRef billed = RecordRef.invoice(invoice.id().toString());
            desk.books().toldBy("payments").apply(paid(ref, "visit", 100, "USD"));
            desk.books()
                    .toldBy("payments")
                    .reverse(new Reversal(ORG, ref, "visit", "back", Money.of(30, "USD"), false, THEN));
            desk.books()
                    .toldBy("payments")
                    .expect(new Outstanding(ORG, ref, Money.of(20, "USD"), Money.of(7, "USD"), 1));
            desk.books()
                    .toldBy("payments")
                    .expect(new Outstanding(ORG, billed, Money.of(200, "USD"), Money.of(150, "USD"), 1));

            assertThat(desk.ada(LATE)).containsExactly(figures("USD", 500 + 70 + 20 + 7, 70, 157, 350));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void currencies_stand_beside_each_other_and_drafts_and_void_invoices_bill_nothing(Engine engine) {
        try (Database database = engine.open()) {
            Desk desk = new Desk(database, clock);
            Invoice euros = desk.issued(ADA, 900, "EUR", Optional.empty());
            desk.issued(ADA, 1_000, "USD", Optional.empty());
            Invoice taken = desk.issued(ADA, 5_000, "USD", Optional.empty());
            desk.draft(ADA, 9_999, "USD", Optional.empty());
            desk.books()
                    .toldBy("payments")
                    .apply(paid(RecordRef.invoice(euros.id().toString()), "p1", 900, "EUR"));
            desk.books()
                    .toldBy("payments")
                    .apply(paid(RecordRef.invoice(taken.id().toString()), "p2", 40, "USD"));
            desk.invoices().makeVoid(ORG, taken.id().toString());

            assertThat(desk.ada(LATE))
                    .containsExactly(figures("EUR", 900, 900, 0, 0), figures("USD", 1_000, 40, 0, 1_000));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_page_of_clients_costs_three_statements_however_much_they_have(Engine engine) {
        try (Database database = engine.open()) {
            Desk desk = new Desk(database, clock);
            List<UUID> page = new ArrayList<>();
            for (int i = 0; i < 25; i++) {
                UUID client = new UUID(1, i);
                desk.client(client);
                page.add(client);
                UUID project = desk.project(100 + i, client, "USD", Optional.of(1_000L + i));
                desk.issued(client, 300, "USD", Optional.of(project));
                desk.books()
                        .toldBy("payments")
                        .apply(paid(RecordRef.project(project.toString()), "pay-" + i, 100L + i, "USD"));
            }
            UUID other = new UUID(2, 2);
            desk.client(other);
            page.add(other);
            AtomicInteger statements = new AtomicInteger();
            database.read(sql ->
                    sql.configuration().set(ExecuteListener.onExecuteStart(context -> statements.incrementAndGet())));

            var found = desk.books().ofClients(ORG, page, LATE);

            assertThat(statements).hasValue(3);
            assertThat(found).hasSize(26).containsEntry(other, List.of());
            assertThat(found.get(new UUID(1, 24))).containsExactly(figures("USD", 424, 124, 0, 300));
        }
    }

    private static Settlement paid(RecordRef record, String payment, long minor, String currency) {
        return new Settlement(ORG, record, payment, Money.of(minor, currency), THEN, "Check");
    }

    private static ClientFigures figures(String currency, long billed, long paid, long processing, long overdue) {
        return new ClientFigures(
                Money.of(billed, currency),
                Money.of(paid, currency),
                Money.of(processing, currency),
                Money.of(overdue, currency));
    }

    /** What a test works on. */
    private static final class Desk {
        private final Clients clients;
        private final Projects projects;
        private final Invoices invoices;
        private final Books books;

        Desk(Database database, MovingClock clock) {
            new People(database, clock).addIfNew(HERE);
            clients = new Clients(database);
            projects = new Projects(database);
            RowIds ids = new RowIds(clock, new Random(1));
            invoices = new Invoices(database, new RecordNews(ids, clock), ids, clock);
            books = new Books(database, projects, clock);
            client(ADA);
        }

        Books books() {
            return books;
        }

        Invoices invoices() {
            return invoices;
        }

        List<ClientFigures> ada(LocalDate today) {
            return Objects.requireNonNull(
                    books.ofClients(ORG, List.of(ADA), today).get(ADA));
        }

        void client(UUID id) {
            clients.addIfNew(
                    new Client(ORG, id, "Ada " + id, Optional.empty(), Optional.empty(), Optional.empty(), THEN));
        }

        UUID project(int number, UUID client, String currency, Optional<Long> contract) {
            UUID id = new UUID(3, number);
            Optional<Money> total = contract.map(minor -> Money.of(minor, currency));
            projects.addIfNew(new Project(ORG, id, client, "Ada", "Roof", Stage.SIGNED, currency, total, THEN));
            return id;
        }

        Invoice draft(UUID client, long total, String currency, Optional<UUID> project) {
            InvoiceLine line = new InvoiceLine("Work", BigDecimal.ONE, Money.of(total, currency), 0);
            return invoices.add(ORG, new InvoiceEntry(client, project, currency, 14, List.of(line)));
        }

        Invoice issued(UUID client, long total, String currency, Optional<UUID> project) {
            String id = draft(client, total, currency, project).id().toString();
            invoices.issue(ORG, id, HERE.zone());
            return invoices.find(ORG, id).orElseThrow();
        }
    }
}
