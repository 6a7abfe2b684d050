package dev.quittance.stripe.flow;

import static dev.quittance.stripe.flow.ShopAssert.assertThatShop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.api.ui.ActionResult;
import dev.quittance.stripe.testhost.TestDatabase;
import dev.quittance.stripe.testhost.TestHost;
import dev.quittance.stripe.testhost.TestInstallation;
import dev.quittance.stripe.testhost.TestPayer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A copy and a restored backup are noticed, and nothing else is taken for one. */
final class HoldIT {
    private static final String EVENTS = "event-sweep";
    private static final long DEPOSIT = 480_000;

    static Stream<Arguments> elsewhere() {
        TestInstallation usual = TestInstallation.USUAL;
        return Stream.of(TestDatabase.values())
                .flatMap(database -> Stream.of(
                        Arguments.of(database, "key", usual.keys("key-2")),
                        Arguments.of(database, "address", usual.at("https://other.test")),
                        Arguments.of(database, "address", usual.at("http://crm.test")),
                        Arguments.of(database, "address", usual.at("https://crm.test:8443")),
                        Arguments.of(database, "database", usual.on("jdbc:test:copied")),
                        Arguments.of(database, "database", usual.named("cluster-1/101")),
                        Arguments.of(database, "address database", Holding.ELSEWHERE)));
    }

    @ParameterizedTest
    @MethodSource("elsewhere")
    void whatever_differs_from_what_was_remembered_holds_money(
            TestDatabase database, String what, TestInstallation there) {
        try (Shop shop = Shop.connected(database)) {
            Refunding back = Refunding.paid(shop, TestPayer.GOOD_CARD);
            Holding holding = new Holding(shop);
            assertThat(holding.isHeld()).isFalse();

            holding.startAt(there);
            ActionResult click = back.refund("10.00");

            assertThat(Holding.code(click)).isEqualTo("held");
            assertThat(back.countAtStripe()).isZero();
            assertThat(shop.sql("select count(*) from refund")).isEqualTo("0");
            assertThat(holding.noticed()).isEqualTo("ELSEWHERE " + what);
            assertThat(holding.words()).contains("hold.elsewhere", "health");
            assertThat(holding.words(Shop.technician())).contains("hold.others").doesNotContain("hold.elsewhere");
            shop.restart();
            assertThat(Holding.code(back.refund("10.00"))).isEqualTo("held");
        }
    }

    static Stream<Arguments> sameWays() {
        TestInstallation usual = TestInstallation.USUAL;
        TestInstallation here = usual.at("http://localhost:8080");
        return Stream.of(TestDatabase.values())
                .flatMap(database -> Stream.of(
                        Arguments.of(database, List.of(usual, usual.keys("key-1", "key-2"), usual.keys("key-2"))),
                        Arguments.of(database, List.of(usual, usual.at("https://CRM.test:443"))),
                        Arguments.of(database, List.of(here, usual.at("http://127.0.0.1:9999"), here)),
                        Arguments.of(database, List.of(usual, usual.named(""), usual))));
    }

