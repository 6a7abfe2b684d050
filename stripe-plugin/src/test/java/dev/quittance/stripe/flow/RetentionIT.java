package dev.quittance.stripe.flow;

import static dev.quittance.stripe.flow.ShopAssert.assertThatShop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.stripe.testhost.TestDatabase;
import dev.quittance.stripe.testhost.TestPayer;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What Stripe told is forgotten once it is done with and old; what it brought stays. */
final class RetentionIT {
    @ParameterizedTest
    @EnumSource
    void events_that_are_done_with_go_after_90_days_and_what_they_brought_stays(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            paid(shop);
            String before = shop.sql("select count(*) from webhook_event");
            assertThat(before).isNotEqualTo("0");
            shop.host.clock().advance(Duration.ofDays(89));
            shop.run("retention");
            assertThat(shop.sql("select count(*) from webhook_event")).isEqualTo(before);

            shop.host.clock().advance(Duration.ofDays(2));
            shop.run("retention");

            assertThat(shop.sql("select count(*) from webhook_event")).isEqualTo("0");
            assertThatShop(shop).isPaidOnce();
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_waits_was_given_up_or_set_aside_stays_however_old(TestDatabase database) {
        for (String state : new String[] {"RECEIVED", "PARKED", "QUARANTINED"}) {
            try (Shop shop = Shop.connected(database)) {
                paid(shop);
                String before = shop.sql("select count(*) from webhook_event");
                shop.tamper("update webhook_event set state = '" + state + "'");
                shop.host.clock().advance(Duration.ofDays(400));

                shop.run("retention");

                assertThat(shop.sql("select count(*) from webhook_event"))
                        .as(state)
                        .isEqualTo(before);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void more_than_a_batch_goes_in_one_run(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            paid(shop);
            shop.tamper("update webhook_event set state = 'APPLIED'");
            shop.tamper(
                    "insert into webhook_event (org_id, endpoint_id, stripe_event_id, type, stripe_object_id, stripe_account_id,"
                            + " livemode, api_version, body_sealed, state, reason, tries, received_at, version, source)"
                            + " select org_id, endpoint_id, 'evt_more_' || n, type, stripe_object_id, stripe_account_id, livemode,"
                            + " api_version, body_sealed, state, reason, tries, received_at, version, source from (select * from webhook_event"
                            + " order by stripe_event_id fetch first 1 rows only) as one cross join "
                            + (database == TestDatabase.H2 ? "system_range(1, 1200)" : "generate_series(1, 1200)")
                            + " as s(n)");
            shop.host.clock().advance(Duration.ofDays(91));

            shop.run("retention");

            assertThat(shop.sql("select count(*) from webhook_event")).isEqualTo("0");
        }
    }

    private static void paid(Shop shop) {
        assertThat(shop.payer.pay(shop.clickThrough(shop.requestedLink()), TestPayer.GOOD_CARD))
                .isPresent();
        shop.webhooks();
    }
}
