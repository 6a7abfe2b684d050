package dev.quittance.stripe.flow;

import static dev.quittance.stripe.flow.Invoices.INVOICE;
import static dev.quittance.stripe.flow.ShopAssert.assertThatShop;
import static dev.quittance.stripe.flow.StopIT.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.api.money.Money;
import dev.quittance.api.payment.PaymentEvent;
import dev.quittance.api.record.ProjectView;
import dev.quittance.api.record.RecordEvent;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.stripe.testhost.SlowBank;
import dev.quittance.stripe.testhost.TestDatabase;
import dev.quittance.stripe.testhost.TestPayer;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Money that is on its way through a bank for days, while its record changes under it. */
final class BankDebitIT {
    private static final Duration MINUTE = Duration.ofSeconds(61);
    private static final Duration DAYS = Duration.ofDays(4);
    private static final String EXPIRE = "POST /v1/checkout/sessions/cs_";

    /** What happens to the record of the request. */
    enum Change {
        VOIDED("invoice_voided"),
        CLOSED("closed"),
        DELETED("deleted");

        private final String reason;

        Change(String reason) {
            this.reason = reason;
        }

        void happens(Shop shop, Invoices invoices) {
            switch (this) {
                case VOIDED -> invoices.voidIt();
                case CLOSED -> {
                    invoices.stage(ProjectView.STAGE_CLOSED);
                    invoices.tell(RecordEvent.CLOSED, Shop.PROJECT);
                }
                case DELETED -> {
                    shop.host.records().remove(Shop.RIDGELINE, INVOICE);
                    shop.host.records().remove(Shop.RIDGELINE, Shop.PROJECT);
                    invoices.tell(RecordEvent.DELETED, Shop.PROJECT);
                }
            }
        }
    }

    /** Who is first: the news that the bank is at work, or the change of the record. */
    enum First {
        DEBIT,
        CHANGE
    }

