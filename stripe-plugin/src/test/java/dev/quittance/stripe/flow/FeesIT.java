package dev.quittance.stripe.flow;

import static dev.quittance.stripe.flow.ShopAssert.assertThatShop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.money.Money;
import dev.quittance.api.ui.Cell;
import dev.quittance.api.ui.ListQuery;
import dev.quittance.api.ui.ListView;
import dev.quittance.api.ui.Text;
import dev.quittance.emulator.account.AccountSpec;
import dev.quittance.stripe.testhost.Fault;
import dev.quittance.stripe.testhost.TestDatabase;
import dev.quittance.stripe.testhost.TestPayer;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What Stripe takes and what is left, when it is known early, late and in another currency. */
final class FeesIT {
    private static final String EURO_KEY = "sk_test_ridgelineeurope1";
    private static final Duration HOUR = Duration.ofHours(1);

    @ParameterizedTest
    @EnumSource
    void a_fee_that_is_not_known_yet_is_unknown_and_found_hours_later_in_ever_longer_pauses(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            URI back = pay(shop);
            assertThat(shop.open(back)).isPresent();
            shop.work();
            assertThatShop(shop).isPaidOnce();
            assertThat(shop.sql("select fee_minor from payment")).isEmpty();
            assertThat(shop.sql("select settled_minor from payment")).isEmpty();
            long before = shop.host.outgoing().count("GET /v1/charges");
            for (int i = 0; i < 200; i++) {
                shop.host.outgoing().plan("GET /v1/charges", Fault.ERROR_500);
                shop.host.outgoing().plan("GET /v1/payment_intents", Fault.ERROR_500);
            }

            for (int minute = 0; minute < 120; minute++) {
                shop.host.clock().advance(Duration.ofMinutes(1));
                shop.run("sweep");
            }

            long tries = shop.host.outgoing().count("GET /v1/charges") - before;
            assertThat(tries).as("tries within two hours").isBetween(10L, 60L);
            assertThat(shop.sql("select fee_minor from payment")).isEmpty();
            shop.host.outgoing().heal();
            shop.host.clock().advance(HOUR);
            shop.run("sweep");

            assertThatShop(shop).isPaidOnce().hasFeeBooked();
            assertThat(shop.sql("select settled_minor - fee_minor from payment"))
                    .isEqualTo("466050");
            assertThat(shop.sql("select available_on from payment")).isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void money_that_is_changed_goes_through_exchange_and_the_ledger_ends_at_stripes_balance(TestDatabase database) {
        try (Shop shop = Shop.unconnected(database)) {
            shop.host
                    .stripe()
                    .addAccount(new AccountSpec("Ridgeline Europe", "DE", "eur", Optional.of(EURO_KEY))
                            .withExchange("usd", "0.9231"));
            shop.connect(Shop.RIDGELINE, EURO_KEY);
            assertThat(pay(shop)).isNotNull();
            shop.host.clock().advance(Duration.ofSeconds(5));
            shop.webhooks();
            shop.webhooks();

            assertThatShop(shop).isPaidOnce();
            assertThat(shop.sql("select fee_currency from payment")).isEqualTo("EUR");
            assertThat(shop.sql("select settled_minor from payment")).isEqualTo("443088");
            assertThat(shop.sql("select exchange_rate from payment")).isEqualTo("0.9231");
            assertThat(shop.sql("select exchange_rate from ledger_posting where kind = 'fee'"))
                    .isEqualTo("0.9231");
            assertThat(sum(shop, "stripe_balance", "USD")).isEqualTo("0");
            assertThat(sum(shop, "exchange", "USD")).isEqualTo("480000");
            assertThat(sum(shop, "exchange", "EUR")).isEqualTo("-443088");
            long atStripe = shop.host.stripe().books().movements().stream()
                    .filter(movement -> movement.currency().equals("eur"))
                    .mapToLong(movement -> movement.netMinor())
                    .sum();
            assertThat(atStripe).isPositive();
            assertThat(sum(shop, "stripe_balance", "EUR")).isEqualTo(Long.toString(atStripe));
        }
    }

    @ParameterizedTest
    @EnumSource
    void pages_and_programs_say_that_a_fee_is_not_known_yet_and_only_who_may_sees_it(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            URI back = pay(shop);
            assertThat(shop.open(back)).isPresent();
            shop.work();
            Actor bookkeeper = Shop.actor(Shop.RIDGELINE, "stripe-payments.view", "stripe-payments.payouts");

            assertThat(cell(shop, "fee", bookkeeper))
                    .isEqualTo(Cell.words(Text.of("payments.not_known_yet", "Not known yet")));
            assertThat(cell(shop, "net", bookkeeper))
                    .isEqualTo(Cell.words(Text.of("payments.not_known_yet", "Not known yet")));
            assertThat(new RestCaller(shop).get("payments", bookkeeper).body())
                    .contains("\"fee\":null", "\"net\":null", "\"available_on\":null");

            shop.sweep(HOUR);

            assertThat(cell(shop, "fee", bookkeeper)).isEqualTo(Cell.amount(Money.of(139_50, "USD")));
            assertThat(cell(shop, "net", bookkeeper)).isEqualTo(Cell.amount(Money.of(4_660_50, "USD")));
            assertThat(new RestCaller(shop).get("payments", bookkeeper).body())
                    .contains("4660.50", "\"exchange_rate\":null")
                    .doesNotContain("\"available_on\":null");
            assertThat(shop.payments().rows())
                    .allSatisfy(row -> assertThat(row.details()).isEmpty());
        }
    }

    private static Cell cell(Shop shop, String key, Actor actor) {
        ListView list = shop.list("payments").list(Shop.PROJECT, ListQuery.first(20), actor);
        return list.rows().get(0).details().stream()
                .filter(fact -> fact.label().key().equals("payments.column." + key))
                .map(fact -> fact.value())
                .findFirst()
                .orElseThrow();
    }

    private static String sum(Shop shop, String account, String currency) {
        return shop.sql("select sum(amount_minor) from ledger_entry where account = '" + account + "' and currency = '"
                + currency + "'");
    }

    private static URI pay(Shop shop) {
        URI session = shop.clickThrough(shop.requestedLink());
        return shop.payer.pay(session, TestPayer.GOOD_CARD).orElseThrow();
    }
}
