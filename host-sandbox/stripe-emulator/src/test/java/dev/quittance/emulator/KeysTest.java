package dev.quittance.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.port.Answer;
import dev.quittance.emulator.wire.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Facts, section 6 (Keys): a restricted key may do what it was given, a publishable key next to nothing. */
final class KeysTest {
    private final Shop shop = Shop.open();
    private final String account = shop.stripe().firstAccountKeys().account();

    private String restricted(String... permissions) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("account", account);
        for (int i = 0; i < permissions.length; i += 2) {
            form.put("permissions[" + permissions[i] + "]", permissions[i + 1]);
        }
        Answer made = shop.page("POST", "/_local/keys", form);
        assertThat(made.status()).as(Shop.text(made)).isEqualTo(200);
        return Json.read(made.body()).path("key").asText();
    }

    private Answer call(String key, String method, String path) {
        return shop.call(method, path, Map.of(), Map.of("Authorization", "Bearer " + key));
    }

    @Test
    void reading_writing_and_nothing_are_told_apart() {
        String key = restricted("customer", "read", "checkout_session", "write", "charge", "none");
        shop.session();

        assertThat(key).startsWith("rk_test_");
        assertThat(call(key, "GET", "/v1/customers").status()).isEqualTo(200);
        assertThat(call(key, "POST", "/v1/customers").status()).isEqualTo(403);
        assertThat(call(key, "GET", "/v1/checkout/sessions").status())
                .as("who may write may read")
                .isEqualTo(200);
        assertThat(call(key, "GET", "/v1/charges").status()).isEqualTo(403);
        assertThat(call(key, "GET", "/v1/events").status()).as("not given").isEqualTo(403);
    }

    @Test
    void the_refusal_names_the_permission_and_not_the_key() {
        String key = restricted("customer", "read");

        Answer refused = call(key, "POST", "/v1/customers");

        ObjectNode error = Shop.error(refused);
        assertThat(error.path("type").asText()).isEqualTo("invalid_request_error");
        assertThat(error.has("code")).isFalse();
        assertThat(error.path("message").asText())
                .contains("does not have the required permissions for this endpoint on account '" + account + "'")
                .endsWith("Having the 'rak_customer_write' permission would allow this request to continue.")
                .doesNotContain(key);
        assertThat(shop.get("/v1/customers").path("data")).isEmpty();
    }

    @Test
    void a_refused_call_is_not_remembered_under_its_idempotency_key() {
        String key = restricted("customer", "read");
        Map<String, String> headers = Map.of("Authorization", "Bearer " + key, "Idempotency-Key", "k1");
        shop.call("POST", "/v1/customers", Map.of(), headers);

        Answer allowed = shop.call("POST", "/v1/customers", Map.of(), Map.of("Idempotency-Key", "k1"));

        assertThat(allowed.status()).isEqualTo(200);
        assertThat(allowed.headers()).doesNotContainKey("Idempotent-Replayed");
    }

    @Test
    void everything_can_be_given_at_once_with_exceptions() {
        String key = restricted("*", "write", "webhook", "none");

        assertThat(call(key, "POST", "/v1/customers").status()).isEqualTo(200);
        assertThat(call(key, "GET", "/v1/webhook_endpoints").status()).isEqualTo(403);
    }

    @Test
    void acting_for_a_connected_account_needs_a_permission_of_its_own() {
        String connected =
                shop.post("/v1/accounts", Map.of("type", "standard")).path("id").asText();
        String without = restricted("customer", "read");
        String with = restricted("customer", "read", "connect", "read");

        assertThat(Shop.text(shop.call(
                        "GET",
                        "/v1/customers",
                        Map.of(),
                        Map.of("Authorization", "Bearer " + without, "Stripe-Account", connected))))
                .contains("does not have any Connect permissions");
        assertThat(shop.call(
                                "GET",
                                "/v1/customers",
                                Map.of(),
                                Map.of("Authorization", "Bearer " + with, "Stripe-Account", connected))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_permission_that_there_is_not_is_refused_and_those_there_are_are_told() {
        Answer refused = shop.page("POST", "/_local/keys", Map.of("account", account, "permissions[hats]", "read"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(Shop.text(refused)).contains("checkout_session", "connect");
        assertThat(shop.page("POST", "/_local/keys", Map.of("account", account, "permissions[customer]", "some"))
                        .status())
                .isEqualTo(400);
        assertThat(shop.page("POST", "/_local/keys", Map.of("account", "acct_none"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void keys_are_listed_and_survive_a_crash() {
        String key = restricted("customer", "read");
        assertThat(Shop.text(shop.page("GET", "/_local/keys", Map.of()))).contains(key, Shop.KEY);

        Shop after = Shop.reopen(shop.journal(), shop.now());

        assertThat(after.call("GET", "/v1/customers", Map.of(), Map.of("Authorization", "Bearer " + key))
                        .status())
                .isEqualTo(200);
        assertThat(after.call("GET", "/v1/events", Map.of(), Map.of("Authorization", "Bearer " + key))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_publishable_key_reads_an_intent_only_with_its_secret_and_sees_little_of_it() {
        String key = shop.stripe().firstAccountKeys().publishableKey();
        shop.pay(shop.session().path("id").asText(), "4000000000000002");
        ObjectNode intent = (ObjectNode) shop.get("/v1/payment_intents").at("/data/0");
        String path = "/v1/payment_intents/" + intent.path("id").asText();
        String secret = intent.path("client_secret").asText();

        Answer seen = call(key, "GET", path + "?client_secret=" + secret);
        assertThat(seen.status()).as(Shop.text(seen)).isEqualTo(200);
        assertThat(Json.read(seen.body()).path("amount").asLong()).isEqualTo(600000);
        assertThat(Json.read(seen.body()).has("metadata")).isFalse();
        assertThat(call(key, "GET", path).status()).isEqualTo(400);
        assertThat(Shop.error(call(key, "GET", path + "?client_secret=pi_x_secret_y"))
                        .path("code")
                        .asText())
                .isEqualTo("payment_intent_invalid_parameter");
    }

    @Test
    void for_everything_else_a_publishable_key_needs_a_secret_one() {
        String key = shop.stripe().firstAccountKeys().publishableKey();

        for (String path : new String[] {"/v1/account", "/v1/customers", "/v1/payment_intents", "/v1/events"}) {
            Answer refused = call(key, "GET", path);
            assertThat(refused.status()).as(path).isEqualTo(401);
            assertThat(Shop.error(refused).path("code").asText()).isEqualTo("secret_key_required");
        }
    }
}
