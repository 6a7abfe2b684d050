package dev.quittance.stripe.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.api.money.Money;
import dev.quittance.stripe.gateway.FeeReading;
import dev.quittance.stripe.ledger.Posting.Line;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class BookingsTest {
    private static final Instant SOON = Instant.parse("2026-11-25T00:00:00Z");

    @Test
    void a_fee_in_the_payments_currency_is_two_lines() {
        List<Line> lines = Bookings.feeLines(Money.of(4_800_00, "USD"), fee("USD", 4_800_00, 139_50));

        assertThat(lines).hasSize(2);
        assertThat(sums(lines)).containsEntry("stripe_fees USD", 139_50L).containsEntry("stripe_balance USD", -139_50L);
    }

    @Test
    void a_fee_in_another_currency_passes_the_money_through_exchange() {
        List<Line> lines = Bookings.feeLines(Money.of(100_00, "EUR"), fee("USD", 108_00, 3_43));

        Map<String, Long> sums = sums(lines);
        assertThat(sums)
                .containsEntry("stripe_balance EUR", -100_00L)
                .containsEntry("exchange EUR", 100_00L)
                .containsEntry("exchange USD", -108_00L)
                .containsEntry("stripe_balance USD", 108_00L - 3_43L)
                .containsEntry("stripe_fees USD", 3_43L);
        assertThat(lines.stream()
                        .filter(line -> line.amount().currency().equals("EUR"))
                        .mapToLong(line -> line.amount().minor())
                        .sum())
                .isZero();
    }

    private static FeeReading fee(String currency, long gross, long fee) {
        return new FeeReading(
                "txn_1", Money.of(gross, currency), Money.of(fee, currency), Money.of(gross - fee, currency), SOON);
    }

    private static Map<String, Long> sums(List<Line> lines) {
        Map<String, Long> sums = new TreeMap<>();
        lines.forEach(line -> sums.merge(
                line.account().code() + " " + line.amount().currency(),
                line.amount().minor(),
                Long::sum));
        return sums;
    }
}
