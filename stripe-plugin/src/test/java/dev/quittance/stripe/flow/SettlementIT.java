package dev.quittance.stripe.flow;

import static dev.quittance.stripe.flow.InvoiceIT.pay;
import static dev.quittance.stripe.flow.Invoices.INVOICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.api.money.Money;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.stripe.testhost.SimulatedCrash;
import dev.quittance.stripe.testhost.SlowBank;
import dev.quittance.stripe.testhost.TestDatabase;
import dev.quittance.stripe.testhost.TestPayer;
import java.net.URI;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

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
    void money_is_told_before_it_is_no_longer_expected(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Invoices invoices = Invoices.of(shop);
            pay(shop, invoices.asked(INVOICE, "final", "9000.00"));

            assertThat(shop.host.settlements().history())
                    .containsExactly(
                            "0.00 paid, 9000.00 requested, 0.00 processing",
                            "9000.00 paid, 9000.00 requested, 0.00 processing",
                            "9000.00 paid, 0.00 requested, 0.00 processing");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_bank_debit_is_never_missing_between_two_words(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Invoices invoices = Invoices.of(shop);
            URI session = shop.clickThrough(invoices.asked(INVOICE, "final", "9000.00"));
            shop.host.outgoing().bank().says(SlowBank.Word.ON_ITS_WAY);
            assertThat(shop.payer.pay(session, TestPayer.GOOD_CARD)).isPresent();
            shop.webhooks();
            shop.host.outgoing().bank().says(SlowBank.Word.AT_ONCE);
            shop.sweep(Duration.ofDays(4));

            assertThat(shop.host.settlements().history())
                    .containsExactly(
                            "0.00 paid, 9000.00 requested, 0.00 processing",
                            "0.00 paid, 0.00 requested, 9000.00 processing",
                            "9000.00 paid, 0.00 requested, 9000.00 processing",
                            "9000.00 paid, 0.00 requested, 0.00 processing");
        }
    }

    @ParameterizedTest
    @EnumSource
    void while_the_host_books_no_money_nothing_is_told_that_takes_it_for_booked(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Invoices invoices = Invoices.of(shop);
            URI link = invoices.asked(INVOICE, "custom", "1000.00");
            shop.host.settlements().refuseMoney(true);
            pay(shop, link);
            assertThat(invoices.ask(INVOICE, "custom", "2000.00")).isInstanceOf(ActionResult.Done.class);
            shop.sweep(MINUTE);

            assertThat(shop.host.settlements().history())
                    .containsExactly("0.00 paid, 1000.00 requested, 0.00 processing");

            shop.host.settlements().refuseMoney(false);
            shop.sweep(Duration.ofHours(2));

            assertThat(shop.host.settlements().history())
                    .containsExactly(
                            "0.00 paid, 1000.00 requested, 0.00 processing",
                            "1000.00 paid, 1000.00 requested, 0.00 processing",
                            "1000.00 paid, 2000.00 requested, 0.00 processing");
        }
    }

    static Stream<Arguments> crashes() {
        return Stream.of(TestDatabase.values())
                .flatMap(database -> IntStream.rangeClosed(1, 8).mapToObj(word -> Arguments.of(database, word)));
    }

    @ParameterizedTest
    @MethodSource("crashes")
    void a_crash_between_the_words_leaves_them_in_order(TestDatabase database, int word) {
        try (Shop shop = Shop.connected(database)) {
            Invoices invoices = Invoices.of(shop);
            URI link = invoices.asked(INVOICE, "final", "9000.00");
            shop.host.settlements().crashAt(word);

            assertThatThrownBy(() -> pay(shop, link)).isInstanceOf(SimulatedCrash.class);
            shop.restart();
            shop.sweep(MINUTE.multipliedBy(3));
            shop.sweep(MINUTE.multipliedBy(3));

            assertThat(shop.host.settlements().history())
                    .containsExactly(
                            "0.00 paid, 9000.00 requested, 0.00 processing",
                            "9000.00 paid, 9000.00 requested, 0.00 processing",
                            "9000.00 paid, 0.00 requested, 0.00 processing");
            assertThat(shop.sql("select count(*) from outbox where state = 'DUE'"))
                    .isEqualTo("0");
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
