package dev.quittance.stripe.flow;

import static dev.quittance.stripe.flow.ShopAssert.assertThatShop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.stripe.testhost.Fault;
import dev.quittance.stripe.testhost.SimulatedCrash;
import dev.quittance.stripe.testhost.TestDatabase;
import dev.quittance.stripe.testhost.TestPayer;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The process ends at each point of the way; the next one goes on from the tables. */
final class CrashIT {
    private static final String MAKE_SESSION = "POST /v1/checkout/sessions";
    private static final Duration MINUTE = Duration.ofSeconds(61);

    static Stream<Arguments> crashes() {
        return Stream.of(TestDatabase.values())
                .flatMap(database -> Stream.of("before 1", "after 1", "before 2", "after 2", "before 3", "after 3")
                        .map(point -> Arguments.of(database, point)));
    }

    @ParameterizedTest
    @MethodSource("crashes")
    void a_crash_at_each_commit_of_the_click_leaves_one_session(TestDatabase database, String point) {
        try (Shop shop = Shop.connected(database)) {
            URI link = shop.requestedLink();
            int n = Integer.parseInt(point.substring(point.indexOf(' ') + 1));
            if (point.startsWith("before")) {
                shop.host.source().crashBeforeCommit(n);
            } else {
                shop.host.source().crashAfterCommit(n);
            }
            assertThatThrownBy(() -> shop.click(link)).isInstanceOf(SimulatedCrash.class);

            payAfterRestart(shop, link);
        }
    }

    static Stream<Arguments> wireCrashes() {
        return Stream.of(TestDatabase.values())
                .flatMap(database ->
                        Stream.of(Fault.CRASH_BEFORE, Fault.CRASH_AFTER).map(fault -> Arguments.of(database, fault)));
    }

    @ParameterizedTest
    @MethodSource("wireCrashes")
    void a_crash_around_the_call_leaves_one_session(TestDatabase database, Fault fault) {
        try (Shop shop = Shop.connected(database)) {
            URI link = shop.requestedLink();
            shop.host.outgoing().plan(MAKE_SESSION, fault);
            assertThatThrownBy(() -> shop.click(link)).isInstanceOf(SimulatedCrash.class);

            payAfterRestart(shop, link);
        }
    }

    @ParameterizedTest
    @MethodSource("crashes")
    void a_crash_at_each_commit_of_the_return_books_once(TestDatabase database, String point) {
        try (Shop shop = Shop.connected(database)) {
            URI link = shop.requestedLink();
            URI back =
                    shop.payer.pay(shop.clickThrough(link), TestPayer.GOOD_CARD).orElseThrow();
            int n = Integer.parseInt(point.substring(point.indexOf(' ') + 1));
            if (point.startsWith("before")) {
                shop.host.source().crashBeforeCommit(n);
            } else {
                shop.host.source().crashAfterCommit(n);
            }

            assertThatThrownBy(() -> {
                        assertThat(shop.open(back)).isPresent();
                        shop.work();
                        shop.webhooks();
                    })
                    .isInstanceOf(SimulatedCrash.class);
            shop.restart();
            shop.sweep(MINUTE.multipliedBy(3));
            shop.webhooks();
            shop.sweep(MINUTE.multipliedBy(6));

            assertThatShop(shop).isPaidOnce();
        }
    }

    private static void payAfterRestart(Shop shop, URI link) {
        shop.restart();
        shop.sweep(MINUTE);
        URI session = shop.clickThrough(link);
        assertThat(shop.payer.pay(session, TestPayer.GOOD_CARD)).isPresent();
        shop.sweep(MINUTE.multipliedBy(2));
        shop.webhooks();

        assertThatShop(shop).isPaidOnce();
        assertThat(SessionsAtStripe.count(shop)).isEqualTo(1);
    }
}
