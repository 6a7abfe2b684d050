package dev.quittance.stripe.flow;

import static dev.quittance.stripe.flow.ShopAssert.assertThatShop;
import static dev.quittance.stripe.flow.StopIT.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.api.money.Money;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.stripe.testhost.TestDatabase;
import dev.quittance.stripe.testhost.TestPayer;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bank debits at the local Stripe, over days, with the clock moved: on their way, come, refused, and taken back after they came. */
final class BankDaysIT {
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration MINUTE = Duration.ofSeconds(61);
    private static final int MORE_THAN_BANKS_TAKE = 8;

    @ParameterizedTest
    @EnumSource
    void while_it_is_on_its_way_nobody_is_thanked_or_asked_and_a_second_request_says_so(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            URI link = sentByBank(shop, "SUCCESS");
            for (int day = 0; day < 2; day++) {
                shop.sweep(A_DAY);
                shop.webhooks();
                assertThat(shop.sql("select state from payment_request")).isEqualTo("PROCESSING");
                assertThat(assertThatShop(shop).status()).isEqualTo("Processing");
                assertThat(words(shop, link)).contains("pay.processing");
                assertThat(shop.click(link)).isNotInstanceOf(ActionResult.Leave.class);
                assertThat(shop.host.mail().taken())
                        .as("mails beside the request's own")
                        .hasSize(1);
            }

            ActionResult again = shop.request(Shop.deposit());

            assertThat(ShopAssert.problems(again).get("form")).contains("request.sent_already", "request.processing");
            assertThat(shop.sql("select count(*) from payment_request")).isEqualTo("1");
            days(shop);
            assertThatShop(shop).isPaidOnce();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_debit_that_the_bank_refuses_days_later_can_be_paid_again_by_the_same_link(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            URI link = sentByBank(shop, "INSUFFICIENT_FUNDS");

            days(shop);

            assertThat(shop.sql("select state from payment_request")).isEqualTo("OPEN");
            assertThat(assertThatShop(shop).notices("notice.failed")).isEqualTo(1);
            assertThat(assertThatShop(shop).mails("receipt.subject")).isZero();
            assertThat(shop.payer.pay(shop.clickThrough(link), TestPayer.GOOD_CARD))
                    .isPresent();
            shop.webhooks();
            assertThat(shop.sql("select state from payment_request")).isEqualTo("PAID");
            assertThat(assertThatShop(shop).mails("receipt.subject")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_debit_that_is_taken_back_after_it_came_corrects_the_receipt_and_is_owed_again(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            assertThat(shop.open(sentByBank(shop, "DISPUTED"))).isPresent();

            days(shop);
            shop.webhooks();

            assertThat(shop.sql("select state from payment")).isEqualTo("SUCCEEDED");
            assertThat(shop.sql("select state from dispute")).isEqualTo("LOST");
            assertThat(assertThatShop(shop).mails("receipt.subject")).isEqualTo(1);
            assertThat(assertThatShop(shop).mails("taken_back_mail.subject")).isEqualTo(1);
            assertThat(shop.sql("select count(*) from timeline_entry where kind = 'taken_back_mail_sent'"))
                    .isEqualTo("1");
            assertThat(assertThatShop(shop).notices("notice.dispute_lost")).isEqualTo(1);
            assertThat(assertThatShop(shop).status()).isEqualTo("Disputed");
            assertThat(shop.host.settlements().paid(Shop.RIDGELINE, Shop.PROJECT, "USD"))
                    .isEqualTo(Money.zero("USD"));
            Map<String, String> all = new TreeMap<>(Shop.answers("final", "", "12000.00"));
            assertThat(shop.request(all)).as("all of it is left").isInstanceOf(ActionResult.Done.class);
        }
    }

    private static URI sentByBank(Shop shop, String bank) {
        URI link = shop.requestedLink();
        assertThat(shop.payer.payByBank(shop.clickThrough(link), bank)).isPresent();
        shop.webhooks();
        assertThat(shop.sql("select state from payment_request")).isEqualTo("PROCESSING");
        return link;
    }

    private static void days(Shop shop) {
        for (int day = 0; day < MORE_THAN_BANKS_TAKE; day++) {
            shop.sweep(A_DAY);
            shop.webhooks();
        }
        shop.sweep(MINUTE);
    }
}
