package dev.quittance.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.emulator.account.AccountSpec;
import dev.quittance.emulator.api.AccountKeys;
import dev.quittance.emulator.port.Answer;
import dev.quittance.emulator.port.Call;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Facts, section 2: errors, idempotency, limits. */
final class IdempotencyTest {
    private final Shop shop = Shop.open();

    private Answer create(String key, Map<String, String> form) {
        return shop.call("POST", "/v1/checkout/sessions", form, Map.of("Idempotency-Key", key));
    }

    private int sessions() {
        return shop.get("/v1/checkout/sessions").path("data").size();
    }

    @Test
    void the_same_call_again_gets_the_first_answer_and_does_nothing() {
        Answer first = create("k1", Shop.sessionForm());
        Answer again = create("k1", Shop.sessionForm());

        assertThat(first.headers()).doesNotContainKey("Idempotent-Replayed");
        assertThat(again.headers())
                .containsEntry("Idempotent-Replayed", "true")
                .containsEntry("Original-Request", first.headers().get("Request-Id"));
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(sessions()).isEqualTo(1);
    }

    @Test
    void the_first_answer_is_replayed_even_if_the_object_changed_since() {
        Answer first = create("k1", Shop.sessionForm());
        shop.pay(dev.quittance.emulator.wire.Json.read(first.body()).path("id").asText(), "4242424242424242");

        assertThat(create("k1", Shop.sessionForm()).body()).isEqualTo(first.body());
    }

    @Test
    void the_order_of_parameters_does_not_matter() {
        create("k1", Shop.sessionForm());
        Map<String, String> turned = new LinkedHashMap<>();
        Shop.sessionForm().entrySet().stream()
                .sorted(Map.Entry.<String, String>comparingByKey().reversed())
                .forEach(entry -> turned.put(entry.getKey(), entry.getValue()));

        assertThat(create("k1", turned).headers()).containsKey("Idempotent-Replayed");
    }

    @Test
    void other_parameters_under_the_same_key_are_refused() {
        create("k1", Shop.sessionForm());
        Map<String, String> other = Shop.sessionForm();
        other.put("metadata[q_request]", "request-2");

        Answer refused = create("k1", other);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(Shop.error(refused).path("type").asText()).isEqualTo("idempotency_error");
        assertThat(sessions()).isEqualTo(1);
    }

    @Test
    void another_path_under_the_same_key_is_refused() {
        create("k1", Shop.sessionForm());

        Answer refused = shop.call("POST", "/v1/customers", Map.of(), Map.of("Idempotency-Key", "k1"));

        assertThat(Shop.error(refused).path("type").asText()).isEqualTo("idempotency_error");
    }

    @Test
    void what_failed_validation_is_not_remembered() {
        Map<String, String> wrong = Shop.sessionForm();
        wrong.put("line_items[0][quantity]", "none");
        assertThat(create("k1", wrong).status()).isEqualTo(400);

        assertThat(create("k1", Shop.sessionForm()).status()).isEqualTo(200);
    }

    @Test
    void what_was_refused_while_it_ran_is_remembered() {
        Map<String, String> form = Shop.sessionForm();
        form.put("customer", "cus_nobody");
        assertThat(create("k1", form).status()).isEqualTo(404);

        Answer again = create("k1", form);
        assertThat(again.status()).isEqualTo(404);
        assertThat(again.headers()).containsEntry("Idempotent-Replayed", "true");
    }

    @Test
    void a_wrong_key_to_the_account_is_not_remembered() {
        Answer refused = shop.call(
                "POST",
                "/v1/checkout/sessions",
                Shop.sessionForm(),
                Map.of("Idempotency-Key", "k1", "Authorization", "Bearer sk_test_wrong"));
        assertThat(refused.status()).isEqualTo(401);

        assertThat(create("k1", Shop.sessionForm()).headers()).doesNotContainKey("Idempotent-Replayed");
    }

    @Test
    void a_key_is_forgotten_after_a_day() {
        create("k1", Shop.sessionForm());

        shop.pass(Duration.ofHours(24).minusSeconds(1));
        assertThat(create("k1", Shop.sessionForm()).headers()).containsKey("Idempotent-Replayed");

        shop.pass(Duration.ofSeconds(1));
        assertThat(create("k1", Shop.sessionForm()).headers()).doesNotContainKey("Idempotent-Replayed");
        assertThat(sessions()).isEqualTo(2);
    }

