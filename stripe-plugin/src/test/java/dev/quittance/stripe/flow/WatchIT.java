package dev.quittance.stripe.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.api.host.MailOutcome;
import dev.quittance.api.host.Notification;
import dev.quittance.api.identity.Actor;
import dev.quittance.stripe.testhost.TestDatabase;
import dev.quittance.stripe.testhost.TestPayer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An admin hears of what stands still: once, again the next day, and once more when it is over. */
final class WatchIT {
    private static final Actor ADMIN = Shop.actor(Shop.RIDGELINE, "stripe-payments.settings");
    private static final Duration MINUTE = Duration.ofSeconds(61);

    @ParameterizedTest
    @EnumSource
    void an_outbox_that_stands_still_is_told_once_and_again_after_a_day_and_once_when_it_is_over(
            TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            shop.host.mail().answers(MailOutcome.tryLater("no connection"));
            assertThat(shop.request(Shop.deposit()).toString()).contains("Done");
            shop.sweep(Duration.ofMinutes(29));
            assertThat(keys(shop, "watch.past.outbox")).isEmpty();

            shop.sweep(MINUTE);
            shop.sweep(MINUTE);
            shop.sweep(MINUTE);
            assertThat(keys(shop, "watch.past.outbox")).hasSize(1);
            assertThat(told(shop)).allSatisfy(notice -> {
                assertThat(notice.permission()).isEqualTo("stripe-payments.settings");
                assertThat(notice.org()).isEqualTo(Shop.RIDGELINE);
            });

            shop.sweep(Duration.ofHours(23));
            assertThat(keys(shop, "watch.past.outbox")).hasSize(1);
            shop.sweep(Duration.ofHours(1));
            shop.sweep(MINUTE);
            assertThat(keys(shop, "watch.past.outbox")).hasSize(2);

            shop.host.mail().answers(MailOutcome.handedOver());
            shop.sweep(Duration.ofHours(2));
            shop.sweep(MINUTE);
            assertThat(shop.sql("select state from outbox where kind = 'request_mail'"))
                    .isEqualTo("DELIVERED");
            assertThat(keys(shop, "watch.over.outbox")).isEmpty();
            shop.sweep(Duration.ofMinutes(11));
            shop.sweep(Duration.ofMinutes(11));
            assertThat(keys(shop, "watch.over.outbox")).hasSize(1);
            assertThat(shop.sql("select count(*) from watch_alarm")).isEqualTo("0");
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_goes_to_and_fro_around_its_limit_is_one_alarm(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            park(shop);
            shop.sweep(MINUTE);
            assertThat(keys(shop, "watch.past.parked_events")).hasSize(1);

            for (int times = 0; times < 5; times++) {
                shop.tamper("update webhook_event set state = 'APPLIED'");
                shop.sweep(Duration.ofMinutes(6));
                shop.tamper("update webhook_event set state = 'PARKED'");
                shop.sweep(Duration.ofMinutes(6));
            }

            assertThat(keys(shop, "watch.past.parked_events")).hasSize(1);
            assertThat(keys(shop, "watch.over.parked_events")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void two_nodes_that_look_at_the_same_time_tell_it_once(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            try (Shop other = shop.node()) {
                park(shop);
                shop.sweep(MINUTE);
                other.sweep(Duration.ZERO);
                shop.sweep(Duration.ofDays(1));
                other.sweep(Duration.ZERO);

                assertThat(keys(shop, "watch.past.parked_events")).hasSize(2);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void events_that_stripe_does_not_send_are_told_after_an_hour_unless_it_is_heard_again(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            pay(shop);
            assertThat(shop.loseWebhooks()).isPositive();
            shop.sweep(Duration.ofMinutes(11));
            shop.sweep(Duration.ofMinutes(30));
            assertThat(shop.sql("select count(*) from webhook_event where source = 'SWEEP'"))
                    .isNotEqualTo("0");
            assertThat(keys(shop, "watch.past.silence")).isEmpty();

            shop.sweep(Duration.ofMinutes(45));
            assertThat(keys(shop, "watch.past.silence")).hasSize(1);
            assertThat(words(shop)).contains("health.watched.past");

            // The same event once more, which makes no new row: Stripe was heard all the same.
            String rows = shop.sql("select count(*) from webhook_event");
            shop.host.clock().advance(Duration.ofHours(5));
            shop.webhooks();
            assertThat(shop.sql("select count(*) from webhook_event")).isEqualTo(rows);
            shop.sweep(MINUTE);
            shop.sweep(MINUTE);
            shop.sweep(Duration.ofMinutes(11));
            assertThat(keys(shop, "watch.over.silence")).hasSize(1);
            assertThat(words(shop)).doesNotContain("health.watched.past");
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_limit_has_its_figures_and_none_of_them_names_anybody(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            pay(shop);
            shop.webhooks();
            park(shop);
            shop.sweep(Duration.ofMinutes(5));

            assertThat(shop.host.metrics().figures())
                    .containsEntry("parked_events_count", 1L)
                    .containsEntry("parked_events_oldest_seconds", 300L)
                    .containsEntry("last_verified_event_seconds", 300L)
                    .containsEntry("outbox_count", 0L)
                    .containsKeys(
                            "inbox_count",
                            "inbox_oldest_seconds",
                            "outbox_oldest_seconds",
                            "unknown_calls_count",
                            "unknown_calls_oldest_seconds",
                            "discrepancies_count",
                            "discrepancies_oldest_seconds",
                            "silence_count",
                            "dead_letters_count",
                            "dead_letters_oldest_seconds");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_reading_looks_at_no_more_than_a_hundred_rows_of_a_kind(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            for (int row = 0; row < 130; row++) {
                shop.tamper(
                        "insert into discrepancy (org_id, discrepancy_id, discrepancy_key, kind, stripe_object_id, detail,"
                                + " state, found_at) values ('" + Shop.RIDGELINE.value() + "', '" + new UUID(1, row)
                                + "', 'k" + row
                                + "', 'x', 'y', 'z', 'OPEN', timestamp with time zone '2026-01-01 00:00:00+00')");
            }
            shop.sweep(MINUTE);

            assertThat(words(shop)).contains("100+");
            assertThat(shop.host.metrics().figures()).containsEntry("discrepancies_count", 101L);
        }
    }

    private static void pay(Shop shop) {
        URI session = shop.clickThrough(shop.requestedLink());
        assertThat(shop.payer.pay(session, TestPayer.GOOD_CARD)).isPresent();
    }

    /** An event that was given up a moment ago. */
    private static void park(Shop shop) {
        if (shop.sql("select count(*) from webhook_event").equals("0")) {
            pay(shop);
            shop.webhooks();
        }
        String event = shop.sql("select min(stripe_event_id) from webhook_event");
        shop.tamper("update webhook_event set state = 'PARKED' where stripe_event_id = '" + event + "'");
    }

    private static List<Notification> told(Shop shop) {
        return shop.host.notifications().shown().stream()
                .filter(notice -> notice.text().key().startsWith("watch."))
                .toList();
    }

    private static List<String> keys(Shop shop, String text) {
        return told(shop).stream()
                .filter(notice -> notice.text().key().equals(text))
                .map(Notification::key)
                .toList();
    }

    private static String words(Shop shop) {
        return shop.settings("health").page(ADMIN).blocks().toString();
    }
}
