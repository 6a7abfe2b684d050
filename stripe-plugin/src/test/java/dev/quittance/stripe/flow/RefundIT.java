package dev.quittance.stripe.flow;

import static dev.quittance.stripe.flow.ShopAssert.assertThatShop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.api.payment.Objection;
import dev.quittance.api.payment.PaymentEvent;
import dev.quittance.api.record.Reversal;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.api.ui.FormValues;
import dev.quittance.api.ui.Submission;
import dev.quittance.api.ui.Text;
import dev.quittance.stripe.testhost.Fault;
import dev.quittance.stripe.testhost.SimulatedCrash;
import dev.quittance.stripe.testhost.TestDatabase;
import dev.quittance.stripe.testhost.TestPayer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Money goes back once, in whole or in part, whatever crashes, comes late or is done at Stripe meanwhile. */
final class RefundIT {
    private static final String REFUND = "POST /v1/refunds";
    private static final Duration MINUTE = Duration.ofSeconds(61);
    private static final Duration LONGER_THAN_A_KEY_LIVES = Duration.ofHours(30);

    @ParameterizedTest
    @EnumSource
    void all_of_a_payment_goes_back_once_and_everybody_hears_of_it(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Refunding back = Refunding.paid(shop, TestPayer.GOOD_CARD);

            assertThat(back.refund("")).isInstanceOf(ActionResult.Done.class);
            shop.webhooks();
            shop.sweep(MINUTE);

            back.agreeOn(480000);
            assertThat(back.countAtStripe()).isEqualTo(1);
            assertThat(shop.sql("select state from payment_request")).isEqualTo("PAID");
            assertThat(assertThatShop(shop).status()).isEqualTo("Refunded");
            assertThat(assertThatShop(shop).mails("refund_mail.subject")).isEqualTo(1);
            assertThat(assertThatShop(shop).notices("notice.refunded")).isEqualTo(1);
            assertThat(assertThatShop(shop).events(PaymentEvent.REFUNDED)).isEqualTo(1);
            assertThat(shop.sql("select count(*) from timeline_entry where kind = 'refunded'"))
                    .isEqualTo("1");
            assertThat(shop.host.settlements().reversals())
                    .singleElement()
                    .matches(told -> told.amount().minor() == 480000 && !told.owedAgain());
        }
    }

    @ParameterizedTest
    @EnumSource
    void parts_go_back_up_to_what_came_and_two_equal_ones_both_happen(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Refunding back = Refunding.paid(shop, TestPayer.GOOD_CARD);

            assertThat(back.refund("2000.00")).isInstanceOf(ActionResult.Done.class);
            assertThat(back.refund("2000.00")).isInstanceOf(ActionResult.Done.class);
            ActionResult tooMuch = back.refund("800.01");

            assertThat(Refunding.problem(tooMuch)).isEqualTo("refund.error.too_much [USD 800.00]");
            back.agreeOn(400000);
            assertThat(back.countAtStripe()).isEqualTo(2);
            assertThat(assertThatShop(shop).status()).isEqualTo("Partly refunded");
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_same_click_twice_gives_back_once(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Refunding back = Refunding.paid(shop, TestPayer.GOOD_CARD);
            Submission click = back.named("click-1", "60.00");

            ActionResult first = Refunding.submit(shop, click);
            ActionResult second = Refunding.submit(shop, click);

            assertThat(second).isEqualTo(first).isInstanceOf(ActionResult.Done.class);
            back.agreeOn(6000);
            assertThat(shop.host.outgoing().count(REFUND)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void twenty_people_on_two_nodes_never_give_back_more_than_came(TestDatabase database) throws Exception {
        try (Shop shop = Shop.connected(database);
                Shop node = shop.node()) {
            Refunding back = Refunding.paid(shop, TestPayer.GOOD_CARD);
            ExecutorService people = Executors.newFixedThreadPool(20);
            List<Future<ActionResult>> clicks = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                Shop at = i % 2 == 0 ? shop : node;
                Submission click = back.named("racer-" + i, "1000.00");
                Callable<ActionResult> work = () -> Refunding.submit(at, click);
                clicks.add(people.submit(work));
            }
            int done = 0;
            for (Future<ActionResult> click : clicks) {
                ActionResult result = click.get();
                done += result instanceof ActionResult.Done ? 1 : 0;
                assertThat(result instanceof ActionResult.Done
                                || Refunding.problem(result).equals("refund.error.too_much [USD 800.00]"))
                        .as("told %s", result)
                        .isTrue();
            }
            people.shutdown();

            assertThat(done).isEqualTo(4);
            shop.sweep(MINUTE);
            back.agreeOn(400000);
        }
    }

    static Stream<Arguments> crashes() {
        return Stream.of(TestDatabase.values())
                .flatMap(database -> Stream.of("before 1", "after 1", "before 2", "after 2", "before 3", "after 3")
                        .map(point -> Arguments.of(database, point)));
    }

    @ParameterizedTest
    @MethodSource("crashes")
    void a_crash_at_each_commit_of_the_click_gives_back_once(TestDatabase database, String point) {
        try (Shop shop = Shop.connected(database)) {
            Refunding back = Refunding.paid(shop, TestPayer.GOOD_CARD);
            Submission click = back.named("click-1", "60.00");
            int n = Integer.parseInt(point.substring(point.indexOf(' ') + 1));
            if (point.startsWith("before")) {
                shop.host.source().crashBeforeCommit(n);
            } else {
                shop.host.source().crashAfterCommit(n);
            }
            assertThatThrownBy(() -> Refunding.submit(shop, click)).isInstanceOf(SimulatedCrash.class);
            shop.restart();
            shop.sweep(MINUTE);

            // The person reloads the page, and the browser sends the same form again.
            assertThat(Refunding.submit(shop, click)).isInstanceOf(ActionResult.Done.class);
            shop.webhooks();
            shop.sweep(MINUTE.multipliedBy(3));

            back.agreeOn(6000);
            assertThat(back.countAtStripe()).isEqualTo(1);
            assertThat(assertThatShop(shop).mails("refund_mail.subject")).isEqualTo(1);
        }
    }

    static Stream<Arguments> faults() {
        return Stream.of(TestDatabase.values())
                .flatMap(database -> Stream.of(
                                Fault.REFUSED,
                                Fault.LOST_REQUEST,
                                Fault.LOST_ANSWER,
                                Fault.ERROR_500,
                                Fault.HTML,
                                Fault.TRUNCATED,
                                Fault.LIMITED,
                                Fault.BUSY)
                        .map(fault -> Arguments.of(database, fault)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_lost_connection_before_or_after_gives_back_once_without_another_click(TestDatabase database, Fault fault) {
        try (Shop shop = Shop.connected(database)) {
            Refunding back = Refunding.paid(shop, TestPayer.GOOD_CARD);
            shop.host.outgoing().plan(REFUND, fault);

            ActionResult result = back.refund("60.00");
            assertThat(((ActionResult.Done) result).message().key()).isEqualTo("refund.reserved");
            assertThat(shop.sql("select state from refund")).isEqualTo("RESERVED");
            assertThat(Refunding.problem(back.refund("4740.01"))).startsWith("refund.error.too_much");
            shop.sweep(MINUTE);
            shop.webhooks();

            back.agreeOn(6000);
            assertThat(back.countAtStripe()).isEqualTo(1);
            assertThat(assertThatShop(shop).mails("refund_mail.subject")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_answer_that_is_lost_for_longer_than_its_key_lives_is_found_by_looking(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Refunding back = Refunding.paid(shop, TestPayer.GOOD_CARD);
            shop.host.outgoing().plan(REFUND, Fault.LOST_ANSWER);
            assertThat(back.refund("60.00")).isInstanceOf(ActionResult.Done.class);
            int lost = shop.loseWebhooks();
            assertThat(lost).isPositive();

            shop.host.clock().advance(LONGER_THAN_A_KEY_LIVES);
            shop.run("operations");

            back.agreeOn(6000);
            assertThat(shop.host.outgoing().count(REFUND)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_never_reached_stripe_stays_set_aside_for_a_day_and_is_then_let_go(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Refunding back = Refunding.paid(shop, TestPayer.GOOD_CARD);
            shop.host.outgoing().plan(REFUND, Fault.LOST_REQUEST);
            assertThat(back.refund("60.00")).isInstanceOf(ActionResult.Done.class);

            shop.host.clock().advance(Duration.ofHours(23).plus(MINUTE));
            shop.run("operations");
            assertThat(shop.sql("select state from refund")).isEqualTo("RESERVED");
            shop.sweep(LONGER_THAN_A_KEY_LIVES);

            assertThat(shop.sql("select state from refund")).isEqualTo("REFUSED");
            assertThat(assertThatShop(shop).notices("notice.refund_refused")).isEqualTo(1);
            back.agreeOn(0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_webhook_may_come_before_the_answer(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Refunding back = Refunding.paid(shop, TestPayer.GOOD_CARD);
            shop.host.outgoing().plan(REFUND, Fault.LOST_ANSWER);
            assertThat(back.refund("60.00")).isInstanceOf(ActionResult.Done.class);

            shop.webhooks();

            back.agreeOn(6000);
            assertThat(shop.sql("select state from operation where kind = 'create_refund'"))
                    .isEqualTo("UNKNOWN");
            shop.sweep(MINUTE);
            assertThat(shop.sql("select state from operation where kind = 'create_refund'"))
                    .isEqualTo("ACCEPTED");
            back.agreeOn(6000);
            assertThat(shop.sql("select count(*) from refund")).isEqualTo("1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void without_the_right_nothing_is_offered_and_nothing_goes_back(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Refunding back = Refunding.paid(shop, TestPayer.GOOD_CARD);

            assertThat(shop.action("refund").form(Shop.PROJECT, FormValues.none(), Shop.office()))
                    .isEmpty();
            assertThat(shop.action("refund").submit(Shop.PROJECT, back.named("click-1", "60.00"), Shop.office()))
                    .isInstanceOf(ActionResult.Refused.class);
            back.agreeOn(0);
            assertThat(shop.host.outgoing().count(REFUND)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_guard_is_asked_before_anything_is_set_aside(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Refunding back = Refunding.paid(shop, TestPayer.GOOD_CARD);
            shop.host
                    .paymentHooks()
                    .objects(List.of(new Objection("books", "closed", Text.plain("The month is closed."))));

            ActionResult result = back.refund("60.00");

            assertThat(((ActionResult.Again) result).form().notices())
                    .anyMatch(notice -> notice.text().equals(Text.plain("The month is closed.")));
            assertThat(shop.sql("select count(*) from refund")).isEqualTo("0");
            back.agreeOn(0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_refunds_says_whether_it_is_owed_again_or_comes_off_the_price(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Refunding back = Refunding.paid(shop, TestPayer.GOOD_CARD);
            Map<String, String> again = new TreeMap<>(back.answers("1000.00"));
            again.put("owed", "again");

            assertThat(Refunding.submit(shop, shop.submission(again))).isInstanceOf(ActionResult.Done.class);
            assertThat(back.refund("500.00")).isInstanceOf(ActionResult.Done.class);
            shop.work();

            assertThat(shop.sql("select waived_minor from record_balance")).isEqualTo("50000");
            assertThat(shop.host.settlements().reversals())
                    .extracting(Reversal::owedAgain)
                    .containsExactlyInAnyOrder(true, false);
            // 12,000.00 were agreed: 500.00 came off, 3,300.00 stayed.
            assertThat(new RestCaller(shop)
                            .get("records/project/7/balance", Shop.office())
                            .body())
                    .contains("8200.00");
            back.agreeOn(150000);
        }
    }
}