    @Test
    void keys_of_two_accounts_do_not_meet() {
        AccountKeys other =
                shop.stripe().addAccount(new AccountSpec("Küstenbau GmbH", "DE", "eur", java.util.Optional.empty()));
        create("k1", Shop.sessionForm());

        Answer answer = shop.call(
                "POST",
                "/v1/checkout/sessions",
                Shop.sessionForm(),
                Map.of("Idempotency-Key", "k1", "Authorization", "Bearer " + other.secretKey()));

        assertThat(answer.headers()).doesNotContainKey("Idempotent-Replayed");
    }

    @Test
    void remembered_answers_survive_a_crash() {
        Answer first = create("k1", Shop.sessionForm());

        Shop after = Shop.reopen(shop.journal(), shop.now());

        Answer again = after.call("POST", "/v1/checkout/sessions", Shop.sessionForm(), Map.of("Idempotency-Key", "k1"));
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void a_key_is_at_most_255_characters() {
        assertThat(create("k".repeat(256), Shop.sessionForm()).status()).isEqualTo(400);
    }

    @Test
    void a_key_means_nothing_to_a_reading_call() {
        Map<String, String> key = Map.of("Idempotency-Key", "k1");
        shop.call("GET", "/v1/checkout/sessions", Map.of(), key);
        shop.session();

        Answer again = shop.call("GET", "/v1/checkout/sessions", Map.of(), key);

        assertThat(again.headers()).doesNotContainKey("Idempotent-Replayed");
        assertThat(Shop.text(again)).contains("cs_test_");
    }

    private static Call call(String key) {
        return new Call(
                "POST",
                "/v1/customers",
                "",
                Map.of("Authorization", "Bearer " + Shop.KEY, "Idempotency-Key", key),
                new byte[0]);
    }

    @Test
    void a_key_whose_call_is_still_under_way_is_in_use() {
        Call slow = call("k1");
        shop.stripe().hold(slow);

        Answer meanwhile = shop.stripe().handle(call("k1"));
        assertThat(meanwhile.status()).isEqualTo(409);
        assertThat(Shop.error(meanwhile).path("code").asText()).isEqualTo("idempotency_key_in_use");
        assertThat(shop.stripe().handle(call("k2")).status()).isEqualTo(200);
        Answer first = shop.stripe().handle(slow);
        assertThat(first.status()).isEqualTo(200);
        assertThat(shop.stripe().handle(call("k1")).status())
                .as("answered, but not told yet")
                .isEqualTo(409);
        shop.stripe().release(slow);

        Answer again = shop.stripe().handle(call("k1"));
        assertThat(again.headers()).containsEntry("Idempotent-Replayed", "true");
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void a_key_is_held_by_the_first_call_and_by_nobody_who_will_be_refused() {
        Call first = call("k1");
        Call second = call("k1");
        shop.stripe().hold(first);
        shop.stripe().hold(second);
        shop.stripe().hold(new Call("POST", "/v1/customers", "", Map.of("Idempotency-Key", "k9"), new byte[0]));
        shop.stripe().release(second);

        assertThat(shop.stripe().handle(second).status()).isEqualTo(409);
        assertThat(shop.stripe().handle(call("k9")).status()).isEqualTo(200);
    }

    @Test
    void a_key_means_nothing_to_a_deleting_call() {
        String id = shop.post("/v1/customers", Map.of()).path("id").asText();
        Map<String, String> key = Map.of("Idempotency-Key", "k1");
        shop.call("DELETE", "/v1/customers/" + id, Map.of(), key);

        Answer again = shop.call("DELETE", "/v1/customers/" + id, Map.of(), key);

        assertThat(again.status()).isEqualTo(404);
        assertThat(again.headers()).doesNotContainKey("Idempotent-Replayed");
    }

    @Test
    void a_key_of_255_characters_is_taken() {
        assertThat(create("k".repeat(255), Shop.sessionForm()).status()).isEqualTo(200);
    }
}
