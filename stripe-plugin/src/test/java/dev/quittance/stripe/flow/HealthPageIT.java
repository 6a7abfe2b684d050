package dev.quittance.stripe.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.api.ui.Block;
import dev.quittance.api.ui.Page;
import dev.quittance.stripe.testhost.Fault;
import dev.quittance.stripe.testhost.TestDatabase;
import dev.quittance.stripe.testhost.TestPayer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an admin sees of the line to Stripe, and can do about it. */
final class HealthPageIT {
    private static final Actor ADMIN = Shop.actor(Shop.RIDGELINE, "stripe-payments.settings");
    private static final Duration MINUTE = Duration.ofSeconds(61);

    @ParameterizedTest
    @EnumSource
    void a_test_event_comes_back_from_stripe_and_moves_nothing(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            assertThat(words(shop)).contains("health.test.never");

            assertThat(message(submit(shop, "test-event", ""))).isEqualTo("health.test.sent");
            assertThat(words(shop)).contains("health.test.missing");
            shop.webhooks();

            assertThat(words(shop)).contains("health.test.arrived").doesNotContain("health.test.missing");
            assertThat(shop.sql("select count(*) from payment_request")).isEqualTo("0");
            assertThat(shop.sql("select count(*) from discrepancy")).isEqualTo("0");
            assertThat(shop.sql("select reason from webhook_event")).isEqualTo("not made here");
        }
    }

    @ParameterizedTest
    @EnumSource
    void repairing_the_endpoint_takes_a_new_secret_and_lets_the_old_one_count_for_a_day(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            URI session = shop.clickThrough(shop.requestedLink());
            assertThat(shop.payer.pay(session, TestPayer.GOOD_CARD)).isPresent();
            shop.host.stripe().runDue();
            var signedWithTheOldSecret = shop.host.stripe().takeDueDeliveries();
            assertThat(signedWithTheOldSecret).isNotEmpty();
            String before = shop.sql("select stripe_webhook_endpoint_id from webhook_endpoint");

            assertThat(message(submit(shop, "repair-endpoint", ""))).isEqualTo("health.repair.done");

            assertThat(shop.sql("select stripe_webhook_endpoint_id from webhook_endpoint"))
                    .isNotEqualTo(before);
            assertThat(shop.sql("select replaced_stripe_endpoint_id from webhook_endpoint"))
                    .isEmpty();
            var endpoint = shop.extension(dev.quittance.api.rest.WebhookEndpoint.class);
            assertThat(signedWithTheOldSecret)
                    .allMatch(delivery -> endpoint.receive(dev.quittance.stripe.testhost.TestHost.call(delivery))
                                    .status()
                            == 200);
            assertThat(submit(shop, "test-event", "")).isInstanceOf(ActionResult.Done.class);
            shop.webhooks();
            assertThat(words(shop)).contains("health.test.arrived");
            // The endpoint that was replaced is off at Stripe: nothing comes twice.
            assertThat(shop.host.outgoing().count("POST /v1/webhook_endpoints/" + before))
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_repair_that_stripe_does_not_answer_is_finished_by_itself(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            String before = shop.sql("select stripe_webhook_endpoint_id from webhook_endpoint");
            shop.host.outgoing().plan("POST /v1/webhook_endpoints", Fault.LOST_ANSWER);

            assertThat(message(submit(shop, "repair-endpoint", ""))).isEqualTo("health.repair.waiting");
            assertThat(message(submit(shop, "repair-endpoint", ""))).isEqualTo("health.repair.waiting");
            shop.sweep(MINUTE);

            assertThat(shop.sql("select stripe_webhook_endpoint_id from webhook_endpoint"))
                    .isNotEqualTo(before);
            assertThat(shop.sql("select count(*) from operation where kind = 'create_webhook_endpoint'"))
                    .isEqualTo("2");
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_event_that_was_set_aside_is_shown_and_tried_again(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            URI session = shop.clickThrough(shop.requestedLink());
            shop.tamper("update attempt set amount_minor = 480001");
            assertThat(shop.payer.pay(session, TestPayer.GOOD_CARD)).isPresent();
            shop.webhooks();
            shop.tamper("update attempt set amount_minor = 480000");
            String key = shop.sql("select endpoint_id || '/' || stripe_event_id from webhook_event"
                    + " where state = 'QUARANTINED' and type = 'checkout.session.completed'");
            assertThat(words(shop)).contains("health.state.set_aside", "amount_differs");

            assertThat(message(submit(shop, "replay-event", key))).isEqualTo("health.replay.done");
            assertThat(submit(shop, "replay-event", key)).isInstanceOf(ActionResult.Refused.class);
            shop.work();
            shop.sweep(MINUTE);

            ShopAssert.assertThatShop(shop).isPaidOnce();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_call_that_nobody_can_judge_is_told_to_an_admin_and_taken_off_the_list_by_hand(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            URI link = shop.requestedLink();
            shop.host.outgoing().plan("POST /v1/checkout/sessions", Fault.KEY_REUSED);
            assertThat(shop.click(link)).isInstanceOf(ActionResult.Refused.class);
            shop.sweep(MINUTE);

            assertThat(ShopAssert.assertThatShop(shop).notices("notice.operation_quarantined"))
                    .isEqualTo(1);
            assertThat(words(shop)).contains("health.state.person", "idempotency_error");
            String id = shop.sql("select operation_id from operation where state = 'QUARANTINED'");
            assertThat(message(submit(shop, "settle-call", id))).isEqualTo("health.settle.done");

            assertThat(words(shop)).doesNotContain("health.state.person");
            assertThat(submit(shop, "settle-call", id)).isInstanceOf(ActionResult.Refused.class);
            assertThat(submit(shop, "settle-call", "nonsense")).isInstanceOf(ActionResult.Refused.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_may_not_change_the_settings_can_do_nothing_here(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            int calls = shop.host.outgoing().sent().size();

            for (String form :
                    List.of("test-event", "repair-endpoint", "replay-event", "dismiss-event", "settle-call")) {
                assertThat(shop.settings("health").submit(form, shop.submission(Map.of("which", "x")), Shop.office()))
                        .isEqualTo(ActionResult.absent());
            }
            assertThat(shop.host.outgoing().sent()).hasSize(calls);
        }
    }

    private static ActionResult submit(Shop shop, String form, String which) {
        return shop.settings("health").submit(form, shop.submission(Map.of("which", which)), ADMIN);
    }

    private static String words(Shop shop) {
        Page page = shop.settings("health").page(ADMIN);
        assertThat(page.blocks()).anyMatch(Block.Listing.class::isInstance);
        return page.blocks().toString();
    }

    private static String message(ActionResult result) {
        return result instanceof ActionResult.Done done ? done.message().key() : result.toString();
    }
}
