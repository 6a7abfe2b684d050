package dev.quittance.stripe.flow;

import static dev.quittance.stripe.flow.ShopAssert.assertThatShop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.payment.Objection;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.api.ui.FormValues;
import dev.quittance.api.ui.Text;
import dev.quittance.stripe.testhost.Fault;
import dev.quittance.stripe.testhost.SimulatedCrash;
import dev.quittance.stripe.testhost.TestDatabase;
import dev.quittance.stripe.testhost.TestPayer;
import dev.quittance.stripe.testhost.TestRecords;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** An open request asks for another amount, whoever has it open where. */
final class ChangedAmountIT {
    private static final Duration MINUTE = Duration.ofSeconds(61);
    private static final String EXPIRE = "POST /v1/checkout/sessions/cs_";
    private static final String SUMS = "select requested_minor from record_balance";

    @ParameterizedTest
    @EnumSource
    void what_nobody_has_begun_to_pay_changes_at_once_and_the_customer_is_told(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            URI link = shop.requestedLink();

            assertThat(said(change(shop, "3000.00"))).isEqualTo("change.done");
            assertThat(said(change(shop, "3000.00"))).isEqualTo("change.done");
            shop.work();

            assertThat(shop.sql("select amount_minor from payment_request")).isEqualTo("300000");
            assertThat(shop.sql("select count(*) from payment_request where percent is null"))
                    .isEqualTo("1");
            assertThat(shop.sql(SUMS)).isEqualTo("300000");
            assertThat(assertThatShop(shop).mails("mail.changed.subject")).isEqualTo(1);
            assertThat(shop.payer.pay(shop.clickThrough(link), TestPayer.GOOD_CARD))
                    .isPresent();
            shop.sweep(MINUTE);
            assertThat(shop.sql("select state from payment_request")).isEqualTo("PAID");
            assertThat(shop.sql("select sum(paid_minor) from record_balance")).isEqualTo("300000");
            assertThatShop(shop).booksBalance();
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_open_page_of_stripes_is_closed_before_the_amount_changes(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            URI link = shop.requestedLink();
            URI before = shop.clickThrough(link);

            assertThat(said(change(shop, "5000.00"))).isEqualTo("change.done");

            assertThat(shop.host.outgoing().count(EXPIRE)).isEqualTo(1);
            assertThat(shop.payer.pay(before, TestPayer.GOOD_CARD)).isEmpty();
            URI after = shop.clickThrough(link);
            assertThat(after).isNotEqualTo(before);
            assertThat(shop.payer.pay(after, TestPayer.GOOD_CARD)).isPresent();
            shop.sweep(MINUTE);
            assertThat(shop.sql("select sum(paid_minor) from record_balance")).isEqualTo("500000");
        }
    }

