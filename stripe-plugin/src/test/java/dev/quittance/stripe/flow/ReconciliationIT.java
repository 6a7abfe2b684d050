package dev.quittance.stripe.flow;

import static dev.quittance.stripe.flow.ShopAssert.assertThatShop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.emulator.account.AccountSpec;
import dev.quittance.emulator.port.Answer;
import dev.quittance.emulator.port.Call;
import dev.quittance.stripe.testhost.Fault;
import dev.quittance.stripe.testhost.TestDatabase;
import dev.quittance.stripe.testhost.TestHost;
import dev.quittance.stripe.testhost.TestPayer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The ledger beside Stripe's balance transactions and payouts. */
final class ReconciliationIT {
    private static final String EURO_KEY = "sk_test_ridgelineeurope1";
    private static final Duration TWO_HOURS = Duration.ofHours(2);
    private static final String OPEN = "select count(*) from discrepancy where state = 'OPEN'";

    @ParameterizedTest
    @EnumSource
    void payments_refunds_and_payouts_all_match_and_what_was_paid_out_lies_at_the_bank(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            assertThat(Refunding.paid(shop, TestPayer.GOOD_CARD).refund("1000.00"))
                    .isInstanceOf(ActionResult.Done.class);
            settle(shop);
            for (int day = 0; day < 22; day++) {
                shop.host.clock().advance(Duration.ofHours(12));
                settle(shop);
            }

            assertThat(shop.sql("select count(*) from stripe_transaction")).isEqualTo("3");
            assertThat(shop.sql("select count(*) from stripe_transaction where verdict <> 'MATCHED'"))
                    .isEqualTo("0");
            assertThat(shop.sql("select state from payout")).isEqualTo("paid");
            assertThat(sum(shop, "stripe_balance", "USD")).isEqualTo("0");
            assertThat(sum(shop, "bank", "USD")).isEqualTo(shop.sql("select amount_minor from payout"));
            assertThat(shop.sql("select count(*) from ledger_posting where kind = 'payout'"))
                    .isEqualTo("1");
            assertThat(shop.sql("select count(*) from stripe_transaction where stripe_payout_id ="
                            + " (select stripe_payout_id from payout)"))
                    .isEqualTo("3");
            assertThat(shop.sql("select count(*) from payout where rows_known")).isEqualTo("1");
            assertThat(shop.sql(OPEN)).isEqualTo("0");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_fee_that_nobody_else_could_read_is_filled_in_from_the_balance(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            URI back = pay(shop);
            assertThat(shop.open(back)).isPresent();
            shop.work();
            assertThat(shop.sql("select fee_minor from payment")).isEmpty();

            shop.host.clock().advance(TWO_HOURS);
            shop.run("balance-sweep");

            assertThatShop(shop).isPaidOnce().hasFeeBooked();
            assertThat(shop.host.outgoing().count("GET /v1/charges")).isZero();
            assertThat(shop.sql("select verdict from stripe_transaction")).isEqualTo("MATCHED");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "fee_minor = fee_minor + 1, FEE, ledger_fee",
        "settled_minor = settled_minor - 1, AMOUNT, ledger_amount",
        "fee_currency = 'EUR', CURRENCY, ledger_currency"
    })
    void what_differs_is_named_told_once_and_gone_when_it_agrees_again(String change, String verdict, String kind) {
        for (TestDatabase database : TestDatabase.values()) {
            try (Shop shop = Shop.connected(database)) {
                assertThat(pay(shop)).isNotNull();
                shop.host.clock().advance(Duration.ofSeconds(5));
                shop.webhooks();
                shop.webhooks();
                shop.tamper("update payment set " + change);
                shop.sweep(TWO_HOURS);

                assertThat(shop.sql("select verdict from stripe_transaction")).isEqualTo(verdict);
                assertThat(shop.sql("select kind from discrepancy where state = 'OPEN'"))
                        .isEqualTo(kind);
                assertThat(assertThatShop(shop).notices("notice.differs")).isEqualTo(1);
                shop.sweep(TWO_HOURS);
                assertThat(assertThatShop(shop).notices("notice.differs")).isEqualTo(1);
                assertThat(assertThatShop(shop).notices("notice.difference_open"))
                        .isZero();
                shop.sweep(Duration.ofHours(25));
                shop.sweep(Duration.ofHours(25));
                assertThat(assertThatShop(shop).notices("notice.difference_open"))
                        .isEqualTo(1);

                shop.tamper("update payment set fee_minor = 13950, settled_minor = 480000, fee_currency = 'USD'");
                shop.sweep(TWO_HOURS);

                assertThat(shop.sql("select verdict from stripe_transaction where category = 'charge'"))
                        .isEqualTo("MATCHED");
                assertThat(shop.sql(OPEN)).isEqualTo("0");
                assertThat(shop.sql("select resolution from discrepancy")).isEqualTo("agrees");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_payment_that_the_other_side_does_not_have_is_named_from_both_sides(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            assertThat(pay(shop)).isNotNull();
            shop.host.clock().advance(Duration.ofSeconds(5));
            shop.webhooks();
            shop.webhooks();
            shop.tamper("update payment set stripe_payment_intent_id = 'pi_another', stripe_charge_id = 'ch_another'");
            shop.run("balance-sweep");
            shop.host.clock().advance(Duration.ofHours(30));
            shop.run("balance-sweep");

            assertThat(shop.sql("select verdict from stripe_transaction where category = 'charge'"))
                    .isEqualTo("MISSING_HERE");
            assertThat(shop.sql("select count(*) from discrepancy where kind = 'ledger_missing_here'"))
                    .isEqualTo("1");
            assertThat(shop.sql("select stripe_object_id from discrepancy where kind = 'ledger_missing_at_stripe'"))
                    .isEqualTo("pi_another");
        }
    }

    @ParameterizedTest
    @EnumSource
    void money_that_was_changed_matches_and_so_does_what_is_given_back_of_it(TestDatabase database) {
        try (Shop shop = Shop.unconnected(database)) {
            shop.host
                    .stripe()
                    .addAccount(new AccountSpec("Ridgeline Europe", "DE", "eur", Optional.of(EURO_KEY))
                            .withExchange("usd", "0.9231"));
            shop.connect(Shop.RIDGELINE, EURO_KEY);
            Refunding refunding = Refunding.paid(shop, TestPayer.GOOD_CARD);
            shop.host.clock().advance(Duration.ofSeconds(5));
            shop.webhooks();
            shop.webhooks();
            assertThat(refunding.refund("1000.00")).isInstanceOf(ActionResult.Done.class);
            settle(shop);
            shop.sweep(TWO_HOURS);

            assertThat(shop.sql("select count(*) from stripe_transaction")).isEqualTo("2");
            assertThat(shop.sql("select count(*) from stripe_transaction where verdict <> 'MATCHED'"))
                    .isEqualTo("0");
            assertThat(shop.sql("select count(*) from ledger_posting where kind = 'exchange'"))
                    .isEqualTo("1");
            assertThat(sum(shop, "stripe_balance", "USD")).isEqualTo("0");
            assertThat(sum(shop, "stripe_balance", "EUR"))
                    .isEqualTo(shop.sql("select sum(gross_minor - fee_minor) from stripe_transaction"));
            assertThat(shop.sql(OPEN)).isEqualTo("0");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_look_that_breaks_off_goes_on_where_it_was_and_books_nothing_twice(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            assertThat(pay(shop)).isNotNull();
            settle(shop);
            for (int day = 0; day < 20; day++) {
                shop.host.clock().advance(Duration.ofDays(1));
                shop.host.stripe().runDue();
            }
            shop.host.outgoing().plan("GET /v1/payouts", Fault.LOST_ANSWER);
            shop.run("balance-sweep");
            assertThat(shop.sql("select problem from balance_mark")).isEqualTo("UNREADABLE");
            assertThat(shop.sql("select count(*) from payout")).isEqualTo("0");

            shop.restart();
            shop.run("balance-sweep");
            shop.host.clock().advance(TWO_HOURS);
            shop.run("balance-sweep");

            assertThat(shop.sql("select problem from balance_mark")).isEmpty();
            assertThat(shop.sql("select count(*) from payout")).isEqualTo("1");
            assertThat(shop.sql("select count(*) from ledger_posting where kind = 'payout'"))
                    .isEqualTo("1");
            assertThat(shop.sql("select count(*) from stripe_transaction")).isEqualTo("2");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_key_that_may_not_read_the_balance_goes_on_taking_payments(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            shop.host.clock().advance(TWO_HOURS);
            shop.host.outgoing().plan("GET /v1/balance_transactions", Fault.FORBIDDEN);
            shop.run("balance-sweep");

            assertThat(shop.sql("select problem from balance_mark")).isEqualTo("NOT_ALLOWED");
            assertThat(shop.sql("select state from connection")).isEqualTo("CONNECTED");
            Actor admin = Shop.actor(Shop.RIDGELINE, "stripe-payments.settings");
            assertThat(shop.settings("health").page(admin).blocks().toString()).contains("health.balance_not_allowed");
            assertThat(pay(shop)).isNotNull();
            shop.webhooks();
            assertThatShop(shop).isPaidOnce();
            long asked = shop.host.outgoing().count("GET /v1/balance_transactions");
            shop.run("balance-sweep");
            assertThat(shop.host.outgoing().count("GET /v1/balance_transactions"))
                    .as("asked again within the hour")
                    .isEqualTo(asked);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_the_account_does_beside_us_is_none_of_our_business(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            chargeBesideUs(shop);
            shop.sweep(TWO_HOURS);

            assertThat(shop.sql("select verdict from stripe_transaction")).isEqualTo("OTHER");
            assertThat(shop.sql("select count(*) from ledger_posting")).isEqualTo("0");
            assertThat(shop.sql(OPEN)).isEqualTo("0");
        }
    }

    private static void chargeBesideUs(Shop shop) {
        Map<String, String> headers = Map.of(
                "authorization",
                "Bearer " + TestHost.RIDGELINE_KEY,
                "content-type",
                "application/x-www-form-urlencoded");
        String form = "amount=250000&currency=usd&payment_method=pm_card_visa&payment_method_types[]=card&confirm=true";
        Answer answer = shop.host
                .stripe()
                .handle(new Call("POST", "/v1/payment_intents", "", headers, form.getBytes(StandardCharsets.UTF_8)));
        assertThat(answer.status()).isEqualTo(200);
        shop.host.clock().advance(Duration.ofSeconds(5));
        shop.host.stripe().runDue();
    }

    /** Stripe does what is due, tells of it, and everything here runs once. */
    private static void settle(Shop shop) {
        shop.host.clock().advance(Duration.ofSeconds(5));
        shop.webhooks();
        shop.webhooks();
        shop.sweep(TWO_HOURS);
        shop.webhooks();
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
