package dev.quittance.crm.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.api.money.Money;
import dev.quittance.api.money.MoneyException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InvoiceLineTest {
    @ParameterizedTest
    @CsvSource({
        // quantity, unit price in minor units and its currency, tax in hundredths of a percent, net and gross in minor
        // units
        "1, 10000 USD, 0, 10000, 10000",
        "2.5, 333 USD, 0, 833, 833",
        "1, 1 USD, 5000, 1, 2",
        "1, 999 USD, 765, 999, 1075",
        "0.001, 499 USD, 0, 0, 0",
        "0.001, 500 USD, 0, 1, 1",
        "3, -50 USD, 1900, -150, -179",
        "1, -1 USD, 5000, -1, -2",
        "1.333, 1000 JPY, 1000, 1333, 1466",
        "1, 1230 KWD, 500, 1230, 1290",
        "1, 15000 ISK, 100, 15000, 15200",
        "0, 5000 EUR, 1900, 0, 0"
    })
    void a_line_is_rounded_once_half_up_to_the_currencys_step(
            BigDecimal quantity, String price, int tax, long net, long gross) {
        InvoiceLine line = new InvoiceLine("Work", quantity, money(price), tax);

        assertThat(line.net().minor()).isEqualTo(net);
        assertThat(line.gross().minor()).isEqualTo(gross);
        assertThat(line.net().plus(line.tax())).isEqualTo(line.gross());
    }

    @Test
    void the_total_is_the_sum_of_the_lines_as_they_are_printed() {
        InvoiceLine third = new InvoiceLine("A third", new BigDecimal("0.333"), Money.of(100, "USD"), 0);

        assertThat(third.gross()).isEqualTo(Money.of(33, "USD"));
        assertThat(InvoiceLine.total(List.of(third, third, third), "USD")).isEqualTo(Money.of(99, "USD"));
        assertThat(InvoiceLine.total(List.of(), "USD")).isEqualTo(Money.zero("USD"));
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "1000000, 0", "0.0001, 0", "1, -1", "1, 10001"})
    void a_line_out_of_bounds_is_refused(BigDecimal quantity, int tax) {
        assertThatThrownBy(() -> new InvoiceLine("Work", quantity, Money.of(1, "USD"), tax))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_invoice_is_not_negative_and_has_a_line() {
        InvoiceLine discount = new InvoiceLine("Discount", BigDecimal.ONE, Money.of(-1, "USD"), 0);

        assertThatThrownBy(() -> entry(List.of(discount)))
                .isInstanceOfSatisfying(
                        MoneyException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(MoneyException.Reason.NEGATIVE));
        assertThatThrownBy(() -> entry(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new InvoiceLine(
                                "Much", BigDecimal.valueOf(999_999), Money.of(Long.MAX_VALUE / 10, "USD"), 0)
                        .gross())
                .isInstanceOf(MoneyException.class);
    }

    private static InvoiceEntry entry(List<InvoiceLine> lines) {
        return new InvoiceEntry(new UUID(0, 1), Optional.empty(), "USD", 14, lines);
    }

    private static Money money(String minorAndCurrency) {
        String[] parts = minorAndCurrency.split(" ", -1);
        return Money.of(Long.parseLong(parts[0]), parts[1]);
    }
}
