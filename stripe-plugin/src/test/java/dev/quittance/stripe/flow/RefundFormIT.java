package dev.quittance.stripe.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.api.ui.Cell;
import dev.quittance.api.ui.Form;
import dev.quittance.api.ui.FormValues;
import dev.quittance.api.ui.ListQuery;
import dev.quittance.api.ui.ListView;
import dev.quittance.api.ui.Row;
import dev.quittance.api.ui.Text;
import dev.quittance.stripe.testhost.TestDatabase;
import dev.quittance.stripe.testhost.TestPayer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the office reads before it gives money back, and afterwards on the record. */
final class RefundFormIT {
    @ParameterizedTest
    @EnumSource
    void the_form_names_the_most_that_can_be_given_back_and_what_went_back_before(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Refunding back = Refunding.paid(shop, TestPayer.GOOD_CARD);
            assertThat(hint(shop)).isEqualTo("refund.choice.most [USD 4800.00]");

            assertThat(back.refund("1000.00")).isInstanceOf(ActionResult.Done.class);

            assertThat(hint(shop)).isEqualTo("refund.choice.most_of_rest [USD 1000.00, USD 3800.00]");
            assertThat(form(shop).fields().get(1).choices().get(0).label().arguments())
                    .hasToString("[USD 3800.00]");
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_amount_beside_all_that_is_left_gives_nothing_back(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Refunding back = Refunding.paid(shop, TestPayer.GOOD_CARD);

            assertThat(Refunding.problem(submit(shop, back, "all", "60.00"))).startsWith("refund.error.all_and_part");
            assertThat(Refunding.problem(submit(shop, back, "all", "sixty"))).startsWith("refund.error.all_and_part");
            assertThat(Refunding.problem(submit(shop, back, "part", ""))).startsWith("refund.error.amount");
            back.agreeOn(0);

            assertThat(submit(shop, back, "part", "60.00")).isInstanceOf(ActionResult.Done.class);
            assertThat(submit(shop, back, "all", "4740.00")).isInstanceOf(ActionResult.Done.class);
            back.agreeOn(480000);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_somebody_has_begun_to_fill_in_stays_when_the_form_is_shown_again(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Refunding back = Refunding.paid(shop, TestPayer.GOOD_CARD);
            Map<String, String> begun = back.answers("60.00");
            begun.put("how", "part");
            begun.put("reason", "duplicate");

            Form again = shop.action("refund")
                    .form(Shop.PROJECT, new FormValues(begun), Refunding.office())
                    .orElseThrow();

            assertThat(again.fields())
                    .filteredOn(field -> begun.containsKey(field.key()))
                    .hasSize(4);
            assertThat(again.fields())
                    .filteredOn(field -> begun.containsKey(field.key()))
                    .allMatch(field -> field.value().equals(begun.get(field.key())));
        }
    }

    @ParameterizedTest
    @EnumSource
    void each_refund_is_a_row_with_state_amount_price_and_who_made_it_where(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Refunding back = Refunding.paid(shop, TestPayer.GOOD_CARD);
            assertThat(list(shop, ListQuery.first(10)).rows()).isEmpty();
            assertThat(shop.list("refunds").standsEmpty()).isFalse();
            assertThat(back.refund("60.00")).isInstanceOf(ActionResult.Done.class);
            assertThat(back.refundAtStripe(2000).get("status").getAsString()).isEqualTo("succeeded");
            shop.webhooks();

            List<Row> rows = list(shop, ListQuery.first(10)).rows();

            assertThat(rows).hasSize(2);
            assertThat(words(rows.get(0))).contains("USD 20.00", "refund.state.succeeded", "refund.by.stripe");
            assertThat(words(rows.get(1)))
                    .contains("USD 60.00", "refund.state.succeeded", "refund.owed.off_price", "refund.by.name [Pat]");
        }
    }

    @ParameterizedTest
    @EnumSource
    void rows_come_a_page_at_a_time_and_only_to_who_may_see_them(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Refunding back = Refunding.paid(shop, TestPayer.GOOD_CARD);
            for (int i = 0; i < 3; i++) {
                assertThat(back.refund("1.0" + (i + 1))).isInstanceOf(ActionResult.Done.class);
            }

            ListView first = list(shop, ListQuery.first(2));
            ListView rest = list(shop, new ListQuery(first.next(), 2));

            assertThat(first.rows()).hasSize(2);
            assertThat(words(first.rows().get(0))).contains("USD 1.03");
            assertThat(rest.rows()).hasSize(1);
            assertThat(words(rest.rows().get(0))).contains("USD 1.01");
            assertThat(rest.next()).isEmpty();
            assertThat(list(shop, new ListQuery(Optional.of("nonsense"), 2)).rows())
                    .isEmpty();
            Actor nobody = Shop.actor(Shop.RIDGELINE, "crm.edit");
            assertThat(shop.list("refunds")
                            .list(Shop.PROJECT, ListQuery.first(10), nobody)
                            .rows())
                    .isEmpty();
        }
    }

    private static ActionResult submit(Shop shop, Refunding back, String how, String amount) {
        Map<String, String> answers = back.answers(amount);
        answers.put("how", how);
        return Refunding.submit(shop, shop.submission(answers));
    }

    private static ListView list(Shop shop, ListQuery query) {
        return shop.list("refunds").list(Shop.PROJECT, query, Refunding.office());
    }

    private static Form form(Shop shop) {
        return shop.action("refund")
                .form(Shop.PROJECT, FormValues.none(), Refunding.office())
                .orElseThrow();
    }

    private static String hint(Shop shop) {
        Text hint = form(shop).fields().get(0).choices().get(0).hint();
        return hint.key() + " " + hint.arguments();
    }

    private static List<String> words(Row row) {
        List<String> words = new ArrayList<>();
        for (Cell cell : row.cells()) {
            if (cell instanceof Cell.Words said) {
                words.add(
                        said.text().arguments().isEmpty()
                                ? said.text().key()
                                : said.text().key() + " " + said.text().arguments());
            } else if (cell instanceof Cell.State state) {
                words.add(state.badge().label().key());
            } else if (cell instanceof Cell.Amount amount) {
                words.add(amount.money().toString());
            }
        }
        return words;
    }
}
