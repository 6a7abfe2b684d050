package dev.quittance.crm.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.api.money.Money;
import dev.quittance.api.record.RecordEvent;
import dev.quittance.crm.event.RecordNews;
import dev.quittance.crm.event.RecordNewsSender;
import dev.quittance.crm.identity.MovingClock;
import dev.quittance.crm.identity.Organisation;
import dev.quittance.crm.identity.People;
import dev.quittance.crm.identity.Somebody;
import dev.quittance.crm.storage.Database;
import dev.quittance.crm.storage.Engine;
import dev.quittance.crm.storage.RowIds;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class InvoicesIT {
    private static final Organisation HERE = Somebody.organisation("here");
    private static final Organisation THERE = Somebody.organisation("there");
    private static final Instant THEN = Instant.parse("2026-10-01T12:00:00Z");
    private static final UUID CLIENT = new UUID(0, 7);
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 1);

    private final MovingClock clock = new MovingClock();

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_draft_is_kept_with_its_lines_and_is_its_organisations(Engine engine) {
        try (Database database = engine.open()) {
            Invoices invoices = open(database);
            Invoice draft = invoices.add(HERE.id(), entry("2.5 × 333", "1 × 1000"));

            assertThat(draft.name()).isEqualTo("INV-1001");
            assertThat(draft.total()).isEqualTo(Money.of(1833, "USD"));
            assertThat(draft.state()).isEqualTo(InvoiceState.DRAFT);
            assertThat(draft.dueOn()).isEmpty();
            assertThat(draft.clientName()).isEqualTo("Zoë 李 🚿");
            assertThat(invoices.lines(draft))
                    .extracting(InvoiceLine::quantity)
                    .containsExactly(new BigDecimal("2.5"), BigDecimal.ONE);
            assertThat(invoices.find(THERE.id(), draft.id().toString())).isEmpty();
            assertThat(invoices.list(THERE.id(), InvoiceFilter.ALL, TODAY, "", 9)
                            .rows())
                    .isEmpty();
            assertThat(invoices.issue(THERE.id(), draft.id().toString(), THERE.zone()))
                    .isEqualTo(InvoiceChange.ABSENT);
            assertThat(invoices.find(HERE.id(), "' or 1=1 --")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void numbers_are_given_once_and_without_gaps_whoever_asks_at_once_or_fails(Engine engine)
            throws InterruptedException, ExecutionException {
        try (Database database = engine.open()) {
            Invoices invoices = open(database);
            InvoiceEntry orphan = new InvoiceEntry(
                    new UUID(0, 99), Optional.empty(), "USD", 14, entry("1 × 1").lines());
            ExecutorService people = Executors.newFixedThreadPool(4);
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                done.add(people.submit(() -> invoices.add(HERE.id(), entry("1 × 1"))));
                done.add(people.submit(() -> assertThatThrownBy(() -> invoices.add(HERE.id(), orphan))
                        .isInstanceOf(RuntimeException.class)));
            }
            for (Future<?> each : done) {
                each.get();
            }
            people.shutdown();

            assertThat(invoices.list(HERE.id(), InvoiceFilter.ALL, TODAY, "", 99)
                            .rows())
                    .extracting(Invoice::number)
                    .containsExactlyInAnyOrderElementsOf(
                            LongStream.rangeClosed(1001, 1024).boxed().toList());
            assertThat(invoices.add(THERE.id(), entry("1 × 1")).number()).isEqualTo(1001);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void issuing_and_voiding_happen_once_and_are_told_once(Engine engine) {
        try (Database database = engine.open()) {
            Invoices invoices = open(database);
            Invoice draft = invoices.add(HERE.id(), entry("1 × 100"));
            String id = draft.id().toString();

            assertThat(invoices.issue(HERE.id(), id, HERE.zone())).isEqualTo(InvoiceChange.DONE);
            assertThat(invoices.issue(HERE.id(), id, HERE.zone())).isEqualTo(InvoiceChange.DONE);
            Invoice issued = invoices.find(HERE.id(), id).orElseThrow();
            assertThat(issued.dueOn())
                    .isEqualTo(issued.issuedOn().map(day -> day.plusDays(14)))
                    .isPresent();
            assertThat(invoices.makeVoid(HERE.id(), id)).isEqualTo(InvoiceChange.DONE);
            assertThat(invoices.makeVoid(HERE.id(), id)).isEqualTo(InvoiceChange.DONE);
            assertThat(invoices.issue(HERE.id(), id, HERE.zone())).isEqualTo(InvoiceChange.REFUSED);
            assertThat(kinds(database)).containsExactly(RecordEvent.INVOICE_ISSUED, RecordEvent.INVOICE_VOIDED);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void nobody_overwrites_what_they_have_not_seen_or_whom_it_was_sent_to(Engine engine) {
        try (Database database = engine.open()) {
            Invoices invoices = open(database);
            Invoice draft = invoices.add(HERE.id(), entry("1 × 100"));
            String id = draft.id().toString();

            assertThat(invoices.changeLines(HERE.id(), id, draft.version(), entry("1 × 200")))
                    .isEqualTo(InvoiceChange.DONE);
            assertThat(invoices.changeLines(HERE.id(), id, draft.version(), entry("1 × 300")))
                    .isEqualTo(InvoiceChange.STALE);
            invoices.issue(HERE.id(), id, HERE.zone());
            long seen = invoices.find(HERE.id(), id).orElseThrow().version();
            InvoiceEntry otherCurrency =
                    new InvoiceEntry(CLIENT, Optional.empty(), "EUR", 14, List.of(line("1 × 5", "EUR")));
            assertThat(invoices.changeLines(HERE.id(), id, seen, otherCurrency)).isEqualTo(InvoiceChange.REFUSED);
            assertThat(invoices.changeLines(HERE.id(), id, seen, entry("2 × 100")))
                    .isEqualTo(InvoiceChange.DONE);
            invoices.makeVoid(HERE.id(), id);
            assertThat(invoices.changeLines(HERE.id(), id, seen + 2, entry("1 × 1")))
                    .isEqualTo(InvoiceChange.REFUSED);

            assertThat(invoices.find(HERE.id(), id).orElseThrow().total()).isEqualTo(Money.of(200, "USD"));
            assertThat(kinds(database))
                    .as("the change of the lines to the same total is no news")
                    .containsExactly(RecordEvent.TOTAL_CHANGED, RecordEvent.INVOICE_ISSUED, RecordEvent.INVOICE_VOIDED);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void pages_of_invoices_go_through_all_of_them_once(Engine engine) {
        try (Database database = engine.open()) {
            Invoices invoices = open(database);
            for (int i = 0; i < 11; i++) {
                invoices.add(HERE.id(), entry("1 × 1"));
            }
            List<Invoice> seen = new ArrayList<>();
            Optional<String> after = Optional.of("");
            while (after.isPresent()) {
                Slice<Invoice> slice = invoices.list(HERE.id(), InvoiceFilter.DRAFT, TODAY, after.get(), 4);
                seen.addAll(slice.rows());
                after = slice.next();
            }

            assertThat(seen).hasSize(11).doesNotHaveDuplicates();
            assertThat(invoices.listOfClient(HERE.id(), CLIENT, 3)).isEqualTo(seen.subList(0, 3));
            assertThat(invoices.list(HERE.id(), InvoiceFilter.VOID, TODAY, "", 4)
                            .rows())
                    .isEmpty();
        }
    }

    private Invoices open(Database database) {
        People people = new People(database, clock);
        people.addIfNew(HERE);
        people.addIfNew(THERE);
        Clients clients = new Clients(database);
        for (Organisation org : List.of(HERE, THERE)) {
            clients.addIfNew(new Client(
                    org.id(), CLIENT, "Zoë 李 🚿", Optional.empty(), Optional.empty(), Optional.<Locale>empty(), THEN));
        }
        RowIds ids = new RowIds(clock, new Random(1));
        return new Invoices(database, new RecordNews(ids, clock), ids, clock);
    }

    private static List<String> kinds(Database database) {
        List<String> kinds = new ArrayList<>();
        try (RecordNewsSender sender = new RecordNewsSender(
                database, event -> kinds.add(event.kind()), Executors.newSingleThreadScheduledExecutor())) {
            sender.send();
        }
        return kinds;
    }

    private static InvoiceEntry entry(String... lines) {
        return new InvoiceEntry(
                CLIENT,
                Optional.empty(),
                "USD",
                14,
                List.of(lines).stream().map(each -> line(each, "USD")).toList());
    }

    private static InvoiceLine line(String quantityAndPrice, String currency) {
        String[] parts = quantityAndPrice.split(" × ", -1);
        return new InvoiceLine("Work", new BigDecimal(parts[0]), Money.of(Long.parseLong(parts[1]), currency), 0);
    }
}
