package dev.quittance.crm.books;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import dev.quittance.crm.record.Invoice;
import dev.quittance.crm.record.InvoiceState;
import dev.quittance.crm.record.Project;
import dev.quittance.crm.record.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class LeftRuleTest {
    private static final LocalDate DUE = LocalDate.of(2026, 10, 15);

    @ParameterizedTest
    @CsvSource({
        // settled, reversed, owed again, requested, processing | paid, refunded, left, overpaid
        "0 0 0 0 0, 0 0 1000 0",
        "400 0 0 100 200, 400 0 300 0",
        "400 150 0 0 0, 250 150 600 0",
        "400 400 400 0 0, 0 0 1000 0",
        "400 300 100 0 0, 100 200 700 0",
        "1200 0 0 0 0, 1200 0 0 200",
        "0 0 0 700 700, 0 0 0 0"
    })
    void a_total_of_a_thousand_is_told_apart_by_the_books(String booked, String shown) {
        Sums sums = sums(booked);
        long[] expected = numbers(shown);

        Figures project = LeftRule.ofProject(project(Optional.of(usd(1_000))), Map.of("USD", sums));
        Figures invoice = LeftRule.ofInvoice(invoice(InvoiceState.ISSUED), Map.of("USD", sums), Optional.empty());
        for (Figures figures : new Figures[] {project, invoice}) {
            assertThat(figures.paid()).isEqualTo(usd(expected[0]));
            assertThat(figures.refunded()).isEqualTo(usd(expected[1]));
            assertThat(figures.left()).contains(usd(expected[2]));
            assertThat(figures.overpaid()).isEqualTo(usd(expected[3]));
        }
    }

    @Test
    void a_service_call_without_a_contract_has_no_total_and_nothing_left() {
        Figures figures = LeftRule.ofProject(project(Optional.empty()), Map.of("USD", sums("400 0 0 0 0")));

        assertThat(figures.total()).isEmpty();
        assertThat(figures.left()).isEmpty();
        assertThat(figures.paid()).isEqualTo(usd(400));
    }

    @ParameterizedTest
    @EnumSource(
            value = InvoiceState.class,
            names = {"DRAFT", "VOID"})
    void of_a_draft_or_void_invoice_nothing_is_left_but_what_was_paid_is_shown(InvoiceState state) {
        Figures figures = LeftRule.ofInvoice(invoice(state), Map.of("USD", sums("400 0 0 0 0")), Optional.empty());

        assertThat(figures.left()).contains(usd(0));
        assertThat(figures.paid()).isEqualTo(usd(400));
    }

    @Test
    void of_an_invoice_no_more_is_left_than_of_its_project_in_the_same_currency() {
        Figures project = LeftRule.ofProject(project(Optional.of(usd(300))), Map.of());
        Figures euros = new Figures(
                Optional.empty(),
                Money.zero("EUR"),
                Money.zero("EUR"),
                Money.zero("EUR"),
                Money.zero("EUR"),
                Optional.of(Money.of(1, "EUR")),
                Optional.empty(),
                List.of());

        assertThat(LeftRule.ofInvoice(invoice(InvoiceState.ISSUED), Map.of(), Optional.of(project))
                        .left())
                .contains(usd(300));
        assertThat(LeftRule.ofInvoice(invoice(InvoiceState.ISSUED), Map.of(), Optional.of(euros))
                        .left())
                .contains(usd(1_000));
    }

    @ParameterizedTest
    @CsvSource({
        "ISSUED, 0 0 0 0 0, 0, OPEN",
        "ISSUED, 0 0 0 900 0, 1, OVERDUE",
        "ISSUED, 400 0 0 0 0, 0, PARTLY_PAID",
        "ISSUED, 400 0 0 0 0, 1, OVERDUE",
        "ISSUED, 400 0 0 0 600, 1, PROCESSING",
        "ISSUED, 1000 0 0 0 0, 1, PAID",
        "ISSUED, 1000 100 0 0 0, 1, PAID",
        "ISSUED, 1000 1000 0 0 0, 1, REFUNDED",
        "ISSUED, 1000 1000 1000 0 0, 0, OPEN",
        "DRAFT, 0 0 0 0 0, 9, DRAFT",
        "VOID, 1000 0 0 0 0, 9, VOID"
    })
    void an_invoice_stands_as_its_figures_say(InvoiceState state, String booked, int daysLate, Standing expected) {
        Invoice invoice = invoice(state);
        Figures figures = LeftRule.ofInvoice(invoice, Map.of("USD", sums(booked)), Optional.empty());

        assertThat(Standing.of(invoice, figures, DUE.plusDays(daysLate))).isEqualTo(expected);
    }

    private static Sums sums(String booked) {
        long[] each = numbers(booked);
        return new Sums(each[0], each[1], each[2], each[3], each[4]);
    }

    private static long[] numbers(String text) {
        return Arrays.stream(text.split(" ", -1)).mapToLong(Long::parseLong).toArray();
    }

    private static Project project(Optional<Money> total) {
        return new Project(
                new OrgId("here"),
                new UUID(0, 1),
                new UUID(0, 2),
                "Ada",
                "Roof",
                Stage.SIGNED,
                "USD",
                total,
                Instant.EPOCH);
    }

    private static Invoice invoice(InvoiceState state) {
        return new Invoice(
                new OrgId("here"),
                new UUID(0, 3),
                1001,
                new UUID(0, 2),
                "Ada",
                Optional.empty(),
                state,
                usd(1_000),
                14,
                Optional.of(DUE.minusDays(14)),
                Optional.of(DUE),
                Instant.EPOCH,
                1);
    }

    private static Money usd(long minor) {
        return Money.of(minor, "USD");
    }
}
