package dev.quittance.stripe.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.money.Money;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.api.ui.Block;
import dev.quittance.api.ui.Cell;
import dev.quittance.api.ui.ListQuery;
import dev.quittance.api.ui.ListView;
import dev.quittance.api.ui.Target;
import dev.quittance.stripe.testhost.TestDatabase;
import dev.quittance.stripe.testhost.TestRecords;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where people read of disputes: on the record, and in the list of all. */
final class DisputeListIT {
    private static final String TWICE_DISPUTED_CARD = "4000000404000079";
    private static final Duration MINUTE = Duration.ofSeconds(61);

    @ParameterizedTest
    @EnumSource
    void a_record_shows_its_disputes_with_deadline_money_fee_and_the_way_to_stripe(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            assertThat(shop.list("disputes").standsEmpty()).isFalse();
            assertThat(list(shop, ListQuery.first(10)).rows()).isEmpty();
            disputedTwice(shop);

            ListView all = list(shop, ListQuery.first(10));

            assertThat(all.rows()).hasSize(2);
            List<Cell> cells = all.rows().get(0).cells();
            assertThat(cells)
                    .contains(new Cell.Amount(Money.of(240_000, "USD")))
                    .contains(new Cell.Amount(Money.of(1_500, "USD")))
                    .noneMatch(Cell.Empty.class::isInstance);
            assertThat(cells.get(8))
                    .isInstanceOfSatisfying(
                            Cell.Link.class,
                            link -> assertThat(link.target())
                                    .isInstanceOfSatisfying(
                                            Target.ToAddress.class,
                                            to -> assertThat(to.uri())
                                                    .hasHost("dashboard.stripe.com")
                                                    .hasPath(
                                                            "/test/disputes/"
                                                                    + shop.sql(
                                                                            "select stripe_dispute_id from dispute order by dispute_id desc"))));
        }
    }

    @ParameterizedTest
    @EnumSource
    void rows_come_a_page_at_a_time_and_only_to_who_may_see_them(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            disputedTwice(shop);

            ListView first = list(shop, ListQuery.first(1));
            ListView rest = list(shop, new ListQuery(first.next(), 1));

            assertThat(first.rows()).hasSize(1);
            assertThat(rest.rows()).hasSize(1).doesNotContainAnyElementsOf(first.rows());
            assertThat(rest.next()).isEmpty();
            assertThat(list(shop, new ListQuery(Optional.of("nonsense"), 1)).rows())
                    .isEmpty();
            assertThat(shop.list("disputes")
                            .list(Shop.PROJECT, ListQuery.first(9), Shop.actor(Shop.RIDGELINE, "crm.edit"))
                            .rows())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_list_of_all_is_for_who_may_refund_and_of_their_organisation_alone(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            disputedTwice(shop);

            assertThat(onPage(shop, Refunding.office())).isEqualTo(2);
            assertThat(onPage(shop, Shop.technician())).isZero();
            assertThat(onPage(shop, Shop.actor(TestRecords.NORTHWIND, "stripe-payments.refund")))
                    .isZero();
            assertThat(shop.settings("disputes").permission()).isEqualTo("stripe-payments.refund");
            assertThat(shop.settings("disputes").submit("any", shop.submission(Map.of()), Refunding.office()))
                    .isInstanceOf(ActionResult.Absent.class);
        }
    }

    private static void disputedTwice(Shop shop) {
        assertThat(Refunding.paid(shop, TWICE_DISPUTED_CARD).countAtStripe()).isZero();
        shop.host.clock().advance(MINUTE);
        shop.webhooks();
        assertThat(shop.sql("select count(*) from dispute")).isEqualTo("2");
        assertThat(shop.sql("select disputed_minor from payment")).isEqualTo("480000");
    }

    private static ListView list(Shop shop, ListQuery query) {
        return shop.list("disputes").list(Shop.PROJECT, query, Shop.office());
    }

    private static int onPage(Shop shop, Actor actor) {
        return shop.settings("disputes").page(actor).blocks().stream()
                .filter(Block.Listing.class::isInstance)
                .mapToInt(block -> ((Block.Listing) block).list().rows().size())
                .sum();
    }
}
