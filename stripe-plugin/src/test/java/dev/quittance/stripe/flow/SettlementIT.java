package dev.quittance.stripe.flow;

import static dev.quittance.stripe.flow.InvoiceIT.pay;
import static dev.quittance.stripe.flow.Invoices.INVOICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.api.money.Money;
import dev.quittance.stripe.testhost.TestDatabase;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SettlementIT {
    private static final Duration MINUTE = Duration.ofSeconds(61);

    @ParameterizedTest
    @EnumSource
    void the_host_hears_of_each_change_and_the_last_word_counts(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Invoices invoices = Invoices.of(shop);
            assertThat(invoices.expected(INVOICE)).isEqualTo("never told");

            URI first = invoices.asked(INVOICE, "custom", "1000.00");
            assertThat(invoices.expected(INVOICE)).isEqualTo("1000.00 + 0.00");
            URI second = invoices.asked(INVOICE, "custom", "2000.00");
            assertThat(invoices.expected(INVOICE)).isEqualTo("3000.00 + 0.00");
            pay(shop, first);
            assertThat(invoices.expected(INVOICE)).isEqualTo("2000.00 + 0.00");
            pay(shop, second);

            assertThat(invoices.told(INVOICE)).isEqualTo(Money.of(3_000_00, "USD"));
            assertThat(invoices.expected(INVOICE)).isEqualTo("0.00 + 0.00");
            assertThat(invoices.told(Shop.PROJECT))
                    .as("told of the record alone")
                    .isEqualTo(Money.zero("USD"));
            assertThat(shop.sql("select count(*) from outbox where kind = 'settlement' and state = 'DELIVERED'"))
                    .isEqualTo("2");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_host_that_cannot_book_now_is_told_later(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Invoices invoices = Invoices.of(shop);
            shop.host.settlements().refuse(true);
            pay(shop, invoices.asked(INVOICE, "custom", "1000.00"));
            assertThat(shop.sql("select state from payment_request")).isEqualTo("PAID");
            assertThat(invoices.told(INVOICE)).isEqualTo(Money.zero("USD"));
            assertThat(shop.sql("select state from outbox where kind = 'settlement'"))
                    .isEqualTo("DUE");

            shop.host.settlements().refuse(false);
            shop.sweep(MINUTE);

            assertThat(invoices.told(INVOICE)).isEqualTo(Money.of(1_000_00, "USD"));
            assertThat(invoices.expected(INVOICE)).isEqualTo("0.00 + 0.00");
        }
    }
}