    static Stream<Arguments> ways() {
        return Stream.of(TestDatabase.values())
                .flatMap(database -> Stream.of(Change.values())
                        .flatMap(change ->
                                Stream.of(First.values()).map(first -> Arguments.of(database, change, first))));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void money_on_its_way_is_shown_and_booked_when_it_comes_whatever_became_of_the_record(
            TestDatabase database, Change change, First first) {
        try (Shop shop = Shop.connected(database)) {
            Invoices invoices = Invoices.of(shop);
            URI link = sentByBank(shop, invoices, change, first);
            isOnItsWay(shop, invoices, link);

            shop.host.outgoing().bank().says(SlowBank.Word.AT_ONCE);
            shop.sweep(DAYS);
            shop.sweep(MINUTE);

            assertThat(shop.sql("select state from payment_request")).isEqualTo("PAID");
            assertThat(shop.sql("select state from payment")).isEqualTo("SUCCEEDED");
            assertThat(invoices.told(INVOICE)).isEqualTo(Money.of(9_000_00, "USD"));
            assertThat(invoices.expected(INVOICE)).isEqualTo("0.00 + 0.00");
            assertThat(assertThatShop(shop).notices("notice.paid_although." + change.reason))
                    .isEqualTo(1);
            assertThat(assertThatShop(shop).mails("receipt.subject")).isEqualTo(1);
            assertThat(assertThatShop(shop).events(PaymentEvent.PAID)).isEqualTo(1);
            assertThat(new RestCaller(shop).get("payments", Shop.office()).body())
                    .as("shown to whoever asks, record or none")
                    .contains("\"state\":\"succeeded\"");
            isNotOffered(shop, link);
            assertThatShop(shop).booksBalance();
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void money_that_the_bank_sends_back_ends_the_request_and_nobody_is_asked_again(
            TestDatabase database, Change change, First first) {
        try (Shop shop = Shop.connected(database)) {
            Invoices invoices = Invoices.of(shop);
            URI link = sentByBank(shop, invoices, change, first);
            isOnItsWay(shop, invoices, link);

            shop.host.outgoing().bank().says(SlowBank.Word.REFUSED);
            shop.sweep(DAYS);
            shop.sweep(MINUTE);

            assertThat(shop.sql("select state from payment_request")).isEqualTo("CANCELED");
            assertThat(shop.sql("select state from payment")).isEqualTo("FAILED");
            assertThat(shop.sql("select state from attempt")).isEqualTo("FAILED");
            assertThat(invoices.told(INVOICE)).isEqualTo(Money.zero("USD"));
            assertThat(invoices.expected(INVOICE)).isEqualTo("0.00 + 0.00");
            assertThat(assertThatShop(shop).notices("notice.failed_withdrawn")).isEqualTo(1);
            assertThat(assertThatShop(shop).notices("notice.failed")).isZero();
            assertThat(assertThatShop(shop).mails("receipt.subject")).isZero();
            assertThat(shop.sql("select count(*) from ledger_posting")).isEqualTo("0");
            isNotOffered(shop, link);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_same_is_not_asked_for_again_while_it_is_on_its_way(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            URI session = shop.clickThrough(shop.requestedLink());
            shop.host.outgoing().bank().says(SlowBank.Word.ON_ITS_WAY);
            assertThat(shop.payer.pay(session, TestPayer.GOOD_CARD)).isPresent();
            shop.webhooks();

            ActionResult again = shop.request(Shop.deposit());

            assertThat(ShopAssert.problems(again).get("form")).contains("request.sent_already");
            assertThat(shop.sql("select count(*) from payment_request")).isEqualTo("1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_invoices_link_asks_for_nothing_while_its_money_is_on_its_way_and_again_when_it_went_back(
            TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Invoices invoices = Invoices.of(shop);
            URI link = invoices.link().orElseThrow().address();
            URI session = shop.clickThrough(link);
            shop.host.outgoing().bank().says(SlowBank.Word.ON_ITS_WAY);
            assertThat(shop.payer.pay(session, TestPayer.GOOD_CARD)).isPresent();
            shop.webhooks();
            invoices.changeTotal(8_000_00);

            assertThat(invoices.expected(INVOICE)).isEqualTo("0.00 + 9000.00");
            assertThat(invoices.link()).isEmpty();
            isNotOffered(shop, link);
            assertThat(words(shop, link)).contains("pay.processing");

            shop.host.outgoing().bank().says(SlowBank.Word.REFUSED);
            shop.sweep(DAYS);
            shop.sweep(MINUTE);

            assertThat(words(shop, link)).contains("USD 8000.00");
            assertThat(invoices.expected(INVOICE)).isEqualTo("0.00 + 0.00");
        }
    }

    /** A bank debit for an invoice, and the change of its record, in one order or the other. */
    private static URI sentByBank(Shop shop, Invoices invoices, Change change, First first) {
        URI link = invoices.asked(INVOICE, "final", "9000.00");
        URI session = shop.clickThrough(link);
        shop.host.outgoing().bank().says(SlowBank.Word.ON_ITS_WAY);
        assertThat(shop.payer.pay(session, TestPayer.GOOD_CARD)).isPresent();
        if (first == First.DEBIT) {
            shop.webhooks();
            assertThat(invoices.totals(INVOICE)).containsExactly("0.00", "9000.00", "0.00");
        }
        change.happens(shop, invoices);
        shop.webhooks();
        shop.sweep(MINUTE);
        return link;
    }

    private static void isOnItsWay(Shop shop, Invoices invoices, URI link) {
        assertThat(shop.sql("select state from payment_request")).isEqualTo("PROCESSING");
        assertThat(shop.sql("select state from attempt")).isEqualTo("PROCESSING");
        assertThat(shop.sql("select sum(processing_minor) from record_balance")).isEqualTo("900000");
        assertThat(invoices.expected(INVOICE)).isEqualTo("0.00 + 9000.00");
        assertThat(words(shop, link)).contains("pay.processing", "pay.processing.withdrawn");
        assertThat(shop.sql("select count(*) from outbox where state = 'DUE'")).isEqualTo("0");
        isNotOffered(shop, link);
    }

    private static void isNotOffered(Shop shop, URI link) {
        long attempts = Long.parseLong(shop.sql("select count(*) from attempt"));
        assertThat(shop.click(link)).isNotInstanceOf(ActionResult.Leave.class);
        assertThat(shop.sql("select count(*) from attempt")).isEqualTo(Long.toString(attempts));
        assertThat(SessionsAtStripe.count(shop)).isEqualTo(1);
        assertThat(shop.host.outgoing().count(EXPIRE)).isLessThanOrEqualTo(1);
    }
}
