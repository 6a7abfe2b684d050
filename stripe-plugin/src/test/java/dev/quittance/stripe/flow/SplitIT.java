package dev.quittance.stripe.flow;

import static dev.quittance.stripe.flow.ShopAssert.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.api.money.Money;
import dev.quittance.api.payment.Objection;
import dev.quittance.api.record.ProjectView;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.api.ui.Field;
import dev.quittance.api.ui.Form;
import dev.quittance.api.ui.FormValues;
import dev.quittance.api.ui.Submission;
import dev.quittance.api.ui.Text;
import dev.quittance.stripe.testhost.SimulatedCrash;
import dev.quittance.stripe.testhost.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SplitIT {
    @ParameterizedTest
    @EnumSource
    void three_payers_get_a_request_a_link_and_a_mail_each_in_one_group(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            ActionResult result = split(shop, three("4000.00", "4000.00", "4000.00"));
            shop.work();

            assertThat(result).isInstanceOf(ActionResult.Done.class);
            assertThat(shop.sql("select count(*) from payment_request")).isEqualTo("3");
            assertThat(shop.sql("select count(distinct split_id) from payment_request where split_id is not null"))
                    .isEqualTo("1");
            assertThat(shop.sql("select count(distinct token_hash) from pay_link"))
                    .isEqualTo("3");
            assertThat(shop.host.mail().taken().stream().map(Shop::linkIn).distinct())
                    .hasSize(3);
            assertThat(shop.sql("select requested_minor from record_balance")).isEqualTo("1200000");
            assertThat(shop.sql("select description from payment_request order by request_id"))
                    .isEqualTo("Part 1 of 3 – Miller residence, new roof");
            assertThat(shop.sql("select description from payment_request order by request_id desc"))
                    .isEqualTo("Part 3 of 3 – Miller residence, new roof");
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_same_submission_twice_at_once_and_later_makes_one_split(TestDatabase database) throws Exception {
        try (Shop shop = Shop.connected(database)) {
            Submission once = shop.submission(three("4000.00", "4000.00", "4000.00"));

            List<ActionResult> results = PanelIT.both(() -> split(shop, once), () -> split(shop, once));
            ActionResult later = split(shop, once);
            shop.work();

            assertThat(results.get(0)).isInstanceOf(ActionResult.Done.class).isEqualTo(results.get(1));
            assertThat(later).isEqualTo(results.get(0));
            assertThat(shop.sql("select count(*) from payment_request")).isEqualTo("3");
            assertThat(shop.sql("select count(distinct split_id) from payment_request"))
                    .isEqualTo("1");
            assertThat(shop.host.mail().taken()).hasSize(3);
            assertThat(shop.sql("select requested_minor from record_balance")).isEqualTo("1200000");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_crash_before_the_commit_leaves_none_of_the_parts(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Submission once = shop.submission(three("4000.00", "4000.00", "4000.00"));
            shop.host.source().crashBeforeCommit(1);
            assertThatThrownBy(() -> split(shop, once)).isInstanceOf(SimulatedCrash.class);

            assertThat(shop.sql("select count(*) from payment_request")).isEqualTo("0");
            assertThat(shop.sql("select count(*) from pay_link")).isEqualTo("0");
            shop.restart();
            assertThat(split(shop, once)).isInstanceOf(ActionResult.Done.class);
            assertThat(shop.sql("select count(*) from payment_request")).isEqualTo("3");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_crash_after_the_commit_is_answered_as_if_there_had_been_none(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Submission once = shop.submission(three("4000.00", "4000.00", "4000.00"));
            shop.host.source().crashAfterCommit(1);
            assertThatThrownBy(() -> split(shop, once)).isInstanceOf(SimulatedCrash.class);
            shop.restart();

            assertThat(split(shop, once)).isInstanceOf(ActionResult.Done.class);
            shop.sweep(Duration.ofMinutes(1));
            assertThat(shop.sql("select count(*) from payment_request")).isEqualTo("3");
            assertThat(shop.host.mail().taken()).hasSize(3);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "3999.99, error.split_too_little, 'USD 11999.99', 'USD 0.01'",
        "4000.02, error.split_too_much, 'USD 12000.02', 'USD 0.02'"
    })
    void shares_that_do_not_add_up_are_refused_by_how_much(String last, String key, String sum, String off) {
        try (Shop shop = Shop.connected(TestDatabase.H2)) {
            ActionResult result = split(shop, three("4000.00", "4000.00", last));

            Text error = field(form(result), "total").error();
            assertThat(error.key()).isEqualTo(key);
            assertThat(error.arguments()).extracting(Object::toString).containsExactly(sum, off);
            assertThat(shop.sql("select count(*) from payment_request")).isEqualTo("0");
        }
    }

    @Test
    void the_form_is_filled_in_with_what_is_left_in_equal_shares() {
        try (Shop shop = Shop.connected(TestDatabase.H2)) {
            assertThat(shop.request(Shop.answers("custom", "", "2000.00"))).isInstanceOf(ActionResult.Done.class);

            Form two = open(shop, Map.of());
            Form six = open(shop, Map.of("payers", "6", "shownTotal", "10000.00", "payer1Email", "x@example.com"));

            assertThat(values(two))
                    .containsEntry("total", "10000.00")
                    .containsEntry("payers", "2")
                    .containsEntry("payer1Name", "Dana Miller")
                    .containsEntry("payer1Share", "5000.00")
                    .containsEntry("payer2Share", "5000.00")
                    .doesNotContainKey("payer3Share");
            assertThat(values(six))
                    .containsEntry("payer1Email", "x@example.com")
                    .containsEntry("payer5Share", "1666.67")
                    .containsEntry("payer6Share", "1666.65");
        }
    }

    @Test
    void another_number_chosen_and_sent_without_script_shows_the_rows_before_anything_is_sent() {
        try (Shop shop = Shop.connected(TestDatabase.H2)) {
            Map<String, String> answers = values(open(shop, Map.of()));
            answers.put("payers", "3");

            ActionResult result = split(shop, answers);

            assertThat(problems(result).get("form")).contains("split.payers_changed");
            assertThat(values(form(result)))
                    .containsEntry("payer3Share", "4000.00")
                    .containsEntry("payer1Name", "Dana Miller");
            assertThat(shop.sql("select count(*) from payment_request")).isEqualTo("0");
        }
    }

    @Test
    void shares_that_somebody_typed_stay_when_the_same_split_is_drawn_again() {
        try (Shop shop = Shop.connected(TestDatabase.H2)) {
            Map<String, String> typed = values(open(shop, Map.of()));
            typed.put("payer1Share", "1.00");

            assertThat(values(open(shop, typed))).containsEntry("payer1Share", "1.00");
            typed.put("total", "50.00");
            assertThat(values(open(shop, typed))).containsEntry("payer1Share", "25.00");
            typed.put("total", "nothing");
            assertThat(values(open(shop, typed))).containsEntry("total", "nothing");
        }
    }

    @Test
    void every_problem_is_said_at_once_and_at_its_field() {
        try (Shop shop = Shop.connected(TestDatabase.H2)) {
            Map<String, String> answers = three("0.10", "x", "-5");
            answers.put("total", "-1");
            answers.put("payer1Name", "");
            answers.put("payer2Email", "nobody");
            answers.put("payer3Name", "Line\r\nbreak");

            assertThat(problems(split(shop, answers)))
                    .containsEntry("total", "error.amount_not_positive")
                    .containsEntry("payer1Name", "error.payer_name_required")
                    .containsEntry("payer1Share", "error.amount_too_small")
                    .containsEntry("payer2Email", "error.recipient_email_invalid")
                    .containsEntry("payer2Share", "error.amount_not_a_number")
                    .containsEntry("payer3Name", "error.recipient_name_invalid")
                    .containsEntry("payer3Share", "error.amount_not_positive");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "7", "-2", "two", ""})
    void only_two_to_six_payers_can_be_chosen(String payers) {
        try (Shop shop = Shop.connected(TestDatabase.H2)) {
            Map<String, String> answers = three("4000.00", "4000.00", "4000.00");
            answers.put("payers", payers);

            assertThat(problems(split(shop, answers))).containsEntry("payers", "error.split_payers");
        }
    }

    @Test
    void two_people_may_share_an_address_but_nobody_is_asked_twice() {
        try (Shop shop = Shop.connected(TestDatabase.H2)) {
            Map<String, String> family = three("4000.00", "4000.00", "4000.00");
            family.put("payer2Email", "DANA@example.com");
            assertThat(split(shop, family)).isInstanceOf(ActionResult.Done.class);

            family.put("payer2Name", "dana miller");
            assertThat(problems(split(shop, family))).containsEntry("payer2Name", "error.payer_twice");
        }
    }

    @ParameterizedTest
    @EnumSource
    void odd_names_survive_as_they_are(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Map<String, String> odd = three("4000.00", "4000.00", "4000.00");
            odd.put("payer1Name", "O'Brien \"Bob\" <img src=x onerror=alert(1)>");
            odd.put("payer2Name", "\u202egnp.exe");
            assertThat(split(shop, odd)).isInstanceOf(ActionResult.Done.class);

            assertThat(shop.sql("select recipient_name from payment_request order by request_id"))
                    .isEqualTo("O'Brien \"Bob\" <img src=x onerror=alert(1)>");
            odd.put("payer1Name", "x".repeat(300));
            assertThat(problems(split(shop, odd))).containsEntry("payer1Name", "error.recipient_name_invalid");
        }
    }

    @Test
    void a_record_with_a_very_long_name_is_still_described() {
        try (Shop shop = Shop.connected(TestDatabase.H2)) {
            shop.host
                    .records()
                    .put(
                            Shop.RIDGELINE,
                            new ProjectView(
                                    "7",
                                    "n".repeat(300),
                                    "c1",
                                    "signed",
                                    "USD",
                                    Optional.of(Money.of(12_000_00, "USD"))));
            assertThat(split(shop, three("4000.00", "4000.00", "4000.00"))).isInstanceOf(ActionResult.Done.class);
            assertThat(shop.sql("select description from payment_request order by request_id"))
                    .startsWith("Part 1 of 3 – nnn")
                    .hasSizeLessThanOrEqualTo(200);
        }
    }

    @Test
    void more_than_is_left_wants_a_tick_and_the_right_to() {
        try (Shop shop = Shop.connected(TestDatabase.H2)) {
            Map<String, String> answers = three("4000.00", "4000.00", "4000.01");
            answers.put("total", "12000.01");

            ActionResult unticked = split(shop, answers);
            answers.put("overRequest", "true");
            ActionResult technician =
                    shop.action("split-payment").submit(Shop.PROJECT, shop.submission(answers), Shop.technician());

            assertThat(problems(unticked).get("form")).contains("request.over_left");
            assertThat(problems(technician).get("form")).contains("error.over_request_not_allowed");
            assertThat(shop.sql("select count(*) from payment_request")).isEqualTo("0");
            assertThat(split(shop, answers)).isInstanceOf(ActionResult.Done.class);
        }
    }

    @Test
    void the_same_split_again_within_a_day_wants_a_tick() {
        try (Shop shop = Shop.connected(TestDatabase.H2)) {
            Map<String, String> answers = three("10.00", "10.00", "10.00");
            answers.put("total", "30.00");
            assertThat(split(shop, answers)).isInstanceOf(ActionResult.Done.class);

            assertThat(problems(split(shop, answers)).get("form")).contains("request.sent_already");
            answers.put("sendAnother", "true");
            assertThat(split(shop, answers)).isInstanceOf(ActionResult.Done.class);
        }
    }

    @Test
    void one_objection_keeps_all_parts_from_being_stored() {
        try (Shop shop = Shop.connected(TestDatabase.H2)) {
            shop.host
                    .paymentHooks()
                    .objects(List.of(new Objection("roofing-example", "no_permit", Text.of("guard.no_permit", "No"))));

            assertThat(problems(split(shop, three("4000.00", "4000.00", "4000.00")))
                            .get("form"))
                    .isEqualTo("guard.no_permit");
            assertThat(shop.sql("select count(*) from payment_request")).isEqualTo("0");
        }
    }

    @Test
    void strangers_the_unconnected_and_people_without_the_right_split_nothing() {
        try (Shop shop = Shop.unconnected(TestDatabase.H2)) {
            Map<String, String> answers = three("4000.00", "4000.00", "4000.00");

            assertThat(split(shop, answers))
                    .isInstanceOfSatisfying(
                            ActionResult.Refused.class,
                            refused -> assertThat(refused.code().value()).isEqualTo("not_connected"));
            assertThat(shop.action("split-payment")
                            .submit(Shop.PROJECT, shop.submission(answers), Shop.actor(Shop.RIDGELINE)))
                    .isInstanceOf(ActionResult.Refused.class);
            assertThat(shop.action("split-payment")
                            .submit(RecordRef.project("99"), shop.submission(answers), Shop.office()))
                    .isInstanceOf(ActionResult.Absent.class);
            assertThat(shop.action("split-payment").form(Shop.PROJECT, FormValues.none(), Shop.actor(Shop.RIDGELINE)))
                    .isEmpty();
            Form blocked = open(shop, Map.of());
            assertThat(blocked.notices()).anyMatch(notice -> notice.text().key().equals("error.not_connected.ask"));
            assertThat(blocked.fields()).isEmpty();
            assertThat(blocked.title().key()).isEqualTo("split.title");
        }
    }

    private static Map<String, String> three(String first, String second, String third) {
        Map<String, String> answers = new TreeMap<>();
        answers.put("total", "12000.00");
        answers.put("payers", "3");
        answers.put("shownPayers", "3");
        answers.put("shownTotal", "12000.00");
        List<String> names = List.of("Dana Miller", "Sam Ruiz", "Kim Lee");
        List<String> shares = List.of(first, second, third);
        for (int payer = 1; payer <= 3; payer++) {
            answers.put("payer" + payer + "Name", names.get(payer - 1));
            answers.put("payer" + payer + "Email", payer == 1 ? "dana@example.com" : "p" + payer + "@example.com");
            answers.put("payer" + payer + "Share", shares.get(payer - 1));
        }
        return answers;
    }

    private static ActionResult split(Shop shop, Map<String, String> answers) {
        return split(shop, shop.submission(answers));
    }

    private static ActionResult split(Shop shop, Submission submission) {
        return shop.action("split-payment").submit(Shop.PROJECT, submission, Shop.office());
    }

    private static Form open(Shop shop, Map<String, String> given) {
        return shop.action("split-payment")
                .form(Shop.PROJECT, new FormValues(given), Shop.office())
                .orElseThrow();
    }

    private static Form form(ActionResult result) {
        return ((ActionResult.Again) result).form();
    }

    private static Field field(Form form, String key) {
        return form.fields().stream()
                .filter(field -> field.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> values(Form form) {
        return new TreeMap<>(form.fields().stream().collect(Collectors.toMap(Field::key, Field::value)));
    }
}
