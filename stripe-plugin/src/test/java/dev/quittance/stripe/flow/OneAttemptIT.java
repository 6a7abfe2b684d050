package dev.quittance.stripe.flow;

import static dev.quittance.stripe.flow.ShopAssert.assertThatShop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.api.screen.RecordAction;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.api.ui.Form;
import dev.quittance.api.ui.FormValues;
import dev.quittance.stripe.testhost.Fault;
import dev.quittance.stripe.testhost.TestDatabase;
import dev.quittance.stripe.testhost.TestPayer;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One live attempt for each request, whoever clicks where; and what becomes of an open tab when the office cancels. */
final class OneAttemptIT {
    private static final Duration MINUTE = Duration.ofSeconds(61);
    private static final String EXPIRE = "POST /v1/checkout/sessions/cs_";

    @ParameterizedTest
    @EnumSource
    void the_database_itself_refuses_a_second_live_attempt(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            assertThat(shop.clickThrough(shop.requestedLink())).isNotNull();
            String columns = "org_id, request_id, live_request_id, operation_id, connection_id, stripe_account_id,"
                    + " livemode, amount_minor, currency, state, created_at, version";
            String copy = "insert into attempt (attempt_id, " + columns + ") select operation_id, " + columns
                    + " from attempt";

            assertThatThrownBy(() -> shop.tamper(copy)).hasStackTraceContaining("attempt_one_live");
            shop.tamper(copy.replace(
                    "select operation_id, org_id, request_id, live_request_id",
                    "select operation_id," + " org_id, request_id, null"));

            assertThat(shop.sql("select count(*) from attempt")).isEqualTo("2");
        }
    }

    @ParameterizedTest
    @EnumSource
    void fifty_clicks_on_two_nodes_at_once_make_one_session(TestDatabase database) throws Exception {
        try (Shop shop = Shop.connected(database);
                Shop other = shop.node()) {
            URI link = shop.requestedLink();
            ExecutorService threads = Executors.newFixedThreadPool(50);
            try {
                CountDownLatch go = new CountDownLatch(1);
                List<Future<ActionResult>> running = new ArrayList<>();
                for (int i = 0; i < 50; i++) {
                    Shop node = i % 2 == 0 ? shop : other;
                    running.add(threads.submit(() -> {
                        go.await();
                        return node.click(link);
                    }));
                }
                go.countDown();
                for (Future<ActionResult> one : running) {
                    assertThat(one.get()).isNotNull();
                }
            } finally {
                threads.shutdownNow();
            }

            URI session = shop.clickThrough(link);
            assertThat(shop.payer.pay(session, TestPayer.GOOD_CARD)).isPresent();
            shop.sweep(MINUTE);

            assertThat(SessionsAtStripe.count(shop)).isEqualTo(1);
            assertThat(shop.sql("select count(*) from attempt")).isEqualTo("1");
            assertThatShop(shop).isPaidOnce();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_request_that_nobody_has_begun_to_pay_is_canceled_at_once(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            URI link = shop.requestedLink();

            ActionResult result = cancel(shop);

            assertThat(message(result)).isEqualTo("cancel.done");
            assertThat(shop.sql("select state from payment_request")).isEqualTo("CANCELED");
            assertThat(shop.sql("select actor from timeline_entry where kind = 'stopped'"))
                    .isEqualTo("u1");
            assertThat(StopIT.words(shop, link)).contains("pay.stopped.withdrawn", "pay.stopped.not_charged");
            assertThat(shop.click(link)).isNotInstanceOf(ActionResult.Leave.class);
            assertThat(form(shop)).get().satisfies(form -> {
                assertThat(form.fields()).isEmpty();
                assertThat(form.notices()).singleElement().asString().contains("cancel.nothing");
            });
            assertThat(cancel(shop, "")).isInstanceOf(ActionResult.Again.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_open_page_of_stripes_is_closed_there_before_the_request_is_canceled(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            URI session = shop.clickThrough(shop.requestedLink());

            ActionResult result = cancel(shop);

            assertThat(message(result)).isEqualTo("cancel.done");
            assertThat(shop.host.outgoing().count(EXPIRE)).isEqualTo(1);
            assertThat(shop.sql("select state from attempt")).isEqualTo("EXPIRED");
            assertThat(shop.payer.pay(session, TestPayer.GOOD_CARD)).isEmpty();
            shop.sweep(MINUTE);
            assertThatShop(shop).isNotPaid();
        }
    }

    @ParameterizedTest
    @EnumSource
    void while_stripe_cannot_be_reached_it_is_not_called_canceled_yet(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            URI link = shop.requestedLink();
            assertThat(shop.clickThrough(link)).isNotNull();
            shop.host.outgoing().plan(EXPIRE, Fault.REFUSED);
            shop.host.outgoing().plan("GET", Fault.REFUSED);

            ActionResult result = cancel(shop);

            assertThat(message(result)).isEqualTo("cancel.stopping");
            assertThat(shop.sql("select state from payment_request")).isEqualTo("OPEN");
            assertThat(shop.click(link)).isNotInstanceOf(ActionResult.Leave.class);
            shop.sweep(MINUTE);
            shop.sweep(MINUTE);

            assertThat(shop.sql("select state from payment_request")).isEqualTo("CANCELED");
            assertThat(shop.sql("select state from attempt")).isEqualTo("EXPIRED");
        }
    }

    @ParameterizedTest
    @EnumSource
    void money_from_an_old_tab_is_booked_when_closing_it_timed_out_and_the_office_hears_of_it(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            URI session = shop.clickThrough(shop.requestedLink());
            shop.host.outgoing().plan(EXPIRE, Fault.LOST_REQUEST);

            assertThat(message(cancel(shop))).isEqualTo("cancel.stopping");
            assertThat(shop.payer.pay(session, TestPayer.GOOD_CARD)).isPresent();
            shop.sweep(MINUTE);
            shop.sweep(MINUTE);

            assertThat(shop.sql("select state from payment_request")).isEqualTo("PAID");
            assertThat(shop.sql("select sum(paid_minor) from record_balance")).isEqualTo("480000");
            assertThat(assertThatShop(shop).notices("notice.paid_although.canceled"))
                    .isEqualTo(1);
            assertThat(assertThatShop(shop).mails("receipt.subject")).isEqualTo(1);
            assertThatShop(shop).booksBalance();
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_has_paid_already_is_not_canceled_and_canceling_twice_says_the_same(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            URI session = shop.clickThrough(shop.requestedLink());
            String requestId = shop.sql("select request_id from payment_request");
            assertThat(shop.payer.pay(session, TestPayer.GOOD_CARD)).isPresent();

            ActionResult faster = cancel(shop, requestId);
            shop.work();
            ActionResult again = cancel(shop, requestId);

            assertThat(faster).isInstanceOf(ActionResult.Refused.class).isEqualTo(again);
            assertThat(shop.sql("select state from payment_request")).isEqualTo("PAID");
            shop.sweep(MINUTE);
            assertThat(shop.sql("select count(*) from payment")).isEqualTo("1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobody_cancels_another_organisations_request_or_without_the_right(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            assertThat(shop.requestedLink()).isNotNull();
            String requestId = shop.sql("select request_id from payment_request");
            RecordAction action = shop.action("cancel-request");
            var stranger = Shop.actor(dev.quittance.stripe.testhost.TestRecords.NORTHWIND, "stripe-payments.request");
            var submission = shop.submission(Map.of("request", requestId));

            assertThat(action.submit(Shop.PROJECT, submission, stranger)).isNotInstanceOf(ActionResult.Done.class);
            assertThat(action.submit(Shop.PROJECT, submission, Shop.actor(Shop.RIDGELINE, "stripe-payments.view")))
                    .isEqualTo(ActionResult.absent());
            assertThat(action.form(Shop.PROJECT, new FormValues(Map.of()), stranger)
                            .toString())
                    .doesNotContain(requestId);
            assertThat(shop.sql("select state from payment_request")).isEqualTo("OPEN");
        }
    }

    private static Optional<Form> form(Shop shop) {
        return shop.action("cancel-request").form(Shop.PROJECT, new FormValues(Map.of()), Shop.office());
    }

    private static ActionResult cancel(Shop shop) {
        Form form = form(shop).orElseThrow();
        assertThat(form.fields()).hasSize(1);
        assertThat(Set.of(form.fields().get(0).value())).isNotEqualTo(Set.of(""));
        return cancel(shop, form.fields().get(0).value());
    }

    private static ActionResult cancel(Shop shop, String requestId) {
        return shop.action("cancel-request")
                .submit(Shop.PROJECT, shop.submission(Map.of("request", requestId)), Shop.office());
    }

    private static String message(ActionResult result) {
        return result instanceof ActionResult.Done done ? done.message().key() : result.toString();
    }
}
