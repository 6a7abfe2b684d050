package dev.quittance.stripe.flow;

import static dev.quittance.stripe.flow.ShopAssert.assertThatShop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.payment.Objection;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.api.ui.Text;
import dev.quittance.stripe.testhost.Fault;
import dev.quittance.stripe.testhost.TestDatabase;
import dev.quittance.stripe.testhost.TestPayer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Money that came twice goes the way that the organisation has decided. */
final class OverpaymentIT {
    private static final Duration MINUTE = Duration.ofSeconds(61);
    private static final String REFUND = "POST /v1/refunds";

    @ParameterizedTest
    @EnumSource
    void unless_somebody_has_decided_the_office_is_asked_and_nothing_goes_back(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            payTwice(shop);

            assertThat(assertThatShop(shop).notices("notice.overpaid")).isEqualTo(1);
            assertThat(shop.host.outgoing().count(REFUND)).isZero();
            assertThat(decide(shop, "refund")).isInstanceOf(ActionResult.Done.class);
            shop.sweep(MINUTE);
            assertThat(shop.host.outgoing().count(REFUND))
                    .as("what came before")
                    .isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_second_payment_goes_back_by_itself_and_once_although_the_answer_is_lost(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            assertThat(decide(shop, "refund")).isInstanceOf(ActionResult.Done.class);
            shop.host.outgoing().plan(REFUND, Fault.LOST_ANSWER);

            payTwice(shop);
            shop.restart();
            shop.sweep(MINUTE);
            shop.webhooks();
            shop.sweep(MINUTE);

            assertThat(shop.sql("select count(*) from refund")).isEqualTo("1");
            assertThat(shop.sql("select concat_ws('|', source, reason, state, amount_minor) from refund"))
                    .isEqualTo("POLICY|duplicate|SUCCEEDED|480000");
            assertThat(shop.sql("select refunded_minor from payment where overpaid"))
                    .isEqualTo("480000");
            assertThat(shop.sql("select paid_minor - refunded_minor from record_balance"))
                    .isEqualTo("480000");
            assertThat(shop.sql("select waived_minor from record_balance")).isEqualTo("0");
            assertThat(assertThatShop(shop).notices("notice.overpaid_goes_back"))
                    .isEqualTo(1);
            assertThat(assertThatShop(shop).mails("refund_mail.subject")).isEqualTo(1);
            assertThat(assertThatShop(shop).status()).isEqualTo("Paid");
            assertThatShop(shop).booksBalance();
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_a_guard_is_against_stays_and_the_office_is_told(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            assertThat(decide(shop, "refund")).isInstanceOf(ActionResult.Done.class);
            URI link = shop.requestedLink();
            shop.host.paymentHooks().objects(List.of(new Objection("books", "closed", Text.plain("Closed."))));

            payTwice(shop, link);

            assertThat(assertThatShop(shop).notices("notice.overpaid_kept")).isEqualTo(1);
            assertThat(shop.host.outgoing().count(REFUND)).isZero();
        }
    }

    private static ActionResult decide(Shop shop, String policy) {
        Actor admin = Shop.actor(Shop.RIDGELINE, "stripe-payments.settings");
        return shop.settings("overpayments").submit("overpayments", shop.submission(Map.of("policy", policy)), admin);
    }

    private static void payTwice(Shop shop) {
        payTwice(shop, shop.requestedLink());
    }

    private static void payTwice(Shop shop, URI link) {
        URI first = shop.clickThrough(link);
        shop.tamper("update attempt set state = 'ABANDONED', live_request_id = null, next_check_at = null");
        URI second = shop.clickThrough(link);
        assertThat(shop.payer.pay(second, TestPayer.GOOD_CARD)).isPresent();
        assertThat(shop.payer.pay(first, TestPayer.GOOD_CARD)).isPresent();
        shop.webhooks();
    }
}
