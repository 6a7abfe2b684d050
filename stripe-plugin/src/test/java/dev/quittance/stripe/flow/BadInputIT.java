package dev.quittance.stripe.flow;

import static dev.quittance.stripe.flow.ShopAssert.assertThatShop;
import static dev.quittance.stripe.flow.ShopAssert.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.money.Money;
import dev.quittance.api.payment.Objection;
import dev.quittance.api.record.ClientView;
import dev.quittance.api.record.ProjectView;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.screen.PublicCall;
import dev.quittance.api.screen.PublicPage;
import dev.quittance.api.screen.RecordAction;
import dev.quittance.api.screen.RelatedList;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.api.ui.Form;
import dev.quittance.api.ui.FormValues;
import dev.quittance.api.ui.ListQuery;
import dev.quittance.api.ui.Submission;
import dev.quittance.api.ui.Text;
import dev.quittance.stripe.testhost.TestDatabase;
import dev.quittance.stripe.testhost.TestHost;
import dev.quittance.stripe.testhost.TestPayer;
import dev.quittance.stripe.testhost.TestRecords;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BadInputIT {
    @ParameterizedTest
    @CsvSource({
        "'', amount_required",
        "-1, amount_not_positive",
        "'1.234,5', amount_not_a_number",
        "10.001, amount_too_many_decimals",
        "0.10, amount_too_small",
        "1000000, amount_too_large"
    })
    void an_amount_that_cannot_be_is_refused_at_its_field_and_nothing_is_stored(String amount, String code) {
        try (Shop shop = Shop.connected(TestDatabase.H2)) {
            ActionResult result = shop.request(Shop.answers("custom", "", amount));

            assertThat(problems(result)).containsEntry("amount", "error." + code);
            assertNothingStored(shop);
        }
    }

    @ParameterizedTest
    @CsvSource({"'', recipient_email_required", "dana(at)example.com, recipient_email_invalid"})
    void a_client_without_a_usable_address_is_asked_for_one(String email, String code) {
        try (Shop shop = Shop.connected(TestDatabase.H2)) {
            Map<String, String> answers = Shop.deposit();
            answers.put("recipientEmail", email);

            assertThat(problems(shop.request(answers))).containsEntry("recipientEmail", "error." + code);
            assertNothingStored(shop);
        }
    }

    @Test
    void the_form_says_it_when_the_client_has_no_address() {
        try (Shop shop = Shop.connected(TestDatabase.H2)) {
            shop.host
                    .records()
                    .put(
                            Shop.RIDGELINE,
                            new ClientView("c1", "Dana", Optional.empty(), Optional.empty(), Optional.empty()));

            Form form = form(shop, FormValues.none());

            assertThat(form.notices()).anyMatch(notice -> notice.text().key().equals("request.no_email"));
        }
    }

    @Test
    void the_form_is_filled_in_with_half_of_the_contract_and_follows_the_chosen_type() {
        try (Shop shop = Shop.connected(TestDatabase.H2)) {
            Form opened = form(shop, FormValues.none());
            Form asFinal = form(shop, new FormValues(Map.of("type", "final")));

            assertThat(value(opened, "type")).isEqualTo("deposit");
            assertThat(value(opened, "percent")).isEqualTo("50");
            assertThat(value(opened, "amount")).isEqualTo("6000.00");
            assertThat(value(opened, "description")).isEqualTo("50% Deposit – Miller residence, new roof");
            assertThat(value(opened, "recipientEmail")).isEqualTo("dana@example.com");
            assertThat(value(asFinal, "amount")).isEqualTo("12000.00");
            assertThat(value(asFinal, "percent")).isEmpty();
        }
    }

    @Test
    void the_form_follows_a_typed_percentage_and_keeps_what_was_written() {
        try (Shop shop = Shop.connected(TestDatabase.H2)) {
            Map<String, String> given = Shop.answers("deposit", "40", "6000.00");
            given.put("presetType", "deposit");
            given.put("presetPercent", "50");
            given.put("presetAmount", "6000.00");
            Form followed = form(shop, new FormValues(given));
            given.put("description", "Roof, first part");
            given.put("percent", "50");
            given.put("type", "final");
            Form another = form(shop, new FormValues(given));

            assertThat(value(followed, "amount")).isEqualTo("4800.00");
            assertThat(value(followed, "description")).isEqualTo("40% Deposit – Miller residence, new roof");
            assertThat(value(another, "amount")).isEqualTo("12000.00");
            assertThat(value(another, "description")).isEqualTo("Roof, first part");
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_same_submission_again_gives_the_first_result_and_nothing_twice(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Submission once = shop.submission(Shop.deposit());

            ActionResult first = shop.request(once, Shop.office());
            ActionResult again = shop.request(once, Shop.office());
            shop.work();

            assertThat(again).isEqualTo(first).isInstanceOf(ActionResult.Done.class);
            assertThat(shop.sql("select count(*) from payment_request")).isEqualTo("1");
            assertThat(shop.host.mail().taken()).hasSize(1);
            assertThat(shop.sql("select requested_minor from record_balance")).isEqualTo("480000");
        }
    }

    @Test
    void the_same_again_within_a_day_wants_a_tick() {
        try (Shop shop = Shop.connected(TestDatabase.H2)) {
            assertThat(shop.request(Shop.deposit())).isInstanceOf(ActionResult.Done.class);

            ActionResult second = shop.request(Shop.deposit());
            Map<String, String> ticked = Shop.deposit();
            ticked.put("sendAnother", "true");

            assertThat(problems(second).get("form")).contains("request.sent_already");
            assertThat(shop.sql("select count(*) from payment_request")).isEqualTo("1");
            assertThat(shop.request(ticked)).isInstanceOf(ActionResult.Done.class);
            assertThat(shop.sql("select count(*) from payment_request")).isEqualTo("2");
        }
    }

    @Test
    void more_than_is_left_wants_a_tick_and_the_right_to() {
        try (Shop shop = Shop.connected(TestDatabase.H2)) {
            Map<String, String> answers = Shop.answers("custom", "", "12000.01");

            ActionResult unticked = shop.request(answers);
            answers.put("overRequest", "true");
            ActionResult technician = shop.request(shop.submission(answers), Shop.technician());

            assertThat(problems(unticked).get("form")).contains("request.over_left");
            assertThat(problems(technician).get("form")).contains("error.over_request_not_allowed");
            assertNothingStored(shop);
            assertThat(shop.request(answers)).isInstanceOf(ActionResult.Done.class);
        }
    }

    @Test
    void a_guard_of_another_plugin_keeps_the_request_from_being_stored() {
        try (Shop shop = Shop.connected(TestDatabase.H2)) {
            shop.host
                    .paymentHooks()
                    .objects(List.of(new Objection("roofing-example", "no_permit", Text.of("guard.no_permit", "No"))));

            ActionResult result = shop.request(Shop.deposit());

            assertThat(problems(result).get("form")).contains("guard.no_permit");
            assertNothingStored(shop);
        }
    }

    @Test
    void without_a_connection_the_request_is_refused_and_names_who_can_help() {
        try (Shop shop = Shop.unconnected(TestDatabase.H2)) {
            ActionResult result = shop.request(Shop.deposit());

            assertThat(result).isInstanceOf(ActionResult.Refused.class);
            ActionResult.Refused refused = (ActionResult.Refused) result;
            assertThat(refused.code().value()).isEqualTo("not_connected");
            assertThat(refused.reason().arguments()).contains("Alex Reyes");
            Form blocked = form(shop, FormValues.none());
            assertThat(blocked.notices()).anyMatch(notice -> notice.text().key().equals("error.not_connected.ask"));
            assertThat(blocked.fields()).isEmpty();
            assertThat(blocked.title().key()).isEqualTo("request.title");
            assertNothingStored(shop);
        }
    }

    @Test
    void a_user_without_the_right_neither_sees_nor_sends_the_form() {
        try (Shop shop = Shop.connected(TestDatabase.H2)) {
            Actor viewer = Shop.actor(Shop.RIDGELINE, "stripe-payments.view");

            assertThat(shop.action("request-payment").form(Shop.PROJECT, FormValues.none(), viewer))
                    .isEmpty();
            assertThat(shop.request(shop.submission(Shop.deposit()), viewer)).isInstanceOf(ActionResult.Refused.class);
            assertNothingStored(shop);
        }
    }

    @ParameterizedTest
    @EnumSource
    void another_organisations_records_are_absent(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            shop.host
                    .records()
                    .put(
                            Shop.RIDGELINE,
                            new ProjectView(
                                    "8", "Ours alone", "c1", "signed", "USD", Optional.of(Money.of(100, "USD"))));
            URI link = shop.requestedLink();
            Actor stranger = Shop.actor(TestRecords.NORTHWIND, "stripe-payments.request", "stripe-payments.view");
            RecordAction action = shop.action("request-payment");
            RelatedList list = shop.list("payments");

            assertThat(action.form(RecordRef.project("8"), FormValues.none(), stranger))
                    .isEmpty();
            assertThat(action.submit(RecordRef.project("8"), shop.submission(Shop.deposit()), stranger))
                    .isInstanceOf(ActionResult.Absent.class);
            assertThat(list.list(RecordRef.project("8"), ListQuery.first(10), stranger)
                            .rows())
                    .isEmpty();
            // A project of the same id in the other organisation has nothing of ours.
            assertThat(list.list(Shop.PROJECT, ListQuery.first(10), stranger).rows())
                    .isEmpty();
            assertThat(list.list(Shop.PROJECT, ListQuery.first(10), stranger)
                            .totals()
                            .toString())
                    .doesNotContain("4800.00");
            assertThat(shop.open(link)).isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAAAAAAAAAAAAAAAAAAAA", "../../etc/passwd", "%00", "'; drop table pay_link; --"})
    void a_token_that_is_not_ours_opens_nothing(String token) {
        try (Shop shop = Shop.connected(TestDatabase.H2)) {
            assertThat(shop.requestedLink()).isNotNull();
            PublicPage page = shop.extension(PublicPage.class);
            PublicCall call = new PublicCall(List.of(token), Map.of(), Locale.US);

            assertThat(page.page(call)).isEmpty();
            assertThat(page.submit(call, shop.submission(Map.of()))).isInstanceOf(ActionResult.Absent.class);
        }
    }

    @Test
    void a_tampered_token_and_a_longer_path_open_nothing() {
        try (Shop shop = Shop.connected(TestDatabase.H2)) {
            URI link = shop.requestedLink();
            String token = link.getPath().substring("/pay/".length());
            String tampered = (token.charAt(0) == 'A' ? "B" : "A") + token.substring(1);
            PublicPage page = shop.extension(PublicPage.class);

            assertThat(page.page(new PublicCall(List.of(token), Map.of(), Locale.US)))
                    .isPresent();
            assertThat(page.page(new PublicCall(List.of(tampered), Map.of(), Locale.US)))
                    .isEmpty();
            assertThat(page.page(new PublicCall(List.of(token, "x"), Map.of(), Locale.US)))
                    .isEmpty();
            assertThat(page.page(new PublicCall(List.of(token, "done", "x"), Map.of(), Locale.US)))
                    .isEmpty();
            assertThat(page.page(new PublicCall(List.of(), Map.of(), Locale.US)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_return_page_with_somebody_elses_session_is_absent_and_books_nothing(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            URI mine = shop.requestedLink();
            Map<String, String> other = Shop.answers("custom", "", "100.00");
            assertThat(shop.request(other)).isInstanceOf(ActionResult.Done.class);
            shop.work();
            URI theirs = Shop.linkIn(shop.host.mail().taken().get(1));
            URI back = shop.payer
                    .pay(shop.clickThrough(theirs), TestPayer.GOOD_CARD)
                    .orElseThrow();

            URI forged = URI.create(mine + "/done?" + back.getQuery());

            assertThat(shop.open(forged)).isEmpty();
            assertThat(shop.open(URI.create(mine + "/done?session_id=cs_test_unknown")))
                    .isEmpty();
            assertThat(shop.open(URI.create(mine + "/done"))).isEmpty();
            assertThat(shop.open(URI.create(mine + "/done?session_id=" + "x".repeat(300))))
                    .isEmpty();
            assertThatShop(shop).isNotPaid();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_cursor_that_is_not_ours_gives_an_empty_page(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            assertThat(shop.requestedLink()).isNotNull();
            RelatedList list = shop.list("payments");

            assertThat(list.list(Shop.PROJECT, new ListQuery(Optional.of("1 or 1=1"), 10), Shop.office())
                            .rows())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_list_goes_page_by_page_by_key(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            for (int i = 1; i <= 5; i++) {
                assertThat(shop.request(Shop.answers("custom", "", "10" + i + ".00")))
                        .isInstanceOf(ActionResult.Done.class);
            }
            RelatedList list = shop.list("payments");

            var first = list.list(Shop.PROJECT, ListQuery.first(2), Shop.office());
            var second = list.list(Shop.PROJECT, new ListQuery(first.next(), 2), Shop.office());
            var third = list.list(Shop.PROJECT, new ListQuery(second.next(), 2), Shop.office());

            assertThat(first.rows().get(0).cells().toString()).contains("105.00");
            assertThat(second.rows().get(0).cells().toString()).contains("103.00");
            assertThat(third.rows()).hasSize(1);
            assertThat(third.next()).isEmpty();
            assertThat(first.totals().toString()).contains("515.00");
        }
    }

    @Test
    void requesting_needs_no_stripe() {
        try (Shop shop = Shop.connected(TestDatabase.H2)) {
            long calls = shop.host.outgoing().sent().size();

            assertThat(shop.requestedLink()).isNotNull();

            assertThat(shop.host.outgoing().sent()).hasSize((int) calls);
        }
    }

    @Test
    void a_service_call_without_a_contract_is_asked_for_by_amount() {
        try (Shop shop = Shop.connected(TestDatabase.H2)) {
            shop.host
                    .records()
                    .put(Shop.RIDGELINE, new ProjectView("7", "Drain", "c1", "signed", "JPY", Optional.empty()));

            assertThat(problems(shop.request(Shop.deposit())))
                    .containsEntry("amount", "error.percent_without_contract");
            assertThat(problems(shop.request(Shop.answers("custom", "", "49")))).containsKey("amount");
            assertThat(problems(shop.request(Shop.answers("custom", "", "500.5"))))
                    .containsKey("amount");
            assertThat(shop.request(Shop.answers("custom", "", "500"))).isInstanceOf(ActionResult.Done.class);
            assertThat(shop.sql("select amount_minor from payment_request")).isEqualTo("500");
        }
    }

    private static Form form(Shop shop, FormValues given) {
        return shop.action("request-payment")
                .form(Shop.PROJECT, given, Shop.office())
                .orElseThrow();
    }

    private static String value(Form form, String field) {
        return form.fields().stream()
                .filter(f -> f.key().equals(field))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static void assertNothingStored(Shop shop) {
        shop.work();
        assertThat(shop.sql("select count(*) from payment_request")).isEqualTo("0");
        assertThat(shop.sql("select count(*) from pay_link")).isEqualTo("0");
        assertThat(shop.sql("select count(*) from record_balance")).isEqualTo("0");
        assertThat(shop.host.mail().calls()).isZero();
    }

    @Test
    void another_organisations_connection_is_no_help() {
        try (Shop shop = Shop.unconnected(TestDatabase.H2)) {
            assertThat(shop.connect(TestRecords.NORTHWIND, TestHost.NORTHWIND_KEY))
                    .isInstanceOf(ActionResult.Done.class);
            assertThat(shop.request(Shop.deposit())).isInstanceOf(ActionResult.Refused.class);
        }
    }
}
