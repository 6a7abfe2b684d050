package dev.quittance.stripe.flow;

import static dev.quittance.stripe.flow.ShopAssert.assertThatShop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.api.host.MailOutcome;
import dev.quittance.api.host.MailReturn;
import dev.quittance.api.host.MailReturnListener;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.stripe.testhost.TestDatabase;
import dev.quittance.stripe.testhost.TestPayer;
import dev.quittance.stripe.testhost.TestRecords;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A mail that a mail server sent back is shown as bounced, and the office is told to correct the address. */
final class BouncedMailIT {
    private static final Duration MINUTE = Duration.ofSeconds(61);

    @ParameterizedTest
    @EnumSource
    void a_mail_that_came_back_is_shown_as_bounced_and_told_to_the_office_once(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            assertThat(shop.request(Shop.deposit())).isInstanceOf(ActionResult.Done.class);
            shop.work();
            assertThat(assertThatShop(shop).mail()).isEqualTo("Handed over");

            back(shop, "e1", key(shop));
            back(shop, "e1", key(shop));
            shop.sweep(MINUTE);

            assertThat(assertThatShop(shop).mail()).isEqualTo("Bounced");
            assertThat(assertThatShop(shop).notices("notice.bounced_request")).isEqualTo(1);
            assertThat(shop.host.notifications().shown())
                    .filteredOn(notice -> notice.text().key().equals("notice.bounced_request"))
                    .allSatisfy(notice -> assertThat(notice.permission()).isEqualTo("stripe-payments.view"));
            assertThat(shop.sql("select count(*) from timeline_entry where kind = 'mail_bounced' and detail = '5.1.1'"))
                    .isEqualTo("1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_receipt_that_came_back_changes_nothing_of_the_payment(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            assertThat(shop.payer.pay(shop.clickThrough(shop.requestedLink()), TestPayer.GOOD_CARD))
                    .isPresent();
            shop.webhooks();
            assertThat(assertThatShop(shop).mail()).isEqualTo("Receipt handed over");

            back(shop, "e1", shop.sql("select dedupe_key from outbox where kind = 'receipt_mail'"));
            shop.work();

            assertThat(assertThatShop(shop).mail()).isEqualTo("Receipt bounced");
            assertThat(assertThatShop(shop).notices("notice.bounced_receipt")).isEqualTo(1);
            assertThatShop(shop).isPaidOnce();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_mail_that_comes_back_before_it_is_noted_as_sent_is_to_be_told_again(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            shop.host.mail().answers(MailOutcome.tryLater("the answer was lost"));
            assertThat(shop.request(Shop.deposit())).isInstanceOf(ActionResult.Done.class);
            shop.work();
            assertThatThrownBy(() -> back(shop, "e1", key(shop))).isInstanceOf(IllegalStateException.class);

            shop.host.mail().answers(MailOutcome.handedOver());
            shop.sweep(MINUTE);
            back(shop, "e1", key(shop));

            assertThat(assertThatShop(shop).mail()).isEqualTo("Bounced");
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_no_mail_of_this_organisation_changes_nothing(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            assertThat(shop.request(Shop.deposit())).isInstanceOf(ActionResult.Done.class);
            shop.work();

            back(shop, "e1", "request_mail/of-nobody");
            shop.extension(MailReturnListener.class)
                    .returned(new MailReturn(
                            "e2",
                            TestRecords.NORTHWIND,
                            key(shop),
                            "5.1.1",
                            shop.host.clock().instant()));
            shop.work();

            assertThat(assertThatShop(shop).mail()).isEqualTo("Handed over");
            assertThat(assertThatShop(shop).notices("notice.bounced_request")).isZero();
        }
    }

    private static void back(Shop shop, String eventId, String key) {
        shop.extension(MailReturnListener.class)
                .returned(new MailReturn(
                        eventId, Shop.RIDGELINE, key, "5.1.1", shop.host.clock().instant()));
    }

    private static String key(Shop shop) {
        return shop.sql("select dedupe_key from outbox where kind = 'request_mail'");
    }
}
