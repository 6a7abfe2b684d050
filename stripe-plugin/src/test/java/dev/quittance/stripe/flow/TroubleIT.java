package dev.quittance.stripe.flow;

import static dev.quittance.stripe.flow.ShopAssert.assertThatShop;
import static dev.quittance.stripe.flow.ShopAssert.keys;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.api.host.MailOutcome;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.stripe.testhost.Fault;
import dev.quittance.stripe.testhost.TestDatabase;
import dev.quittance.stripe.testhost.TestPayer;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes wrong on the way, and that nobody is charged twice, told twice or locked out by it. */
final class TroubleIT {
    private static final String MAKE_SESSION = "POST /v1/checkout/sessions";
    private static final Duration MINUTE = Duration.ofSeconds(61);
    private static final int CLICKS = 50;

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
    void a_click_that_meets_trouble_says_not_charged_and_works_later(TestDatabase database, Fault fault) {
        try (Shop shop = Shop.connected(database)) {
            URI link = shop.requestedLink();
            shop.host.outgoing().plan(MAKE_SESSION, fault);

            ActionResult first = shop.click(link);
            assertThat(ShopAssert.problems(first).get("form")).contains("pay.not_reached");
            shop.host.clock().advance(MINUTE);

            URI session = shop.clickThrough(link);
            assertThat(shop.payer.pay(session, TestPayer.GOOD_CARD)).isPresent();
            shop.sweep(MINUTE);

            assertThatShop(shop).isPaidOnce();
            assertThat(SessionsAtStripe.count(shop)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_lost_answer_is_found_again_without_another_click(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            URI link = shop.requestedLink();
            shop.host.outgoing().plan(MAKE_SESSION, Fault.LOST_ANSWER);
            assertThat(shop.click(link)).isInstanceOf(ActionResult.Again.class);

            shop.sweep(MINUTE);

            assertThat(shop.sql("select state from attempt")).isEqualTo("OPEN");
            assertThat(SessionsAtStripe.count(shop)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_request_that_stripe_never_saw_does_not_lock_the_payer_out(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            URI link = shop.requestedLink();
            shop.host.outgoing().plan(MAKE_SESSION, Fault.LOST_REQUEST);
            shop.host.outgoing().plan(MAKE_SESSION, Fault.LOST_REQUEST);
            assertThat(shop.click(link)).isInstanceOf(ActionResult.Again.class);
            shop.sweep(Duration.ofSeconds(20));
            shop.host.outgoing().heal();
            shop.sweep(MINUTE.multipliedBy(2));

            URI session = shop.clickThrough(link);
            assertThat(shop.payer.pay(session, TestPayer.GOOD_CARD)).isPresent();
            shop.sweep(MINUTE);

            assertThatShop(shop).isPaidOnce();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_session_that_stripe_refuses_ends_its_attempt_and_says_so(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            URI link = shop.requestedLink();
            shop.tamper("update payment_request set amount_minor = 1");

            ActionResult result = shop.click(link);

            assertThat(result).isInstanceOf(ActionResult.Refused.class);
            assertThat(((ActionResult.Refused) result).code().value()).isEqualTo("session_refused");
            assertThat(shop.sql("select state from attempt")).isEqualTo("ABANDONED");
            assertThat(shop.sql("select count(*) from attempt where live_request_id is not null"))
                    .isEqualTo("0");
        }
    }

    @ParameterizedTest
    @EnumSource
    void fifty_clicks_at_once_make_one_session(TestDatabase database) throws Exception {
        try (Shop shop = Shop.connected(database)) {
            URI link = shop.requestedLink();

            List<ActionResult> results = atOnce(() -> shop.click(link));

            assertThat(Set.copyOf(results)).hasSize(1).allMatch(ActionResult.Leave.class::isInstance);
            assertThat(SessionsAtStripe.count(shop)).isEqualTo(1);
            assertThat(shop.sql("select count(*) from attempt")).isEqualTo("1");
            assertThat(shop.sql("select count(*) from operation where kind = 'create_checkout_session'"))
                    .isEqualTo("1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void fifty_returns_webhooks_and_sweeps_at_once_book_once(TestDatabase database) throws Exception {
        try (Shop shop = Shop.connected(database)) {
            URI link = shop.requestedLink();
            URI back =
                    shop.payer.pay(shop.clickThrough(link), TestPayer.GOOD_CARD).orElseThrow();
            shop.host.clock().advance(MINUTE);

            List<Boolean> seen = atOnce(() -> {
                shop.webhooks();
                return shop.open(back).isPresent();
            });
            shop.sweep(MINUTE);

            assertThat(seen).containsOnly(true);
            assertThatShop(shop).isPaidOnce();
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_amount_that_differs_is_never_booked(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            URI link = shop.requestedLink();
            URI session = shop.clickThrough(link);
            shop.tamper("update attempt set amount_minor = 480001");
            URI back = shop.payer.pay(session, TestPayer.GOOD_CARD).orElseThrow();

            assertThat(keys(shop.open(back).orElseThrow())).contains("pay.checking");
            shop.webhooks();
            shop.sweep(MINUTE);

            assertThatShop(shop).isNotPaid();
            assertThat(shop.sql("select kind from discrepancy")).isEqualTo("amount_differs");
            assertThat(shop.sql("select count(*) from discrepancy")).isEqualTo("1");
            assertThat(shop.sql("select count(*) from webhook_event where state = 'QUARANTINED'"))
                    .isNotEqualTo("0");
        }
    }

    @ParameterizedTest
    @EnumSource
    void another_accounts_session_is_never_booked(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            URI link = shop.requestedLink();
            URI session = shop.clickThrough(link);
            shop.tamper("update attempt set stripe_account_id = 'acct_somebody_else'");
            assertThat(shop.payer.pay(session, TestPayer.GOOD_CARD)).isPresent();

            shop.webhooks();

            assertThatShop(shop).isNotPaid();
            assertThat(shop.sql("select kind from discrepancy")).isEqualTo("wrong_account");
        }
    }

    @ParameterizedTest
    @EnumSource
    void money_for_a_canceled_request_is_booked_as_late_money(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            URI link = shop.requestedLink();
            URI session = shop.clickThrough(link);
            shop.tamper("update payment_request set state = 'CANCELED'");
            shop.tamper("update record_balance set requested_minor = 0");
            assertThat(shop.payer.pay(session, TestPayer.GOOD_CARD)).isPresent();

            shop.webhooks();

            assertThatShop(shop).isPaidOnce();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_second_payment_of_a_paid_request_is_booked_and_shown_as_paid_twice(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            URI link = shop.requestedLink();
            URI first = shop.clickThrough(link);
            shop.tamper("update attempt set state = 'ABANDONED', live_request_id = null, next_check_at = null");
            URI second = shop.clickThrough(link);
            assertThat(second).isNotEqualTo(first);

            assertThat(shop.payer.pay(second, TestPayer.GOOD_CARD)).isPresent();
            assertThat(shop.payer.pay(first, TestPayer.GOOD_CARD)).isPresent();
            shop.webhooks();

            assertThat(shop.sql("select count(*) from payment where overpaid")).isEqualTo("1");
            assertThat(shop.sql("select count(*) from ledger_posting where kind = 'payment'"))
                    .isEqualTo("2");
            assertThat(shop.sql("select paid_minor from record_balance")).isEqualTo("960000");
            assertThat(assertThatShop(shop).status()).isEqualTo("Paid twice");
            assertThat(assertThatShop(shop).notices("notice.overpaid")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void without_stripe_the_return_page_says_do_not_pay_again_and_asks_again_by_itself(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            URI link = shop.requestedLink();
            URI back =
                    shop.payer.pay(shop.clickThrough(link), TestPayer.GOOD_CARD).orElseThrow();
            shop.host.outgoing().plan("GET /v1/checkout/sessions", Fault.REFUSED);

            var page = shop.open(back).orElseThrow();

            assertThat(keys(page)).contains("pay.confirming");
            assertThat(page.refreshAfter()).contains(Duration.ofSeconds(5));
            assertThat(keys(shop.open(back).orElseThrow())).contains("pay.paid");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_mail_server_that_is_down_gets_the_mail_later_and_once(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            shop.host.mail().answers(MailOutcome.tryLater("down"));
            assertThat(shop.request(Shop.deposit())).isInstanceOf(ActionResult.Done.class);
            shop.work();
            assertThat(shop.host.mail().taken()).isEmpty();

            shop.host.mail().answers(MailOutcome.handedOver());
            shop.sweep(Duration.ofHours(1));
            shop.sweep(Duration.ofHours(1));

            assertThat(shop.host.mail().taken()).hasSize(1);
            assertThat(shop.sql("select count(*) from timeline_entry where kind = 'mail_sent'"))
                    .isEqualTo("1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_request_canceled_before_its_mail_went_out_is_not_mailed(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            assertThat(shop.request(Shop.deposit())).isInstanceOf(ActionResult.Done.class);
            shop.tamper("update payment_request set state = 'CANCELED'");

            shop.work();

            assertThat(shop.host.mail().calls()).isZero();
            assertThat(shop.sql("select state from outbox where kind = 'request_mail'"))
                    .isEqualTo("SKIPPED");
        }
    }

    @ParameterizedTest
    @EnumSource
    void no_token_address_or_key_lies_in_clear_in_the_database(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            URI link = shop.requestedLink();
            URI session = shop.clickThrough(link);
            String token = link.getPath().substring("/pay/".length());

            assertThat(shop.sql("select token_hash from pay_link")).hasSize(64).isNotEqualTo(token);
            assertThat(shop.sql("select session_url_sealed from attempt")).doesNotContain(session.getPath());
            assertThat(shop.sql("select count(*) from operation where body_sealed is null"))
                    .isEqualTo("0");
        }
    }

    private static <T> List<T> atOnce(Callable<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CLICKS);
        try {
            CountDownLatch go = new CountDownLatch(1);
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < CLICKS; i++) {
                running.add(threads.submit(() -> {
                    go.await();
                    return work.call();
                }));
            }
            go.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
