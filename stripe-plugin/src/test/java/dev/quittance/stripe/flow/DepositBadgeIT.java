package dev.quittance.stripe.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.money.Money;
import dev.quittance.api.record.ProjectView;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.screen.RecordBadge;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.api.ui.Badge;
import dev.quittance.api.ui.Tone;
import dev.quittance.stripe.testhost.TestDatabase;
import dev.quittance.stripe.testhost.TestPayer;
import dev.quittance.stripe.testhost.TestRecords;
import java.net.URI;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DepositBadgeIT {
    @ParameterizedTest
    @EnumSource
    void a_deposit_is_in_once_it_is_paid_and_none_is_open(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            assertThat(badge(shop)).isEqualTo("Deposit not in");
            URI link = shop.requestedLink();
            assertThat(badge(shop)).isEqualTo("Deposit not in");

            URI back =
                    shop.payer.pay(shop.clickThrough(link), TestPayer.GOOD_CARD).orElseThrow();
            assertThat(shop.open(back)).isPresent();

            assertThat(badge(shop)).isEqualTo("Deposit in");
            assertThat(shop.request(Shop.answers("deposit", "10", ""))).isInstanceOf(ActionResult.Done.class);
            assertThat(badge(shop)).isEqualTo("Deposit not in");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PROCESSING, Deposit processing",
        "PARTLY_PAID, Deposit not in",
        "CANCELED, Deposit not in",
        "EXPIRED, Deposit not in",
        "PAID, Deposit not in"
    })
    void without_money_the_state_of_what_was_asked_decides(String state, String word) {
        try (Shop shop = Shop.connected(TestDatabase.H2)) {
            assertThat(shop.request(Shop.deposit())).isInstanceOf(ActionResult.Done.class);
            shop.tamper("update payment_request set state = '" + state + "'");

            assertThat(badge(shop)).isEqualTo(word);
        }
    }

    @Test
    void other_types_of_request_do_not_count() {
        try (Shop shop = Shop.connected(TestDatabase.H2)) {
            assertThat(shop.request(Shop.deposit())).isInstanceOf(ActionResult.Done.class);
            shop.tamper("update payment_request set state = 'PROCESSING', type = 'progress'");

            assertThat(badge(shop)).isEqualTo("Deposit not in");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_hundred_projects_cost_at_most_two_statements(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            assertThat(shop.request(Shop.deposit())).isInstanceOf(ActionResult.Done.class);
            Set<RecordRef> page = new HashSet<>(Set.of(Shop.PROJECT));
            for (int i = 1; i < RecordBadge.MAX_RECORDS; i++) {
                shop.host.records().put(Shop.RIDGELINE, project("p" + i, "in_progress"));
                page.add(RecordRef.project("p" + i));
            }
            int before = shop.host.source().statements();

            Map<RecordRef, Badge> badges = badges(shop, page, Shop.office());

            assertThat(shop.host.source().statements() - before).isBetween(1, 2);
            assertThat(badges).hasSize(RecordBadge.MAX_RECORDS);
            assertThat(badges)
                    .extractingByKey(Shop.PROJECT)
                    .extracting(Badge::tone)
                    .isEqualTo(Tone.NEUTRAL);
            assertThat(badges)
                    .extractingByKey(RecordRef.project("p1"))
                    .extracting(Badge::tone)
                    .isEqualTo(Tone.WARNING);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lead", "complete", "closed"})
    void projects_in_other_stages_have_none(String stage) {
        try (Shop shop = Shop.connected(TestDatabase.H2)) {
            shop.host.records().put(Shop.RIDGELINE, project("8", stage));

            assertThat(badges(shop, Set.of(RecordRef.project("8")), Shop.office()))
                    .isEmpty();
        }
    }

    @Test
    void nobody_elses_records_and_nothing_without_a_contract_have_one() {
        try (Shop shop = Shop.connected(TestDatabase.H2)) {
            shop.host
                    .records()
                    .put(Shop.RIDGELINE, new ProjectView("8", "Service call", "c1", "signed", "USD", Optional.empty()));
            assertThat(shop.request(Shop.deposit())).isInstanceOf(ActionResult.Done.class);
            shop.tamper("update payment_request set state = 'PROCESSING'");

            assertThat(badges(shop, Set.of(RecordRef.project("8"), RecordRef.project("99")), Shop.office()))
                    .isEmpty();
            assertThat(badges(shop, Set.of(RecordRef.client("c1"), RecordRef.invoice("7")), Shop.office()))
                    .isEmpty();
            assertThat(badges(shop, Set.of(Shop.PROJECT), Shop.actor(Shop.RIDGELINE)))
                    .isEmpty();
            assertThat(word(badges(
                            shop, Set.of(Shop.PROJECT), Shop.actor(TestRecords.NORTHWIND, "stripe-payments.view"))))
                    .isEqualTo("Deposit not in");
        }
    }

    private static ProjectView project(String id, String stage) {
        return new ProjectView(id, "Roof " + id, "c1", stage, "USD", Optional.of(Money.of(1_000_00, "USD")));
    }

    private static Map<RecordRef, Badge> badges(Shop shop, Set<RecordRef> records, Actor actor) {
        return shop.extension(RecordBadge.class).badges(records, actor);
    }

    private static String badge(Shop shop) {
        return word(badges(shop, Set.of(Shop.PROJECT), Shop.office()));
    }

    private static String word(Map<RecordRef, Badge> badges) {
        Badge badge = badges.get(Shop.PROJECT);
        return badge == null ? "" : badge.label().fallback();
    }
}
