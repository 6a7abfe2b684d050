package dev.quittance.stripe.flow;

import static dev.quittance.stripe.flow.ShopAssert.assertThatShop;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import dev.quittance.api.money.Money;
import dev.quittance.api.payment.PaymentEvent;
import dev.quittance.api.record.Reversal;
import dev.quittance.api.rest.WebhookEndpoint;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.emulator.port.Delivery;
import dev.quittance.stripe.testhost.TestDatabase;
import dev.quittance.stripe.testhost.TestHost;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A bank questions a payment, takes the money back, and decides: booked and told once, however Stripe's word of it comes. */
final class DisputeIT {
    private static final String DISPUTED_CARD = "4000000000000259";
    private static final String QUESTIONED_CARD = "4000000000001976";
    private static final Duration MINUTE = Duration.ofSeconds(61);
    private static final Duration LONGER_THAN_EVENTS_NEED = Duration.ofMinutes(15);
    private static final long ALL = 480_000;

    @ParameterizedTest
    @EnumSource
    void what_a_bank_takes_back_is_booked_shown_and_told_once(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Refunding back = disputed(shop, DISPUTED_CARD);
            shop.sweep(LONGER_THAN_EVENTS_NEED);
            shop.sweep(MINUTE);

            isTaken(shop, "NEEDS_RESPONSE", ALL);
            assertThat(shop.sql("select count(*) from dispute_movement")).isEqualTo("1");
            assertThat(assertThatShop(shop).notices("notice.disputed")).isEqualTo(1);
            assertThat(assertThatShop(shop).events(PaymentEvent.DISPUTED)).isEqualTo(1);
            assertThat(assertThatShop(shop).status()).isEqualTo("Disputed");
            assertThat(shop.host.settlements().reversals()).singleElement().matches(Reversal::owedAgain);
            assertThat(ShopAssert.problems(back.refund("60.00")).get("form")).contains("refund.nothing");
            assertThat(shop.sql("select state from payment_request")).isEqualTo("PAID");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_dispute_that_is_won_brings_the_money_back_and_the_fee_stays_gone(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Refunding back = disputed(shop, DISPUTED_CARD);
            answer(shop, "winning_evidence");
            shop.webhooks();
            assertThat(shop.sql("select state from dispute")).isEqualTo("UNDER_REVIEW");

            shop.host.clock().advance(MINUTE);
            shop.webhooks();
            shop.sweep(LONGER_THAN_EVENTS_NEED);

            isTaken(shop, "WON", 0);
            assertThat(shop.sql("select count(*) from dispute_movement")).isEqualTo("2");
            assertThat(assertThatShop(shop).notices("notice.dispute_won")).isEqualTo(1);
            assertThat(assertThatShop(shop).events(PaymentEvent.DISPUTE_CLOSED)).isEqualTo(1);
            assertThat(assertThatShop(shop).status()).isEqualTo("Paid");
            assertThat(shop.host.settlements().paid(Shop.RIDGELINE, Shop.PROJECT, "USD"))
                    .isEqualTo(Money.of(ALL, "USD"));
            shop.sweep(Duration.ofHours(2));
            assertThat(shop.sql("select count(*) from stripe_transaction where category like 'dispute%'"))
                    .isEqualTo("2");
            assertThat(shop.sql("select count(*) from stripe_transaction where verdict <> 'MATCHED'"))
                    .as("what Stripe's balance has otherwise than the ledger")
                    .isEqualTo("0");
            assertThat(back.refund("60.00")).isInstanceOf(ActionResult.Done.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_office_is_reminded_three_days_before_the_time_is_over_and_told_that_it_lost(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            assertThat(disputed(shop, DISPUTED_CARD).countAtStripe()).isZero();
            shop.sweep(Duration.ofDays(3));
            assertThat(assertThatShop(shop).notices("notice.dispute_reminder")).isZero();

            shop.sweep(Duration.ofDays(2));
            shop.sweep(MINUTE);

            assertThat(assertThatShop(shop).notices("notice.dispute_reminder")).isEqualTo(1);
            shop.sweep(Duration.ofDays(4));
            shop.webhooks();
            isTaken(shop, "LOST", ALL);
            assertThat(assertThatShop(shop).notices("notice.dispute_lost")).isEqualTo(1);
            assertThat(assertThatShop(shop).notices("notice.dispute_reminder")).isEqualTo(1);
            assertThat(shop.sql("select closed_at from dispute")).isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_has_answered_is_not_reminded(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            assertThat(disputed(shop, DISPUTED_CARD).countAtStripe()).isZero();
            answer(shop, "He signed for it.");
            shop.webhooks();

            shop.sweep(Duration.ofDays(5));
            shop.sweep(MINUTE);

            isTaken(shop, "UNDER_REVIEW", ALL);
            assertThat(assertThatShop(shop).notices("notice.dispute_reminder")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void with_every_webhook_lost_it_is_found_and_its_end_too(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            assertThat(shop.payer.pay(shop.clickThrough(shop.requestedLink()), DISPUTED_CARD))
                    .isPresent();
            assertThat(shop.loseWebhooks()).isPositive();
            shop.sweep(LONGER_THAN_EVENTS_NEED);
            shop.sweep(MINUTE);
            isTaken(shop, "NEEDS_RESPONSE", ALL);

            answer(shop, "winning_evidence");
            shop.host.clock().advance(MINUTE);
            assertThat(shop.loseWebhooks()).isPositive();
            shop.sweep(LONGER_THAN_EVENTS_NEED);
            shop.sweep(MINUTE);

            isTaken(shop, "WON", 0);
            assertThat(assertThatShop(shop).notices("notice.dispute_won")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_last_word_may_come_first_and_each_twice(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            assertThat(shop.payer.pay(shop.clickThrough(shop.requestedLink()), DISPUTED_CARD))
                    .isPresent();
            shop.host.clock().advance(MINUTE);
            shop.host.stripe().runDue();
            answer(shop, "losing_evidence");
            shop.host.clock().advance(MINUTE);
            shop.host.stripe().runDue();
            List<Delivery> backwards = new ArrayList<>(shop.host.stripe().takeDueDeliveries());
            Collections.reverse(backwards);
            backwards.addAll(List.copyOf(backwards));
            WebhookEndpoint endpoint = shop.extension(WebhookEndpoint.class);

            assertThat(backwards)
                    .hasSizeGreaterThan(10)
                    .allMatch(one -> endpoint.receive(TestHost.call(one)).status() == 200);
            shop.work();
            shop.sweep(MINUTE);
            shop.sweep(LONGER_THAN_EVENTS_NEED);

            isTaken(shop, "LOST", ALL);
            assertThat(shop.sql("select count(*) from dispute_movement")).isEqualTo("1");
            assertThat(assertThatShop(shop).notices("notice.dispute_lost")).isEqualTo(1);
            assertThat(assertThatShop(shop).notices("notice.disputed")).isZero();
            assertThat(assertThatShop(shop).events(PaymentEvent.DISPUTED)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_question_takes_no_money_until_it_becomes_a_dispute(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            assertThat(disputed(shop, QUESTIONED_CARD).countAtStripe()).isZero();
            isTaken(shop, "WARNING_NEEDS_RESPONSE", 0);
            assertThat(assertThatShop(shop).notices("notice.dispute_question")).isEqualTo(1);
            assertThat(assertThatShop(shop).status()).isEqualTo("Paid");

            answer(shop, "escalate_inquiry_evidence");
            shop.host.clock().advance(MINUTE);
            shop.webhooks();

            isTaken(shop, "NEEDS_RESPONSE", ALL);
            assertThat(assertThatShop(shop).notices("notice.disputed")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_bank_debit_that_its_owner_takes_back_after_days_is_lost_at_once_and_owed_again(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            assertThat(shop.payer.payByBank(shop.clickThrough(shop.requestedLink()), "DISPUTED"))
                    .isPresent();
            shop.webhooks();
            assertThat(shop.sql("select state from payment_request")).isEqualTo("PROCESSING");
            assertThat(assertThatShop(shop).mails("receipt.subject")).isZero();

            shop.sweep(Duration.ofDays(8));
            shop.webhooks();
            shop.sweep(LONGER_THAN_EVENTS_NEED);

            isTaken(shop, "LOST", ALL);
            assertThat(assertThatShop(shop).notices("notice.dispute_lost")).isEqualTo(1);
            assertThat(assertThatShop(shop).notices("notice.disputed")).isZero();
            assertThat(shop.host.settlements().paid(Shop.RIDGELINE, Shop.PROJECT, "USD"))
                    .isEqualTo(Money.zero("USD"));
            assertThat(shop.request(Shop.deposit()))
                    .as("it can be asked for again")
                    .isInstanceOf(ActionResult.Done.class);
        }
    }

    /** A shop whose customer has paid, and whose customer's bank then spoke up. */
    private static Refunding disputed(Shop shop, String card) {
        Refunding back = Refunding.paid(shop, card);
        shop.host.clock().advance(MINUTE);
        shop.webhooks();
        assertThat(shop.sql("select count(*) from dispute")).isEqualTo("1");
        return back;
    }

    /** Whatever happened: so much is with the bank, by Stripe's balance and by every one of our books. */
    private static void isTaken(Shop shop, String state, long minor) {
        shop.work();
        assertThat(shop.sql("select state from dispute")).isEqualTo(state);
        assertThat(number(shop, "select coalesce(sum(amount_minor), 0) from dispute_movement"))
                .as("movements")
                .isEqualTo(minor);
        assertThat(number(shop, "select disputed_minor from payment"))
                .as("payment")
                .isEqualTo(minor);
        assertThat(number(shop, "select disputed_minor from record_balance"))
                .as("sums")
                .isEqualTo(minor);
        assertThat(number(shop, "select coalesce(sum(amount_minor), 0) from ledger_entry where account = 'disputed'"))
                .as("ledger")
                .isEqualTo(minor);
        long atStripe = balanceAtStripe(shop);
        assertThat(number(shop, "select sum(amount_minor) from ledger_entry where account = 'stripe_balance'"))
                .as("the ledger's balance, as Stripe has it")
                .isEqualTo(atStripe);
        assertThatShop(shop).booksBalance();
    }

    private static long balanceAtStripe(Shop shop) {
        shop.sweep(MINUTE);
        long net = 0;
        for (JsonElement one : AtStripe.call(shop, "GET", "/v1/balance_transactions", "limit=100")
                .getAsJsonArray("data")) {
            net += one.getAsJsonObject().get("net").getAsLong();
        }
        return net;
    }

    /** The business answers the bank in Stripe's dashboard. */
    private static void answer(Shop shop, String evidence) {
        String id = AtStripe.call(shop, "GET", "/v1/disputes", "limit=100")
                .getAsJsonArray("data")
                .get(0)
                .getAsJsonObject()
                .get("id")
                .getAsString();
        String form = "submit=true&evidence[uncategorized_text]=" + evidence.replace(" ", "%20");
        assertThat(AtStripe.call(shop, "POST", "/v1/disputes/" + id, form)
                        .get("id")
                        .getAsString())
                .isEqualTo(id);
    }

    private static long number(Shop shop, String statement) {
        return Long.parseLong(shop.sql(statement));
    }
}