    @ParameterizedTest
    @EnumSource
    void while_stripe_cannot_be_reached_nobody_can_begin_to_pay_and_it_changes_later(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            URI link = shop.requestedLink();
            assertThat(shop.clickThrough(link)).isNotNull();
            shop.host.outgoing().plan(EXPIRE, Fault.REFUSED);
            shop.host.outgoing().plan("GET", Fault.REFUSED);

            assertThat(said(change(shop, "3000.00"))).isEqualTo("change.changing");

            assertThat(shop.sql("select amount_minor from payment_request")).isEqualTo("480000");
            assertThat(shop.open(link).map(ShopAssert::keys).orElseThrow()).contains("pay.stopped.changed");
            assertThat(shop.click(link)).isNotInstanceOf(ActionResult.Leave.class);
            assertThat(said(change(shop, "2000.00"))).isIn("change.changing", "change.done");
            shop.sweep(MINUTE);
            shop.sweep(MINUTE);

            assertThat(shop.sql("select amount_minor from payment_request")).isEqualTo("200000");
            assertThat(shop.sql(SUMS)).isEqualTo("200000");
            assertThat(shop.click(link)).isInstanceOf(ActionResult.Leave.class);
            assertThat(assertThatShop(shop).mails("mail.changed.subject")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void money_from_an_old_tab_is_booked_as_what_it_is_and_the_office_hears_of_it(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            URI before = shop.clickThrough(shop.requestedLink());
            shop.host.outgoing().plan(EXPIRE, Fault.LOST_REQUEST);

            assertThat(said(change(shop, "3000.00"))).isEqualTo("change.changing");
            assertThat(shop.payer.pay(before, TestPayer.GOOD_CARD)).isPresent();
            shop.sweep(MINUTE);
            shop.sweep(MINUTE);

            assertThat(shop.sql("select state from payment_request")).isEqualTo("PAID");
            assertThat(shop.sql("select amount_minor from payment_request")).isEqualTo("480000");
            assertThat(shop.sql("select sum(paid_minor) from record_balance")).isEqualTo("480000");
            assertThat(assertThatShop(shop).notices("notice.paid_although.changed"))
                    .isEqualTo(1);
            assertThat(assertThatShop(shop).mails("mail.changed.subject")).isZero();
            assertThat(change(shop, "3000.00")).isNotInstanceOf(ActionResult.Done.class);
            assertThatShop(shop).booksBalance();
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_still_sees_the_former_amount_sees_the_new_one_before_paying(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            URI link = shop.requestedLink();
            Map<String, String> shown = new HashMap<>();
            shown.put("shown", "4800.00 USD");
            assertThat(shop.open(link).orElseThrow().toString()).contains("4800.00 USD");

            assertThat(said(change(shop, "3000.00"))).isEqualTo("change.done");
            ActionResult first = shop.click(link, shown);
            shown.put("shown", "3000.00 USD");

            assertThat(first).isInstanceOf(ActionResult.Again.class);
            assertThat(shop.click(link, shown)).isInstanceOf(ActionResult.Leave.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_changing_can_be_withdrawn(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            assertThat(shop.clickThrough(shop.requestedLink())).isNotNull();
            shop.host.outgoing().plan(EXPIRE, Fault.REFUSED);
            shop.host.outgoing().plan("GET", Fault.REFUSED);
            assertThat(said(change(shop, "3000.00"))).isEqualTo("change.changing");

            ActionResult canceled = shop.action("cancel-request")
                    .submit(Shop.PROJECT, shop.submission(Map.of("request", request(shop))), Shop.office());
            shop.sweep(MINUTE);
            shop.sweep(MINUTE);

            assertThat(canceled).isInstanceOf(ActionResult.Done.class);
            assertThat(shop.sql("select state from payment_request")).isEqualTo("CANCELED");
            assertThat(shop.sql(SUMS)).isEqualTo("0");
            assertThat(assertThatShop(shop).mails("mail.changed.subject")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_may_not_be_asked_for_may_not_be_changed_to(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            assertThat(shop.requestedLink()).isNotNull();

            assertThat(ShopAssert.problems(change(shop, "0.10"))).containsKey("amount");
            assertThat(ShopAssert.problems(change(shop, "12,34,5"))).containsKey("amount");
            assertThat(change(shop, "12000.01", Shop.technician()).toString())
                    .contains("error.over_request_not_allowed");
            assertThat(change(shop, "12000.00", Shop.technician())).isInstanceOf(ActionResult.Done.class);
            shop.host.paymentHooks().objects(List.of(new Objection("roofing", "no", Text.plain("Not that much."))));
            assertThat(change(shop, "11000.00").toString()).contains("Not that much.");

            assertThat(shop.sql("select amount_minor from payment_request")).isEqualTo("1200000");
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobody_changes_another_organisations_request_or_without_the_right(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            assertThat(shop.requestedLink()).isNotNull();
            Actor stranger = Shop.actor(TestRecords.NORTHWIND, "stripe-payments.request");

            assertThat(change(shop, "3000.00", stranger)).isNotInstanceOf(ActionResult.Done.class);
            assertThat(change(shop, "3000.00", Shop.actor(Shop.RIDGELINE, "stripe-payments.view")))
                    .isEqualTo(ActionResult.absent());
            assertThat(shop.action("change-request")
                            .form(Shop.PROJECT, new FormValues(Map.of()), stranger)
                            .toString())
                    .doesNotContain(request(shop));
            assertThat(shop.sql("select amount_minor from payment_request")).isEqualTo("480000");
        }
    }

    static Stream<Arguments> commits() {
        return Stream.of(TestDatabase.values())
                .flatMap(database -> IntStream.rangeClosed(1, 4)
                        .boxed()
                        .flatMap(n -> Stream.of(true, false).map(before -> Arguments.of(database, n, before))));
    }

    @ParameterizedTest
    @MethodSource("commits")
    void a_crash_at_each_commit_changes_it_once_or_not_yet(TestDatabase database, int commit, boolean before) {
        try (Shop shop = Shop.connected(database)) {
            URI link = shop.requestedLink();
            assertThat(shop.clickThrough(link)).isNotNull();
            if (before) {
                shop.host.source().crashBeforeCommit(commit);
            } else {
                shop.host.source().crashAfterCommit(commit);
            }
            assertThatThrownBy(() -> change(shop, "3000.00")).isInstanceOf(SimulatedCrash.class);
            shop.restart();
            shop.sweep(MINUTE);

            // The person reloads the page and sends the form again.
            assertThat(change(shop, "3000.00")).isInstanceOf(ActionResult.Done.class);
            shop.sweep(MINUTE.multipliedBy(3));

            assertThat(shop.sql("select amount_minor from payment_request")).isEqualTo("300000");
            assertThat(shop.sql(SUMS)).isEqualTo("300000");
            assertThat(assertThatShop(shop).mails("mail.changed.subject")).isEqualTo(1);
            assertThat(shop.payer.pay(shop.clickThrough(link), TestPayer.GOOD_CARD))
                    .isPresent();
            shop.sweep(MINUTE);
            assertThat(shop.sql("select sum(paid_minor) from record_balance")).isEqualTo("300000");
        }
    }

    private static ActionResult change(Shop shop, String amount) {
        return change(shop, amount, Shop.office());
    }

    private static ActionResult change(Shop shop, String amount, Actor actor) {
        return shop.action("change-request")
                .submit(Shop.PROJECT, shop.submission(Map.of("request", request(shop), "amount", amount)), actor);
    }

    private static String request(Shop shop) {
        return shop.sql("select request_id from payment_request");
    }

    private static String said(ActionResult result) {
        return result instanceof ActionResult.Done done ? done.message().key() : result.toString();
    }
}
