package dev.quittance.stripe.flow;

import static dev.quittance.stripe.flow.ShopAssert.assertThatShop;
import static dev.quittance.stripe.flow.ShopAssert.keys;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.api.host.MailMessage;
import dev.quittance.api.payment.PaymentEvent;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.api.ui.Block;
import dev.quittance.stripe.testhost.TestDatabase;
import dev.quittance.stripe.testhost.TestPayer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class PaidFlowIT {
    private static final Duration MINUTE = Duration.ofSeconds(61);

    @ParameterizedTest
    @EnumSource
    void request_pay_return_and_webhooks_make_one_booking_one_receipt_one_notice(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            URI link = shop.requestedLink();
            assertThatShop(shop).isNotPaid();
            assertThat(assertThatShop(shop).status()).isEqualTo("Sent");

            URI back =
                    shop.payer.pay(shop.clickThrough(link), TestPayer.GOOD_CARD).orElseThrow();
            shop.webhooks();
            assertThat(keys(shop.open(back).orElseThrow())).contains("pay.paid");
            shop.webhooks();
            shop.sweep(MINUTE);
            shop.webhooks();

            assertThatShop(shop).isPaidOnce().hasFeeBooked();
            assertThat(assertThatShop(shop).status()).isEqualTo("Paid");
            assertThat(assertThatShop(shop).method()).isEqualTo("Visa •4242");
            assertThat(keys(shop.open(link).orElseThrow())).contains("pay.paid");
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_return_page_alone_is_enough(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            URI link = shop.requestedLink();
            URI back =
                    shop.payer.pay(shop.clickThrough(link), TestPayer.GOOD_CARD).orElseThrow();

            assertThat(keys(shop.open(back).orElseThrow())).contains("pay.paid");
            shop.work();

            assertThatShop(shop).isPaidOnce();
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_sweep_alone_is_enough_and_finds_the_fee_later(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            URI link = shop.requestedLink();
            assertThat(shop.payer.pay(shop.clickThrough(link), TestPayer.GOOD_CARD))
                    .isPresent();

            shop.sweep(MINUTE);
            assertThatShop(shop).isPaidOnce();
            shop.host.stripe().runDue();
            shop.sweep(MINUTE.multipliedBy(2));

            assertThatShop(shop).isPaidOnce().hasFeeBooked();
        }
    }

    @ParameterizedTest
    @EnumSource
    void webhooks_alone_are_enough(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            URI link = shop.requestedLink();
            assertThat(shop.payer.pay(shop.clickThrough(link), TestPayer.GOOD_CARD))
                    .isPresent();

            shop.webhooks();
            shop.host.clock().advance(Duration.ofSeconds(5));
            shop.webhooks();

            assertThatShop(shop).isPaidOnce().hasFeeBooked();
            assertThat(shop.sql(
                            "select count(*) from webhook_event where state <> 'APPLIED' and type like 'checkout%'"))
                    .isEqualTo("0");
            assertThat(shop.sql("select count(*) from webhook_event where state = 'APPLIED'"))
                    .isNotEqualTo("0");
        }
    }

    @ParameterizedTest
    @CsvSource({"5555555555554444, Mastercard •4444", "4000002760003184, Visa •3184"})
    void each_good_card_is_shown_by_brand_and_last_four(String card, String shown) {
        try (Shop shop = Shop.connected(TestDatabase.H2)) {
            URI link = shop.requestedLink();

            URI back = shop.payer.pay(shop.clickThrough(link), card).orElseThrow();
            assertThat(keys(shop.open(back).orElseThrow())).contains("pay.paid");
            shop.work();

            assertThatShop(shop).isPaidOnce();
            assertThat(assertThatShop(shop).method()).isEqualTo(shown);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_decline_is_told_once_and_the_same_session_can_still_be_paid(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            URI link = shop.requestedLink();
            URI session = shop.clickThrough(link);

            assertThat(shop.payer.pay(session, TestPayer.DECLINED_CARD)).isEmpty();
            shop.webhooks();
            shop.sweep(MINUTE);
            assertThatShop(shop).isNotPaid();
            assertThat(assertThatShop(shop).status()).isEqualTo("Failed");
            assertThat(assertThatShop(shop).notices("notice.failed")).isEqualTo(1);
            assertThat(assertThatShop(shop).events(PaymentEvent.FAILED)).isEqualTo(1);

            assertThat(shop.clickThrough(link)).as("the same session").isEqualTo(session);
            assertThat(shop.payer.pay(session, TestPayer.GOOD_CARD)).isPresent();
            shop.webhooks();

            assertThatShop(shop).isPaidOnce();
            assertThat(assertThatShop(shop).status()).isEqualTo("Paid");
            assertThat(shop.sql("select count(*) from attempt")).isEqualTo("1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void opening_the_page_changes_nothing_and_calls_nobody(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            URI link = shop.requestedLink();
            long calls = shop.host.outgoing().sent().size();
            int commits = shop.host.source().commits();

            assertThat(keys(shop.open(link).orElseThrow())).contains("pay.submit", "pay.test_mode");

            assertThat(shop.host.outgoing().sent()).hasSize((int) calls);
            assertThat(shop.host.source().commits()).isEqualTo(commits);
            assertThat(shop.sql("select viewed_at from payment_request")).isEmpty();
            assertThat(assertThatShop(shop).status()).isEqualTo("Sent");

            assertThat(shop.clickThrough(link).toString()).contains("/c/pay/cs_");
            assertThat(assertThatShop(shop).status()).isEqualTo("Viewed");
        }
    }

    @ParameterizedTest
    @EnumSource
    void coming_back_without_paying_says_that_nothing_was_charged(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            URI link = shop.requestedLink();
            URI session = shop.clickThrough(link);
            String id = session.getPath().substring(session.getPath().lastIndexOf('/') + 1);

            URI back = URI.create(link + "/done?session_id=" + id);

            assertThat(keys(shop.open(back).orElseThrow())).contains("pay.unfinished", "pay.back");
            assertThatShop(shop).isNotPaid();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_session_whose_time_is_up_makes_room_for_the_next(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            URI link = shop.requestedLink();
            URI first = shop.clickThrough(link);
            shop.host.clock().advance(Duration.ofHours(25));
            shop.host.stripe().runDue();

            URI second = shop.clickThrough(link);

            assertThat(second).isNotEqualTo(first);
            assertThat(shop.payer.pay(second, TestPayer.GOOD_CARD)).isPresent();
            shop.sweep(MINUTE);
            assertThatShop(shop).isPaidOnce();
            assertThat(shop.sql("select count(*) from attempt where state = 'EXPIRED'"))
                    .isEqualTo("1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_paid_request_takes_no_second_payment(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            URI link = shop.requestedLink();
            URI back =
                    shop.payer.pay(shop.clickThrough(link), TestPayer.GOOD_CARD).orElseThrow();
            assertThat(shop.open(back)).isPresent();
            long made = shop.host.outgoing().count("POST /v1/checkout/sessions");

            assertThat(shop.click(link)).isInstanceOf(ActionResult.Done.class);

            assertThat(shop.host.outgoing().count("POST /v1/checkout/sessions")).isEqualTo(made);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_receipt_says_what_was_paid_and_what_is_left(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            shop.host
                    .paymentHooks()
                    .contributes(draft ->
                            draft.withContributions(Map.of("roofing-example.crew", "north"), List.of("Crew: north")));
            URI link = shop.requestedLink();
            URI back =
                    shop.payer.pay(shop.clickThrough(link), TestPayer.GOOD_CARD).orElseThrow();
            assertThat(shop.open(back)).isPresent();
            shop.work();

            MailMessage receipt = shop.host.mail().taken().get(1);

            assertThat(receipt.to()).isEqualTo("dana@example.com");
            assertThat(receipt.body().toString())
                    .contains("Visa •4242", "USD", "7200.00", "Crew: north", "Miller residence", "40% Deposit");
            assertThat(receipt.body()).hasAtLeastOneElementOfType(Block.Amount.class);
            assertThat(shop.host.paymentHooks().published().get(1).attributes())
                    .containsEntry("roofing-example.crew", "north");
        }
    }
}
