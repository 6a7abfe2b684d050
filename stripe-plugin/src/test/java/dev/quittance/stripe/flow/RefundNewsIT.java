package dev.quittance.stripe.flow;

import static dev.quittance.stripe.flow.ShopAssert.assertThatShop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.api.payment.PaymentEvent;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.stripe.testhost.SlowBank;
import dev.quittance.stripe.testhost.TestDatabase;
import dev.quittance.stripe.testhost.TestPayer;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What Stripe says of refunds later, and of those that nobody here made. */
final class RefundNewsIT {
    private static final Duration MINUTE = Duration.ofSeconds(61);
    private static final Duration LONGER_THAN_EVENTS_NEED = Duration.ofMinutes(15);
    private static final Duration DAYS = Duration.ofDays(4);
    private static final String PENDING_CARD = "4000000000007726";
    private static final String RETURNING_CARD = "4000000000005126";

    @ParameterizedTest
    @EnumSource
    void a_refund_that_pends_is_told_as_done_only_once_it_is(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Refunding back = Refunding.paid(shop, PENDING_CARD);

            ActionResult result = back.refund("60.00");
            shop.webhooks();

            assertThat(((ActionResult.Done) result).message().key()).isEqualTo("refund.pending");
            assertThat(shop.sql("select state from refund")).isEqualTo("PENDING");
            assertThat(assertThatShop(shop).mails("refund_mail.subject")).isZero();
            assertThat(shop.host.settlements().reversals()).isEmpty();
            shop.host.clock().advance(MINUTE);
            shop.webhooks();

            assertThat(shop.sql("select state from refund")).isEqualTo("SUCCEEDED");
            assertThat(assertThatShop(shop).mails("refund_mail.subject")).isEqualTo(1);
            back.agreeOn(6000);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_refund_that_comes_back_is_undone_and_the_office_is_told_what_to_do(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Refunding back = Refunding.paid(shop, RETURNING_CARD);
            assertThat(back.refund("60.00")).isInstanceOf(ActionResult.Done.class);
            shop.webhooks();
            back.agreeOn(6000);

            shop.host.clock().advance(MINUTE);
            shop.webhooks();
            shop.webhooks();

            assertThat(shop.sql("select state from refund")).isEqualTo("FAILED");
            assertThat(assertThatShop(shop).notices("notice.refund_failed")).isEqualTo(1);
            assertThat(assertThatShop(shop).events(PaymentEvent.REFUND_FAILED)).isEqualTo(1);
            assertThat(assertThatShop(shop).status()).isEqualTo("Paid");
            back.agreeOn(0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_given_back_at_stripe_appears_once_with_its_source(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Refunding back = Refunding.paid(shop, TestPayer.GOOD_CARD);

            assertThat(back.refundAtStripe(10000).get("status").getAsString()).isEqualTo("succeeded");
            shop.webhooks();
            shop.webhooks();
            shop.sweep(LONGER_THAN_EVENTS_NEED);

            assertThat(shop.sql("select source from refund")).isEqualTo("STRIPE");
            assertThat(shop.sql("select count(*) from refund")).isEqualTo("1");
            assertThat(assertThatShop(shop).notices("notice.refunded_at_stripe"))
                    .isEqualTo(1);
            back.agreeOn(10000);
            assertThat(Refunding.problem(back.refund("4700.01"))).isEqualTo("refund.error.too_much [USD 4700.00]");
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_given_back_at_stripe_is_found_although_every_webhook_is_lost(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Refunding back = Refunding.paid(shop, TestPayer.GOOD_CARD);
            assertThat(back.refundAtStripe(10000).get("status").getAsString()).isEqualTo("succeeded");
            assertThat(shop.loseWebhooks()).isPositive();

            shop.sweep(LONGER_THAN_EVENTS_NEED);
            shop.work();

            back.agreeOn(10000);
            assertThat(shop.sql("select count(*) from refund where source = 'STRIPE'"))
                    .isEqualTo("1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_was_slower_than_somebody_at_stripe_is_told_and_sees_the_truth(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Refunding back = Refunding.paid(shop, TestPayer.GOOD_CARD);
            assertThat(back.refundAtStripe(0).get("status").getAsString()).isEqualTo("succeeded");

            ActionResult result = back.refund("60.00");
            shop.work();

            assertThat(result).isInstanceOf(ActionResult.Refused.class);
            assertThat(shop.sql("select state from refund where source = 'OFFICE'"))
                    .isEqualTo("REFUSED");
            assertThat(shop.sql("select state from refund where source = 'STRIPE'"))
                    .isEqualTo("SUCCEEDED");
            assertThat(shop.sql("select problem from refund where source = 'OFFICE'"))
                    .isEqualTo("charge_already_refunded");
            back.agreeOn(480000);
        }
    }

    @ParameterizedTest
    @EnumSource
    void money_that_is_still_on_its_way_through_a_bank_is_not_offered_to_be_given_back(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            shop.host.outgoing().bank().says(SlowBank.Word.ON_ITS_WAY);
            Refunding back = Refunding.paid(shop, TestPayer.GOOD_CARD);
            assertThat(shop.sql("select state from payment")).isEqualTo("PROCESSING");
            assertThat(assertThatShop(shop).mails("receipt.subject")).isZero();

            ActionResult early = back.refund("60.00");

            assertThat(ShopAssert.problems(early).get("form")).contains("refund.nothing");
            assertThat(shop.sql("select count(*) from refund")).isEqualTo("0");
            shop.host.outgoing().bank().says(SlowBank.Word.AT_ONCE);
            shop.sweep(DAYS);
            shop.sweep(MINUTE);
            assertThat(back.refund("60.00")).isInstanceOf(ActionResult.Done.class);
            back.agreeOn(6000);
        }
    }
}
