package dev.quittance.stripe.flow;

import static dev.quittance.stripe.flow.ShopAssert.assertThatShop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.api.ui.ActionResult;
import dev.quittance.stripe.testhost.Fault;
import dev.quittance.stripe.testhost.SimulatedCrash;
import dev.quittance.stripe.testhost.TestDatabase;
import dev.quittance.stripe.testhost.TestHost;
import dev.quittance.stripe.testhost.TestPayer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What waits while money is held, and what each answer does with it. */
final class HoldAnswerIT {
    private static final String REFUND = "POST /v1/refunds";

    @ParameterizedTest
    @EnumSource
    void what_was_queued_waits_however_long_and_goes_out_once_after_a_move(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Refunding back = queued(shop);
            Holding holding = new Holding(shop);
            holding.startAt(Holding.ELSEWHERE);

            for (int day = 0; day < 3; day++) {
                shop.sweep(Duration.ofHours(20));
            }
            assertThat(shop.sql("select state || '/' || error_code from operation where kind = 'create_refund'"))
                    .isEqualTo("PREPARED/held");
            assertThat(back.countAtStripe()).isZero();
            assertThat(shop.settings("health").page(Holding.ADMIN).blocks().toString())
                    .contains("hold.fact.calls");

            holding.catchUp();
            holding.answered("moved");
            shop.sweep(Duration.ofMinutes(1));
            shop.webhooks();

            back.agreeOn(1_000);
            assertThat(back.countAtStripe()).isEqualTo(1);
            assertThat(holding.mails("refund_mail.subject")).isEqualTo(1);
            assertThat(back.refund("20.00")).isInstanceOf(ActionResult.Done.class);
            shop.restart();
            assertThat(holding.isHeld()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void elsewhere_no_customer_gets_mail_until_somebody_has_answered_and_then_in_order(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Holding holding = new Holding(shop);
            holding.startAt(Holding.ELSEWHERE);
            assertThat(shop.request(Shop.answers("custom", "", "100.00"))).isInstanceOf(ActionResult.Done.class);
            assertThat(shop.request(Shop.answers("custom", "", "200.00"))).isInstanceOf(ActionResult.Done.class);
            holding.catchUp();
            assertThat(shop.host.mail().calls()).isZero();

            holding.answered("moved");

            assertThat(shop.host.mail().taken().stream().map(mail -> mail.key()).toList())
                    .isEqualTo(List.of(shop.sql("select string_agg(dedupe_key, ',' order by outbox_id) from outbox"
                                    + " where kind = 'request_mail'")
                            .split(",")));
            assertThat(shop.host.mail().taken()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_asked_for_while_nobody_has_answered_is_ours_after_a_move_and_bears_another_name(
            TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            URI link = shop.requestedLink();
            Holding holding = new Holding(shop);
            holding.startAt(Holding.ELSEWHERE);
            assertThat(holding.isHeld()).isTrue();
            shop.host.clock().advance(Duration.ofMinutes(1));

            URI session = shop.clickThrough(link);
            assertThat(AtStripe.call(shop, "GET", "/v1/checkout/sessions", "limit=1")
                            .toString())
                    .doesNotContain("installation-1");
            assertThat(shop.payer.pay(session, TestPayer.GOOD_CARD)).isPresent();
            shop.webhooks();
            assertThat(holding.noticed()).startsWith("ELSEWHERE");
            holding.catchUp();
            assertThat(holding.mails("receipt.subject")).as("held").isZero();
            holding.answered("moved");

            assertThatShop(shop).isPaidOnce();
            assertThat(holding.mails("receipt.subject")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void before_stripe_was_looked_through_nothing_but_a_copy_can_be_answered(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Refunding.paid(shop, TestPayer.GOOD_CARD);
            Holding holding = new Holding(shop);
            holding.startAt(Holding.ELSEWHERE);
            assertThat(holding.isHeld()).isTrue();

            assertThat(holding.answers()).containsExactly("hold-copy");
            assertThat(Holding.code(holding.answer("moved"))).isEqualTo("not_caught_up");
            assertThat(Holding.code(holding.answer("restored"))).isEqualTo("answered_already");
            for (int i = 0; i < 4; i++) {
                shop.host.outgoing().plan("GET /v1/events", Fault.REFUSED);
            }
            shop.sweep(Duration.ofMinutes(1));
            assertThat(Holding.code(holding.answer("moved"))).isEqualTo("not_caught_up");

            for (int i = 0; i < 4; i++) {
                holding.catchUp();
            }
            assertThat(holding.answers()).containsExactly("hold-moved", "hold-copy");
            holding.answered("moved");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_copy_lets_go_of_everything_and_can_never_move_the_others_money(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Refunding back = queued(shop);
            Holding holding = new Holding(shop);
            holding.startAt(Holding.ELSEWHERE);
            assertThat(shop.request(Shop.answers("custom", "", "100.00"))).isInstanceOf(ActionResult.Done.class);
            assertThat(holding.isHeld()).isTrue();
            int mails = shop.host.mail().calls();

            holding.answered("copy");

            assertThat(shop.sql("select state || '/' || octet_length(key_sealed) from connection"))
                    .isEqualTo("DISCONNECTED/0");
            assertThat(shop.sql("select count(*) from webhook_endpoint where secret_sealed is not null"))
                    .isEqualTo("0");
            assertThat(shop.sql("select state from operation where kind = 'create_refund'"))
                    .isEqualTo("ABSENT");
            assertThat(shop.sql("select state from outbox where kind = 'request_mail' order by outbox_id desc limit 1"))
                    .isEqualTo("GIVEN_UP");
            assertThat(shop.sql("select installation_id || earlier_ids from installation"))
                    .doesNotContain("installation-1");
            shop.connect(Shop.RIDGELINE, TestHost.RIDGELINE_KEY);
            assertThat(shop.sql("select count(*) from connection where live_org_id is not null"))
                    .isEqualTo("0");
            shop.sweep(Duration.ofDays(2));
            shop.restart();
            shop.sweep(Duration.ofHours(1));
            assertThat(back.countAtStripe()).isZero();
            assertThat(shop.host.mail().calls()).isEqualTo(mails);
            assertThat(holding.isHeld()).isFalse();
            assertThat(AtStripe.call(shop, "GET", "/v1/webhook_endpoints", "").toString())
                    .contains("\"enabled\"");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_copy_goes_on_with_an_account_of_its_own(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Refunding.paid(shop, TestPayer.GOOD_CARD);
            Holding holding = new Holding(shop);
            holding.startAt(Holding.ELSEWHERE);
            assertThat(holding.isHeld()).isTrue();
            holding.answered("copy");

            shop.connect(Shop.RIDGELINE, TestHost.NORTHWIND_KEY);

            assertThat(shop.sql("select stripe_account_id from connection where live_org_id = 'ridgeline'"))
                    .isNotEmpty();
            assertThat(shop.request(Shop.answers("custom", "", "100.00"))).isInstanceOf(ActionResult.Done.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void after_a_restored_backup_nobody_gets_a_second_receipt_until_somebody_sends_it_by_hand(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            lostFirstPayment(shop);
            Holding holding = new Holding(shop);
            shop.webhooks();
            assertThat(holding.noticed()).startsWith("OLDER");
            holding.catchUp();
            assertThat(holding.answers()).containsExactly("hold-restored");
            holding.answered("restored");

            // Somebody asks again for what is missing here, and says that the money at Stripe is for that.
            assertThat(shop.request(Shop.answers("custom", "", "100.00"))).isInstanceOf(ActionResult.Done.class);
            shop.work();
            attach(shop);
            shop.work();

            assertThat(shop.sql("select count(*) from payment where state = 'SUCCEEDED'"))
                    .isEqualTo("1");
            assertThat(holding.mails("receipt.subject")).isZero();
            String receipt = "select state || '/' || last_error from outbox where kind = 'receipt_mail'";
            assertThat(shop.sql(receipt)).isEqualTo("FAILED/the customer may have been told before");
            holding.sendByHand("receipt_mail");
            assertThat(holding.mails("receipt.subject")).isEqualTo(1);
            assertThat(holding.isHeld())
                    .as("what is known to be lost is no news")
                    .isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_pays_while_money_is_held_gets_the_receipt_afterwards(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            lostFirstPayment(shop);
            Holding holding = new Holding(shop);
            shop.webhooks();
            assertThat(holding.isHeld()).isTrue();
            shop.host.clock().advance(Duration.ofMinutes(1));

            assertThat(shop.payer.pay(shop.clickThrough(shop.requestedLink()), TestPayer.GOOD_CARD))
                    .isPresent();
            shop.webhooks();
            assertThat(shop.sql("select count(*) from payment where state = 'SUCCEEDED'"))
                    .isEqualTo("1");
            assertThat(holding.mails("receipt.subject")).isZero();
            holding.catchUp();
            holding.answered("restored");

            assertThat(holding.mails("receipt.subject")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void of_two_admins_who_answer_at_once_one_counts_and_the_same_answer_twice_is_one(TestDatabase database)
            throws Exception {
        try (Shop shop = Shop.connected(database)) {
            queued(shop);
            Holding holding = new Holding(shop);
            holding.startAt(Holding.ELSEWHERE);
            assertThat(holding.isHeld()).isTrue();
            holding.catchUp();
            String id = holding.live();
            ExecutorService pool = Executors.newFixedThreadPool(2);
            try (Shop node = shop.node()) {
                Future<ActionResult> moved = pool.submit(() -> Holding.answer(shop, "moved", id));
                Future<ActionResult> copy = pool.submit(() -> Holding.answer(node, "copy", id));
                List<Boolean> counted =
                        List.of(moved.get() instanceof ActionResult.Done, copy.get() instanceof ActionResult.Done);

                assertThat(counted).containsExactlyInAnyOrder(true, false);
                String winner = shop.sql("select answer from hold");
                assertThat(counted.get(0)).isEqualTo(winner.equals("moved"));
                assertThat(Holding.answer(node, winner, id)).isInstanceOf(ActionResult.Done.class);
                assertThat(shop.sql("select count(*) from audit_entry where action in ('hold_moved', 'hold_copy')"))
                        .isEqualTo("1");
                assertThat(shop.sql("select state from connection"))
                        .isEqualTo(winner.equals("moved") ? "CONNECTED" : "DISCONNECTED");
            } finally {
                pool.shutdown();
            }
        }
    }

    static Stream<Arguments> crashes() {
        return Stream.of(TestDatabase.values())
                .flatMap(database -> Stream.of("moved", "copy")
                        .flatMap(answer ->
                                Stream.of(true, false).map(before -> Arguments.of(database, answer, before))));
    }

    @ParameterizedTest
    @MethodSource("crashes")
    void a_crash_around_the_answer_leaves_all_of_it_or_nothing(TestDatabase database, String answer, boolean before) {
        try (Shop shop = Shop.connected(database)) {
            Refunding back = queued(shop);
            Holding holding = new Holding(shop);
            holding.startAt(Holding.ELSEWHERE);
            assertThat(holding.isHeld()).isTrue();
            holding.catchUp();
            String id = holding.live();
            if (before) {
                shop.host.source().crashBeforeCommit(1);
            } else {
                shop.host.source().crashAfterCommit(1);
            }

            assertThatThrownBy(() -> holding.answer(answer)).isInstanceOf(SimulatedCrash.class);
            shop.restart();

            assertThat(holding.isHeld()).isEqualTo(before);
            assertThat(Holding.answer(shop, answer, id)).isInstanceOf(ActionResult.Done.class);
            shop.sweep(Duration.ofMinutes(1));
            shop.webhooks();
            assertThat(back.countAtStripe()).isEqualTo(answer.equals("moved") ? 1 : 0);
            assertThat(shop.sql("select state from connection"))
                    .isEqualTo(answer.equals("moved") ? "CONNECTED" : "DISCONNECTED");
        }
    }

    /** A deposit was paid, and a refund of USD 10.00 waits because Stripe could not be reached. */
    private static Refunding queued(Shop shop) {
        Refunding back = Refunding.paid(shop, TestPayer.GOOD_CARD);
        shop.host.outgoing().plan(REFUND, Fault.REFUSED);
        assertThat(back.refund("10.00")).isInstanceOf(ActionResult.Done.class);
        assertThat(back.countAtStripe()).isZero();
        return back;
    }

    /** USD 100.00 were paid by a session that these books have lost, with the request that asked for it. */
    private static void lostFirstPayment(Shop shop) {
        assertThat(shop.request(Shop.answers("custom", "", "100.00"))).isInstanceOf(ActionResult.Done.class);
        shop.work();
        URI session = shop.clickThrough(Shop.linkIn(shop.host.mail().taken().get(0)));
        for (String table : List.of("operation", "attempt", "payment_request", "pay_link")) {
            shop.tamper("delete from " + table
                    + (table.equals("operation") ? " where kind = 'create_checkout_session'" : ""));
        }
        shop.tamper("delete from record_balance");
        assertThat(shop.payer.pay(session, TestPayer.GOOD_CARD)).isPresent();
        shop.host.clock().advance(Duration.ofMinutes(1));
    }

    private static void attach(Shop shop) {
        String discrepancy =
                shop.sql("select cast(discrepancy_id as varchar) from discrepancy where kind = 'unknown_attempt'");
        String request = shop.sql("select cast(request_id as varchar) from payment_request");
        ActionResult result = shop.settings("discrepancies")
                .submit(
                        "attach",
                        shop.submission(Map.of("which", discrepancy, "request", request, "reason", "restored")),
                        Holding.ADMIN);
        assertThat(result).isInstanceOf(ActionResult.Done.class);
    }
}
