package dev.quittance.stripe.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.stripe.testhost.TestDatabase;
import dev.quittance.stripe.testhost.TestPayer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A button stands on a record only while there is something to do with it. */
final class OfferedIT {
    private static final Duration MINUTE = Duration.ofSeconds(61);
    private static final Actor ALL =
            Shop.actor(Shop.RIDGELINE, "stripe-payments.request", "stripe-payments.view", "stripe-payments.refund");

    @ParameterizedTest
    @EnumSource
    void an_amount_is_changed_or_canceled_while_something_is_open(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            List<String> before = offered(shop);
            assertThat(shop.requestedLink()).isNotNull();
            List<String> open = offered(shop);
            assertThat(shop.action("cancel-request")
                            .submit(
                                    Shop.PROJECT,
                                    shop.submission(
                                            Map.of("request", shop.sql("select request_id from payment_request"))),
                                    Shop.office()))
                    .isNotNull();
            List<String> canceled = offered(shop);

            assertThat(before).containsExactly("request-payment");
            assertThat(open).containsExactly("request-payment", "change-request", "cancel-request");
            assertThat(canceled).containsExactly("request-payment");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_refund_is_offered_while_something_that_came_is_left(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Refunding back = Refunding.paid(shop, TestPayer.GOOD_CARD);
            List<String> paid = offered(shop);

            assertThat(back.refund("60.00")).isInstanceOf(ActionResult.Done.class);
            shop.sweep(MINUTE);
            List<String> partly = offered(shop);
            assertThat(back.refund("4740.00")).isInstanceOf(ActionResult.Done.class);
            shop.sweep(MINUTE);

            assertThat(paid).containsExactly("request-payment", "refund");
            assertThat(partly).containsExactly("request-payment", "refund");
            assertThat(offered(shop)).containsExactly("request-payment");
        }
    }

    private static List<String> offered(Shop shop) {
        return Stream.of("request-payment", "change-request", "cancel-request", "refund")
                .filter(id -> shop.action(id).isOffered(Shop.PROJECT, ALL))
                .toList();
    }
}
