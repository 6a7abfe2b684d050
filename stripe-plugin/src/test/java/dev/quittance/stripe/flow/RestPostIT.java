package dev.quittance.stripe.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.payment.Objection;
import dev.quittance.api.ui.Text;
import dev.quittance.stripe.flow.RestCaller.Answer;
import dev.quittance.stripe.testhost.TestDatabase;
import dev.quittance.stripe.testhost.TestRecords;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RestPostIT {
    private static final String RECORD = "\"record\":{\"object\":\"project\",\"id\":\"7\"}";
    private static final String DEPOSIT = "{" + RECORD + ",\"type\":\"deposit\",\"percent\":\"40\"}";

    @ParameterizedTest
    @EnumSource
    void a_program_asks_as_the_form_does(TestDatabase database) {
        try (Shop byRest = Shop.connected(database);
                Shop byForm = Shop.connected(database)) {
            Answer made = new RestCaller(byRest).post("payment_requests", DEPOSIT, Shop.office());
            assertThat(byForm.request(Shop.deposit()).toString()).startsWith("Done");
            byRest.work();

            String id = made.json().get("id").getAsString();
            assertThat(made.status()).isEqualTo(201);
            assertThat(made.location()).contains(RestCaller.BASE + "payment_requests/" + id);
            assertThat(new RestCaller(byRest)
                            .get("payment_requests/" + id, Shop.office())
                            .json()
                            .get("amount"))
                    .isEqualTo(made.json().get("amount"));
            String columns = "select concat_ws('|', type, percent_basis_points, amount_minor, currency, description,"
                    + " recipient_name, recipient_email, client_id, state, requested_by) from payment_request";
            assertThat(byRest.sql(columns)).isEqualTo(byForm.sql(columns));
            assertThat(byRest.host.mail().taken()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_same_idempotency_key_asks_once_for_each_user(TestDatabase database) throws Exception {
        try (Shop shop = Shop.connected(database)) {
            RestCaller rest = new RestCaller(shop);

            List<Answer> both = PanelIT.both(
                    () -> rest.post("payment_requests", DEPOSIT, Shop.office(), "k1"),
                    () -> rest.post("payment_requests", DEPOSIT, Shop.office(), "k1"));
            Answer later = rest.post("payment_requests", DEPOSIT, Shop.office(), "k1");

            assertThat(both).extracting(Answer::status).containsExactly(201, 201);
            assertThat(both).extracting(Answer::location).containsOnly(later.location());
            assertThat(shop.sql("select count(*) from payment_request")).isEqualTo("1");
            Actor other = new Actor(
                    "u2",
                    "Kim",
                    Shop.RIDGELINE,
                    Shop.office().permissions(),
                    Shop.office().locale(),
                    Shop.office().zone());
            assertThat(rest.post("payment_requests", DEPOSIT, other, "k1").code())
                    .isEqualTo("confirmation_needed");
        }
    }

    @Test
    void without_a_key_the_same_again_is_a_caution() {
        try (Shop shop = Shop.connected(TestDatabase.H2)) {
            RestCaller rest = new RestCaller(shop);
            assertThat(rest.post("payment_requests", DEPOSIT, Shop.office()).status())
                    .isEqualTo(201);

            Answer again = rest.post("payment_requests", DEPOSIT, Shop.office());
            String confirmed = DEPOSIT.substring(0, DEPOSIT.length() - 1) + ",\"confirm\":[\"sent_already\"]}";

            assertThat(again.status()).isEqualTo(409);
            assertThat(again.errors()).containsExactly("confirm:sent_already");
            assertThat(rest.post("payment_requests", confirmed, Shop.office()).status())
                    .isEqualTo(201);
        }
    }

    @Test
    void every_error_is_said_at_once_and_nothing_is_done() {
        try (Shop shop = Shop.connected(TestDatabase.H2)) {
            String body = "{" + RECORD + ",\"type\":\"custom\",\"amount\":\"0.10\",\"status\":\"paid\",\"org\":\"x\","
                    + "\"amount_minor\":1,\"description\":\"a\\nb\","
                    + "\"recipient\":{\"email\":\"nobody\",\"client_id\":\"c2\"},\"confirm\":[\"everything\"]}";

            Answer answer = new RestCaller(shop).post("payment_requests", body, Shop.office());

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.type()).isEqualTo("application/problem+json");
            assertThat(answer.code()).isEqualTo("invalid");
            assertThat(answer.errors())
                    .containsExactlyInAnyOrder(
                            "status:unknown_field",
                            "org:unknown_field",
                            "amount_minor:unknown_field",
                            "recipient.client_id:unknown_field",
                            "confirm:unknown_confirmation",
                            "amount:amount_too_small",
                            "recipient.email:recipient_email_invalid");
            assertThat(shop.sql("select count(*) from payment_request")).isEqualTo("0");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}; record:required",
                "{\"record\":\"7\"}; record:not_an_object record:required",
                "{\"record\":{\"object\":\"project\",\"id\":\"99\"},\"type\":\"custom\"}; record:record_absent",
                "{\"record\":{\"object\":\"project\",\"id\":\"7\"}}; type:type_unknown",
                "{\"record\":{\"object\":\"project\",\"id\":\"7\\u0000\"},\"type\":\"custom\"}; record:record_absent",
                "{\"record\":{\"object\":\"project\",\"id\":\"7\"},\"type\":\"custom\"}; amount:amount_required",
                "{\"record\":{\"object\":\"project\",\"id\":\"7\"},\"type\":\"custom\",\"amount\":6000}; amount:not_a_string amount:amount_required",
                "{\"record\":{\"object\":\"project\",\"id\":\"7\"},\"type\":\"custom\",\"amount\":\"1\",\"percent\":\"50\"}; amount:amount_and_percent_differ percent:amount_and_percent_differ"
            })
    void a_body_that_asks_for_nothing_sensible_is_refused_by_field(String body, String errors) {
        try (Shop shop = Shop.connected(TestDatabase.H2)) {
            Answer answer = new RestCaller(shop).post("payment_requests", body, Shop.office());

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.errors()).containsExactlyInAnyOrder(errors.split(" "));
            assertThat(shop.sql("select count(*) from payment_request")).isEqualTo("0");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"type\":\"a\",\"type\":\"b\"}", "{} {}", "{'a':1}", "nonsense"})
    void what_is_no_json_object_for_certain_is_refused(String body) {
        try (Shop shop = Shop.connected(TestDatabase.H2)) {
            Answer answer = new RestCaller(shop).post("payment_requests", body, Shop.office());

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.code()).isEqualTo("bad_json");
        }
    }

    @Test
    void more_than_is_left_wants_a_confirmation_and_the_right_to() {
        try (Shop shop = Shop.connected(TestDatabase.H2)) {
            RestCaller rest = new RestCaller(shop);
            String body = "{" + RECORD + ",\"type\":\"custom\",\"amount\":\"12000.01\"}";
            String confirmed =
                    "{" + RECORD + ",\"type\":\"custom\",\"amount\":\"12000.01\",\"confirm\":[\"over_left\"]}";

            Answer unconfirmed = rest.post("payment_requests", body, Shop.office());

            assertThat(unconfirmed.errors()).containsExactly("confirm:over_left");
            assertThat(unconfirmed.body()).contains("USD 0.01 more than what is left (USD 12000.00)");
            assertThat(rest.post("payment_requests", confirmed, Shop.technician())
                            .code())
                    .isEqualTo("over_request_not_allowed");
            assertThat(rest.post("payment_requests", confirmed, Shop.office()).status())
                    .isEqualTo(201);
        }
    }

    @Test
    void odd_words_survive() {
        try (Shop shop = Shop.connected(TestDatabase.H2)) {
            String odd = "{" + RECORD
                    + ",\"type\":\"custom\",\"amount\":\"5.00\",\"description\":\"<img onerror=x> \\u202e \\\"q\\\"\","
                    + "\"recipient\":{\"name\":\"O'Brien\",\"email\":\"o.brien@example.com\"}}";

            Answer answer = new RestCaller(shop).post("payment_requests", odd, Shop.office());

            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.json().get("description").getAsString()).isEqualTo("<img onerror=x> \u202e \"q\"");
            assertThat(shop.sql("select recipient_name from payment_request")).isEqualTo("O'Brien");
        }
    }

    @Test
    void others_and_people_without_the_right_make_nothing() {
        try (Shop shop = Shop.connected(TestDatabase.H2)) {
            RestCaller rest = new RestCaller(shop);
            Actor viewer = Shop.actor(Shop.RIDGELINE, "stripe-payments.view");
            Actor stranger = Shop.actor(TestRecords.NORTHWIND, "stripe-payments.view", "stripe-payments.request");

            Answer refused = rest.post("payment_requests", DEPOSIT, viewer);

            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.code()).isEqualTo("not_allowed");
            assertThat(rest.post("payment_requests", DEPOSIT, stranger).code()).isEqualTo("not_connected");
            assertThat(rest.post("payment_requests", DEPOSIT, Shop.office(), "x".repeat(256))
                            .code())
                    .isEqualTo("bad_idempotency_key");
            shop.host
                    .paymentHooks()
                    .objects(List.of(new Objection("roofing-example", "no_permit", Text.of("guard.no_permit", "No"))));
            assertThat(rest.post("payment_requests", DEPOSIT, Shop.office()).code())
                    .isEqualTo("objected");
            assertThat(shop.sql("select count(*) from payment_request")).isEqualTo("0");
        }
    }
}