    @ParameterizedTest
    @MethodSource("sameWays")
    void another_key_in_turn_another_local_port_and_a_silent_database_are_no_change(
            TestDatabase database, List<TestInstallation> ways) {
        try (Shop shop = Shop.unconnected(database)) {
            Holding holding = new Holding(shop);
            holding.startAt(ways.get(0));
            shop.connect(Shop.RIDGELINE, TestHost.RIDGELINE_KEY);
            Refunding back = Refunding.paid(shop, TestPayer.GOOD_CARD);

            for (TestInstallation way : ways) {
                holding.startAt(way);
                assertThat(holding.noticed()).isEmpty();
                assertThat(back.refund("10.00")).isInstanceOf(ActionResult.Done.class);
            }

            assertThat(back.countAtStripe()).isEqualTo(ways.size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_was_remembered_of_a_silent_database_is_kept(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Holding holding = new Holding(shop);
            holding.startAt(TestInstallation.USUAL.named(""));
            assertThat(holding.isHeld()).isFalse();

            holding.startAt(TestInstallation.USUAL.named("cluster-2/100"));

            assertThat(holding.isHeld()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_database_of_an_earlier_version_remembers_what_it_finds(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Refunding back = Refunding.paid(shop, TestPayer.GOOD_CARD);
            shop.tamper("delete from installation");

            new Holding(shop).startAt(Holding.ELSEWHERE);

            assertThat(back.refund("10.00")).isInstanceOf(ActionResult.Done.class);
            assertThat(shop.sql("select public_url from installation")).isEqualTo("https://copy.test:443");
        }
    }

    @ParameterizedTest
    @EnumSource
    void two_nodes_notice_once_and_a_node_that_is_where_it_was_disturbs_nobody(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Refunding back = Refunding.paid(shop, TestPayer.GOOD_CARD);
            try (Shop node = shop.node()) {
                assertThat(new Holding(node).isHeld()).isFalse();
                assertThat(back.refund("10.00")).isInstanceOf(ActionResult.Done.class);
            }
            shop.host.isNow(Holding.ELSEWHERE);
            shop.restart();
            try (Shop node = shop.node()) {
                shop.sweep(Duration.ofMinutes(1));
                node.sweep(Duration.ofMinutes(1));

                assertThat(shop.sql("select count(*) from hold")).isEqualTo("1");
                assertThat(new Holding(node).isHeld()).isTrue();
                assertThat(assertThatShop(shop).notices("watch.past.held")).isEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_customers_paid_while_the_host_was_off_holds_nothing(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            URI session = shop.clickThrough(shop.requestedLink());
            assertThat(shop.payer.pay(session, TestPayer.GOOD_CARD)).isPresent();
            assertThat(shop.loseWebhooks()).isPositive();
            shop.host.clock().advance(Duration.ofDays(2));

            shop.restart();
            shop.sweep(Duration.ofMinutes(1));
            shop.run(EVENTS);

            assertThatShop(shop).isPaidOnce();
            assertThat(new Holding(shop).isHeld()).isFalse();
            assertThat(new Holding(shop).mails("receipt.subject")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_session_of_ours_that_is_not_here_holds_money_when_stripe_tells_of_it(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Refunding back = Refunding.paid(shop, TestPayer.GOOD_CARD);
            paidAndLost(shop);

            shop.webhooks();

            assertThat(new Holding(shop).noticed()).startsWith("OLDER attempt/");
            assertThat(new Holding(shop).words()).contains("hold.older");
            assertThat(Holding.code(back.refund("10.00"))).isEqualTo("held");
            assertThat(back.countAtStripe()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_session_of_ours_that_is_not_here_holds_money_when_looking_finds_it(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            paidAndLost(shop);
            assertThat(shop.loseWebhooks()).isPositive();
            shop.host.clock().advance(Duration.ofMinutes(5));
            assertThat(new Holding(shop).isHeld()).isFalse();

            shop.run(EVENTS);

            assertThat(new Holding(shop).noticed()).startsWith("OLDER attempt/");
        }
    }

    @ParameterizedTest
    @EnumSource
    void where_stripe_lists_no_events_any_more_the_sessions_themselves_show_it(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            paidAndLost(shop);
            assertThat(shop.loseWebhooks()).isPositive();
            shop.host.clock().advance(Duration.ofDays(45));

            shop.run(EVENTS);

            assertThat(new Holding(shop).noticed()).startsWith("OLDER attempt/");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_refund_of_ours_that_is_not_here_is_booked_and_holds_money(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Refunding back = Refunding.paid(shop, TestPayer.GOOD_CARD);
            refundOf(shop, "installation-1");

            shop.webhooks();

            assertThat(new Holding(shop).noticed()).startsWith("OLDER refund/");
            assertThat(Holding.code(back.refund("10.00"))).isEqualTo("held");
            back.agreeOn(5_000);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_another_installation_did_at_the_same_account_holds_nothing(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Refunding back = Refunding.paid(shop, TestPayer.GOOD_CARD);
            refundOf(shop, "installation-2");
            back.refundAtStripe(1_000);

            shop.webhooks();

            assertThat(new Holding(shop).isHeld()).isFalse();
            back.agreeOn(6_000);
            assertThat(back.refund("10.00")).isInstanceOf(ActionResult.Done.class);
            assertThat(DEPOSIT).isGreaterThan(back.givenBackAtStripe());
        }
    }

    @ParameterizedTest
    @EnumSource
    void programs_are_told_by_a_stable_code(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Refunding back = Refunding.paid(shop, TestPayer.GOOD_CARD);
            new Holding(shop).startAt(Holding.ELSEWHERE);
            String path = "payments/" + shop.sql("select cast(payment_id as varchar) from payment") + "/refunds";

            RestCaller.Answer answer =
                    new RestCaller(shop).post(path, "{\"amount\":\"10.00\",\"reason\":\"other\"}", Refunding.office());

            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.code()).isEqualTo("held");
            assertThat(back.countAtStripe()).isZero();
        }
    }

    /** A customer pays by a session that these books have lost. */
    private static void paidAndLost(Shop shop) {
        assertThat(shop.request(Shop.answers("custom", "", "100.00"))).isInstanceOf(ActionResult.Done.class);
        shop.work();
        URI session = shop.clickThrough(Shop.linkIn(
                shop.host.mail().taken().get(shop.host.mail().taken().size() - 1)));
        String attempt = shop.sql("select cast(attempt_id as varchar) from attempt where state = 'OPEN'");
        shop.tamper("delete from operation where subject_id = '" + attempt + "'");
        shop.tamper("delete from attempt where attempt_id = '" + attempt + "'");
        assertThat(shop.payer.pay(session, TestPayer.GOOD_CARD)).isPresent();
    }

    private static void refundOf(Shop shop, String installation) {
        Map<String, String> marks = Map.of(
                "q_installation",
                installation,
                "q_org",
                "ridgeline",
                "q_refund",
                UUID.randomUUID().toString());
        StringBuilder form = new StringBuilder(
                "payment_intent=" + shop.sql("select stripe_payment_intent_id from payment") + "&amount=5000");
        marks.forEach((key, value) -> form.append("&metadata[" + key + "]=" + value));
        assertThat(AtStripe.call(shop, "POST", "/v1/refunds", form.toString()).has("id"))
                .isTrue();
    }
}
