package dev.quittance.stripe.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.stripe.testhost.Fault;
import dev.quittance.stripe.testhost.TestDatabase;
import dev.quittance.stripe.testhost.TestHost;
import dev.quittance.stripe.testhost.TestPayer;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An endpoint that was made before this version listened to refunds. */
final class UpgradedEndpointIT {
    private static final Duration MINUTES = Duration.ofMinutes(11);
    private static final String EVENTS = "event-sweep";
    private static final String REFUNDS = "select count(*) from refund where state = 'SUCCEEDED'";

    @ParameterizedTest
    @EnumSource
    void it_hears_of_refunds_after_an_upgrade_and_what_it_missed_is_found(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Refunding back = Refunding.paid(shop, TestPayer.GOOD_CARD);
            String endpoint = ofAnEarlierVersion(shop);
            refundUnheard(shop, back);
            shop.host.clock().advance(Duration.ofDays(20));
            // The version before looked for events as well, but for none of refunds.
            String seen = shop.host.clock().instant().minusSeconds(300).toString();
            shop.tamper("update sweep_mark set seen_until = timestamp with time zone '" + seen + "'");

            shop.run(EVENTS);

            assertThat(shop.sql(REFUNDS)).as("found by looking back").isEqualTo("1");
            assertThat(back.refundAtStripe(2000).get("status").getAsString()).isEqualTo("succeeded");
            shop.webhooks();
            assertThat(shop.sql(REFUNDS)).as("told by a webhook").isEqualTo("2");
            back.agreeOn(3000);
            shop.host.clock().advance(MINUTES);
            shop.run(EVENTS);
            shop.restart();
            shop.run(EVENTS);
            assertThat(shop.host.outgoing().count("POST /v1/webhook_endpoints/" + endpoint))
                    .as("asked once")
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_endpoint_of_this_version_is_left_alone(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            shop.host.clock().advance(MINUTES);
            shop.run(EVENTS);

            assertThat(shop.host.outgoing().count("POST /v1/webhook_endpoints/"))
                    .isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_lost_answer_is_asked_for_again_and_does_it_once(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            String endpoint = ofAnEarlierVersion(shop);
            shop.host.outgoing().plan("POST /v1/webhook_endpoints/" + endpoint, Fault.LOST_ANSWER);

            shop.run(EVENTS);
            shop.run(EVENTS);
            shop.sweep(Duration.ofSeconds(61));

            assertThat(shop.sql("select state from operation where kind = 'subscribe_webhook_endpoint'"))
                    .isEqualTo("ACCEPTED");
            assertThat(shop.sql("select count(*) from operation where kind = 'subscribe_webhook_endpoint'"))
                    .isEqualTo("1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_key_that_may_not_change_it_keeps_taking_payments_and_the_sweep_finds_what_is_not_told(
            TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Refunding back = Refunding.paid(shop, TestPayer.GOOD_CARD);
            String endpoint = ofAnEarlierVersion(shop);
            shop.host.outgoing().plan("POST /v1/webhook_endpoints/" + endpoint, Fault.FORBIDDEN);
            shop.run(EVENTS);

            refundUnheard(shop, back);
            shop.host.clock().advance(MINUTES);
            shop.run(EVENTS);

            assertThat(shop.sql(REFUNDS)).isEqualTo("1");
            back.agreeOn(1000);
            assertThat(shop.sql("select state from connection")).isEqualTo("CONNECTED");
            assertThat(shop.host.outgoing().count("POST /v1/webhook_endpoints/" + endpoint))
                    .isEqualTo(1);
            shop.connect(Shop.RIDGELINE, TestHost.RIDGELINE_KEY);
            shop.host.clock().advance(MINUTES);
            shop.run(EVENTS);
            assertThat(AtStripe.call(shop, "GET", "/v1/webhook_endpoints/" + endpoint, "")
                            .get("enabled_events")
                            .toString())
                    .as("with the next key")
                    .contains("refund.created");
        }
    }

    private static void refundUnheard(Shop shop, Refunding back) {
        assertThat(back.refundAtStripe(1000).get("status").getAsString()).isEqualTo("succeeded");
        shop.webhooks();
        assertThat(shop.sql(REFUNDS)).as("nobody told").isEqualTo("0");
    }

    /** The endpoint as the version before refunds left it, here and at Stripe. */
    private static String ofAnEarlierVersion(Shop shop) {
        shop.host.clock().advance(MINUTES);
        shop.run(EVENTS);
        String endpoint = shop.sql("select stripe_webhook_endpoint_id from webhook_endpoint");
        shop.tamper("update webhook_endpoint set heard_types = null");
        assertThat(AtStripe.call(
                                shop,
                                "POST",
                                "/v1/webhook_endpoints/" + endpoint,
                                "enabled_events[0]=charge.succeeded&enabled_events[1]=payment_intent.succeeded")
                        .get("enabled_events")
                        .getAsJsonArray())
                .hasSize(2);
        return endpoint;
    }
}
