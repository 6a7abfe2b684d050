package dev.quittance.stripe.flow;

import static dev.quittance.stripe.flow.ShopAssert.assertThatShop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.api.ui.Block;
import dev.quittance.api.ui.Form;
import dev.quittance.emulator.port.Answer;
import dev.quittance.emulator.port.Call;
import dev.quittance.stripe.testhost.Fault;
import dev.quittance.stripe.testhost.TestDatabase;
import dev.quittance.stripe.testhost.TestPayer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What Stripe did and nobody told us: it is found, booked once, and what does not fit is shown to somebody who decides. */
final class SweepIT {
    private static final Actor ADMIN = Shop.actor(Shop.RIDGELINE, "stripe-payments.settings");
    private static final Duration MINUTE = Duration.ofSeconds(60);
    private static final String EVENTS = "event-sweep";

    @ParameterizedTest
    @EnumSource
    void without_any_webhook_a_payer_who_closed_the_browser_is_seen_within_a_minute_however_late(
            TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            URI session = shop.clickThrough(shop.requestedLink());
            for (int hour = 0; hour < 3; hour++) {
                shop.sweep(Duration.ofHours(1));
            }
            long before = shop.host.outgoing().count("GET");
            shop.sweep(MINUTE);
            assertThat(shop.host.outgoing().count("GET") - before)
                    .as("calls in a quiet minute")
                    .isLessThan(4);
            assertThat(shop.payer.pay(session, TestPayer.GOOD_CARD)).isPresent();
            assertThat(shop.loseWebhooks()).isPositive();

            shop.sweep(MINUTE);

            assertThatShop(shop).isPaidOnce();
        }
    }

    @ParameterizedTest
    @EnumSource
    void events_that_nobody_delivered_are_found_and_taken_in_once(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            paidAndNotTold(shop);
            shop.run(EVENTS);
            assertThat(shop.sql("select count(*) from webhook_event"))
                    .as("left to the webhooks")
                    .isEqualTo("0");
            shop.host.clock().advance(Duration.ofMinutes(3));

            shop.run(EVENTS);
            assertThatShop(shop).isPaidOnce();
            String found = shop.sql("select count(*) from webhook_event where source = 'SWEEP'");
            shop.host.clock().advance(Duration.ofMinutes(10));
            shop.run(EVENTS);
            shop.webhooks();

            assertThat(Integer.parseInt(found)).isPositive();
            assertThat(shop.sql("select count(*) from webhook_event where source = 'SWEEP'"))
                    .isEqualTo(found);
            assertThatShop(shop).isPaidOnce();
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_stripe_told_is_not_counted_as_found(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            URI session = shop.clickThrough(shop.requestedLink());
            assertThat(shop.payer.pay(session, TestPayer.GOOD_CARD)).isPresent();
            shop.webhooks();
            shop.host.clock().advance(Duration.ofMinutes(5));
            shop.webhooks();

            shop.run(EVENTS);

            assertThat(shop.sql("select count(*) from webhook_event where source = 'WEBHOOK'"))
                    .isNotEqualTo("0");
            assertThat(shop.sql("select count(*) from webhook_event where source = 'SWEEP'"))
                    .isEqualTo("0");
            assertThatShop(shop).isPaidOnce();
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_event_that_shows_up_late_is_found_by_looking_an_hour_back(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            paidAndNotTold(shop);
            shop.host.clock().advance(Duration.ofMinutes(50));
            shop.host.outgoing().plan("GET /v1/events", Fault.REFUSED);
            shop.run(EVENTS);
            assertThat(shop.sql("select count(*) from sweep_mark")).isEqualTo("0");
            shop.run(EVENTS);
            shop.tamper("delete from webhook_event");
            assertThat(shop.sql("select count(*) from webhook_event")).isEqualTo("0");

            shop.host.clock().advance(Duration.ofMinutes(5));
            shop.run(EVENTS);

            assertThat(shop.sql("select count(*) from webhook_event")).isNotEqualTo("0");
            assertThatShop(shop).isPaidOnce();
        }
    }

    @ParameterizedTest
    @EnumSource
    void more_events_than_one_look_takes_are_all_found(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            for (int round = 0; round < 2; round++) {
                shop.host.clock().advance(Duration.ofHours(1));
                for (int i = 0; i < 300; i++) {
                    closedAtStripeByAnother(shop);
                }
            }
            assertThat(shop.loseWebhooks()).isEqualTo(600);
            shop.host.clock().advance(Duration.ofHours(1));

            for (int run = 0; run < 20; run++) {
                shop.run(EVENTS);
                shop.host.clock().advance(Duration.ofSeconds(3));
            }

            assertThat(shop.sql("select count(*) from webhook_event where source = 'SWEEP'"))
                    .isEqualTo("600");
        }
    }

    /** A session that somebody else makes at the same account and closes: one event each. */
    private static void closedAtStripeByAnother(Shop shop) {
        String form = "mode=payment&success_url=https%3A%2F%2Fshop.test&line_items[0][quantity]=1"
                + "&line_items[0][price_data][currency]=usd&line_items[0][price_data][unit_amount]=700"
                + "&line_items[0][price_data][product_data][name]=x";
        String made = atStripe(shop, "/v1/checkout/sessions", form);
        String id = made.substring(made.indexOf("cs_test_"), made.indexOf('"', made.indexOf("cs_test_")));
        assertThat(atStripe(shop, "/v1/checkout/sessions/" + id + "/expire", ""))
                .contains("expired");
    }

    private static String atStripe(Shop shop, String path, String form) {
        Map<String, String> headers = Map.of(
                "authorization",
                "Bearer " + dev.quittance.stripe.testhost.TestHost.RIDGELINE_KEY,
                "content-type",
                "application/x-www-form-urlencoded");
        Answer answer =
                shop.host.stripe().handle(new Call("POST", path, "", headers, form.getBytes(StandardCharsets.UTF_8)));
        assertThat(answer.status()).isEqualTo(200);
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @EnumSource
    void after_45_days_off_what_is_older_than_stripes_events_is_found_among_the_sessions(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            paidAndNotTold(shop);
            shop.host.clock().advance(Duration.ofDays(45));

            shop.run(EVENTS);

            assertThat(shop.sql("select count(*) from webhook_event")).isEqualTo("0");
            assertThatShop(shop).isPaidOnce();
            assertThat(shop.sql("select count(*) from sweep_mark")).isEqualTo("1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void money_at_stripe_that_is_not_here_is_shown_and_booked_where_somebody_says(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            paidAndNotTold(shop);
            // Books from a backup that is older than the click.
            shop.tamper("delete from attempt");
            shop.host.clock().advance(Duration.ofMinutes(3));
            shop.run(EVENTS);

            assertThatShop(shop).isNotPaid();
            assertThat(words(shop)).contains("discrepancies.kind.stripe_only");
            assertThat(assertThatShop(shop).notices("notice.paid_at_stripe_only"))
                    .isEqualTo(1);
            Map<String, String> answers = attachAnswers(shop);

            assertThat(submit(shop, "attach", answers)).isInstanceOf(ActionResult.Done.class);
            shop.work();
            assertThat(submit(shop, "attach", answers)).isInstanceOf(ActionResult.Refused.class);
            shop.run(EVENTS);
            shop.sweep(MINUTE);
            Holding holding = new Holding(shop);
            holding.catchUp();
            holding.answered("restored");
            holding.sendByHand("receipt_mail");

            assertThatShop(shop).isPaidOnce();
            assertThat(shop.sql("select resolution || ' ' || resolved_by from discrepancy"))
                    .isEqualTo("attached u1");
            assertThat(words(shop)).doesNotContain("discrepancies.kind.stripe_only");
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothing_is_attached_to_a_request_for_another_amount(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            paidAndNotTold(shop);
            shop.tamper("delete from attempt");
            shop.host.clock().advance(Duration.ofMinutes(3));
            shop.run(EVENTS);
            Map<String, String> answers = attachAnswers(shop);
            shop.tamper("update payment_request set amount_minor = 480001");

            assertThat(submit(shop, "attach", answers)).isInstanceOf(ActionResult.Refused.class);

            assertThatShop(shop).isNotPaid();
            assertThat(words(shop)).contains("discrepancies.nothing_fits");
            assertThat(submit(shop, "ignore", Map.of("which", answers.get("which"))))
                    .as("without a reason")
                    .isInstanceOf(ActionResult.Refused.class);
            assertThat(submit(shop, "ignore", answers)).isInstanceOf(ActionResult.Done.class);
            assertThat(submit(shop, "ignore", answers)).isInstanceOf(ActionResult.Refused.class);
            assertThat(shop.sql("select resolution from discrepancy")).isEqualTo("ignored");
            assertThat(shop.sql("select reason from discrepancy")).isEqualTo("compared with the dashboard");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_payment_that_stripe_does_not_have_is_shown_once_and_nothing_is_changed(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            URI session = shop.clickThrough(shop.requestedLink());
            assertThat(shop.payer.pay(session, TestPayer.GOOD_CARD)).isPresent();
            shop.webhooks();
            shop.tamper("update payment set stripe_payment_intent_id = 'pi_gone', stripe_charge_id = null,"
                    + " fee_minor = null, next_check_at = created_at");

            shop.sweep(MINUTE);
            shop.sweep(MINUTE);

            assertThat(shop.sql("select kind from discrepancy")).isEqualTo("not_at_stripe");
            assertThat(shop.sql("select count(*) from discrepancy")).isEqualTo("1");
            assertThat(words(shop)).contains("discrepancies.kind.here_only");
            assertThat(assertThatShop(shop).notices("notice.paid_here_only")).isEqualTo(1);
            assertThat(shop.sql("select state from payment")).isEqualTo("SUCCEEDED");
            assertThatShop(shop).booksBalance();
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_may_not_change_the_settings_decides_nothing(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            paidAndNotTold(shop);
            shop.tamper("delete from attempt");
            shop.host.clock().advance(Duration.ofMinutes(3));
            shop.run(EVENTS);
            Map<String, String> answers = attachAnswers(shop);
            Actor stranger =
                    Shop.actor(dev.quittance.stripe.testhost.TestRecords.NORTHWIND, "stripe-payments.settings");

            for (String form : new String[] {"attach", "ignore"}) {
                var submission = shop.submission(answers);
                assertThat(shop.settings("discrepancies").submit(form, submission, Shop.office()))
                        .isEqualTo(ActionResult.absent());
                assertThat(shop.settings("discrepancies").submit(form, submission, stranger))
                        .isInstanceOf(ActionResult.Refused.class);
            }
            assertThat(shop.sql("select state from discrepancy")).isEqualTo("OPEN");
        }
    }

    /** A card payment of which no webhook arrives and after which the browser is closed. */
    private static void paidAndNotTold(Shop shop) {
        URI session = shop.clickThrough(shop.requestedLink());
        assertThat(shop.payer.pay(session, TestPayer.GOOD_CARD)).isPresent();
        assertThat(shop.loseWebhooks()).isPositive();
    }

    private static Map<String, String> attachAnswers(Shop shop) {
        Form form = shop.settings("discrepancies").page(ADMIN).blocks().stream()
                .filter(Block.Ask.class::isInstance)
                .map(block -> ((Block.Ask) block).form())
                .filter(one -> one.id().equals("attach"))
                .findFirst()
                .orElseThrow();
        return Map.of(
                "which",
                form.fields().get(0).value(),
                "request",
                form.fields().get(1).choices().get(0).value(),
                "reason",
                "compared with the dashboard");
    }

    private static ActionResult submit(Shop shop, String form, Map<String, String> answers) {
        return shop.settings("discrepancies").submit(form, shop.submission(answers), ADMIN);
    }

    private static String words(Shop shop) {
        return shop.settings("discrepancies").page(ADMIN).blocks().toString();
    }
}
