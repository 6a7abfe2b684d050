package dev.quittance.stripe.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import dev.quittance.api.screen.SettingsPage;
import dev.quittance.api.ui.Block;
import dev.quittance.api.ui.Cell;
import dev.quittance.api.ui.ListQuery;
import dev.quittance.api.ui.ListView;
import dev.quittance.stripe.testhost.Fault;
import dev.quittance.stripe.testhost.TestDatabase;
import dev.quittance.stripe.testhost.TestPayer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page on which the office sees what Stripe pays out. */
final class PayoutsPageIT {
    private static final Actor OFFICE = Shop.actor(Shop.RIDGELINE, "stripe-payments.view", "stripe-payments.payouts");
    private static final Duration TWO_HOURS = Duration.ofHours(2);

    @ParameterizedTest
    @EnumSource
    void a_payout_shows_its_sum_what_it_consists_of_and_when_it_is_in_the_bank(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            paidOut(shop);

            assertThat(cell(shop, "", "amount")).isEqualTo(Cell.amount(Money.of(3_660_50, "USD")));
            assertThat(cell(shop, "", "payments")).isEqualTo(Cell.amount(Money.of(4_800_00, "USD")));
            assertThat(cell(shop, "", "refunds")).isEqualTo(Cell.amount(Money.of(-1_000_00, "USD")));
            assertThat(cell(shop, "", "fees")).isEqualTo(Cell.amount(Money.of(-139_50, "USD")));
            assertThat(cell(shop, "", "others")).isEqualTo(Cell.amount(Money.zero("USD")));
            assertThat(cell(shop, "", "arrival").toString()).contains("20");
            assertThat(cell(shop, "", "state").toString()).contains("payouts.state.paid");
            assertThat(cell(shop, "", "different").toString()).contains("payouts.agrees");

            ListView payments = shop.list("payments").list(Shop.PROJECT, ListQuery.first(20), OFFICE);
            assertThat(payments.rows().get(0).details().toString()).contains("payments.bank_on");
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_rows_of_a_payout_are_shown_and_those_that_differ_are_named(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            paidOut(shop);
            shop.tamper("update stripe_transaction set verdict = 'FEE' where category = 'charge'");
            String payout = shop.sql("select stripe_payout_id from payout");

            assertThat(cell(shop, "", "different").toString()).contains("payouts.differ");
            ListView rows = list(shop, payout);

            assertThat(rows.rows()).hasSize(3);
            assertThat(rows.toString())
                    .contains(
                            "payouts.what.charge",
                            "payouts.what.refund",
                            "payouts.what.payout",
                            "payouts.agreement.fee",
                            "payouts.agreement.matched");
            String first = rows.rows().get(0).key();
            assertThat(list(shop, payout + "/" + first).rows()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void many_payouts_are_shown_by_key_each_once(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            paidOut(shop);
            for (int i = 1; i <= 44; i++) {
                shop.tamper(
                        "insert into payout (org_id, stripe_account_id, stripe_payout_id, amount_minor, currency, state,"
                                + " automatic, failure, rows_after, rows_known, arrival_on, created_at)"
                                + " select org_id, stripe_account_id, 'po_" + i + "', " + i
                                + ", currency, 'paid', automatic,"
                                + " '', '', true, arrival_on, created_at from payout where rows_after <> ''");
            }
            List<String> seen = new ArrayList<>();
            String part = "";
            do {
                ListView page = list(shop, part);
                assertThat(page.rows()).hasSizeLessThanOrEqualTo(20);
                page.rows().forEach(row -> seen.add(row.key()));
                part = page.next().orElse("");
            } while (!part.isEmpty());

            assertThat(seen).hasSize(45).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @EnumSource
    void it_says_why_there_is_nothing_to_see_and_what_to_do(TestDatabase database) {
        try (Shop shop = Shop.unconnected(database)) {
            assertThat(words(shop, OFFICE)).contains("payouts.not_connected", "payouts.empty");
        }
        try (Shop shop = Shop.connected(database)) {
            assertThat(words(shop, OFFICE)).contains("payouts.not_read", "payouts.empty");
            shop.host.clock().advance(TWO_HOURS);
            shop.host.outgoing().plan("GET /v1/balance_transactions", Fault.FORBIDDEN);
            shop.run("balance-sweep");
            assertThat(words(shop, OFFICE)).contains("payouts.not_allowed");
            shop.host.clock().advance(TWO_HOURS);
            shop.host.outgoing().plan("GET /v1/balance_transactions", Fault.ERROR_500);
            shop.run("balance-sweep");
            assertThat(words(shop, OFFICE)).contains("payouts.unreadable");
            shop.host.clock().advance(TWO_HOURS);
            shop.run("balance-sweep");
            assertThat(words(shop, OFFICE))
                    .contains("payouts.empty")
                    .doesNotContain("payouts.unreadable", "payouts.not_allowed", "payouts.not_read");
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobody_sees_another_organisations_payouts_and_an_unknown_one_is_said_to_be_none(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            paidOut(shop);
            String payout = shop.sql("select stripe_payout_id from payout");
            Actor stranger = Shop.actor(new OrgId("northwind"), "stripe-payments.payouts");

            assertThat(words(shop, stranger)).doesNotContain(payout);
            assertThat(page(shop).page(stranger, payout).blocks().toString())
                    .contains("payouts.none")
                    .doesNotContain("3660");
            assertThat(page(shop).page(OFFICE, "po_none/'\"<").blocks().toString())
                    .contains("payouts.none");
            assertThat(page(shop).permission()).isEqualTo("stripe-payments.payouts");
        }
    }

    private static void paidOut(Shop shop) {
        Refunding refunding = Refunding.paid(shop, TestPayer.GOOD_CARD);
        shop.host.clock().advance(Duration.ofSeconds(5));
        shop.webhooks();
        shop.webhooks();
        assertThat(refunding.refund("1000.00")).isNotNull();
        for (int half = 0; half < 22; half++) {
            shop.host.clock().advance(Duration.ofHours(12));
            shop.webhooks();
            shop.run("balance-sweep");
        }
    }

    private static SettingsPage page(Shop shop) {
        return shop.settings("payouts");
    }

    private static String words(Shop shop, Actor actor) {
        return page(shop).page(actor).blocks().toString();
    }

    private static ListView list(Shop shop, String part) {
        return page(shop).page(OFFICE, part).blocks().stream()
                .filter(Block.Listing.class::isInstance)
                .map(block -> ((Block.Listing) block).list())
                .findFirst()
                .orElseThrow();
    }

    private static Cell cell(Shop shop, String part, String column) {
        ListView list = list(shop, part);
        int index = list.columns().stream().map(one -> one.key()).toList().indexOf(column);
        return list.rows().get(0).cells().get(index);
    }
}
