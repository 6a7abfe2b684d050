package dev.quittance.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.account.AccountSpec;
import dev.quittance.emulator.api.AccountKeys;
import dev.quittance.emulator.port.Answer;
import dev.quittance.emulator.wire.Json;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Facts, section 6 (Keys) and section 1 (ids): test and live mode of one account know nothing of each other. */
final class ModesTest {
    private final Shop shop = Shop.open();
    private final AccountKeys keys =
            shop.stripe().addAccount(new AccountSpec("Küstenbau GmbH", "DE", "eur", Optional.empty()).withLiveMode());
    private final AccountKeys.Live live = keys.live().orElseThrow();

    private Answer call(String key, String method, String path, Map<String, String> form) {
        return shop.call(method, path, form, Map.of("Authorization", "Bearer " + key));
    }

    private ObjectNode ok(String key, String method, String path, Map<String, String> form) {
        Answer answer = call(key, method, path, form);
        assertThat(answer.status()).as(Shop.text(answer)).isEqualTo(200);
        return Json.read(answer.body());
    }

    private static void everyModeIn(JsonNode node, boolean livemode) {
        if (node.has("livemode")) {
            assertThat(node.path("livemode").asBoolean()).as(node.toString()).isEqualTo(livemode);
        }
        node.forEach(child -> everyModeIn(child, livemode));
    }

    @Test
    void an_account_has_live_keys_only_if_it_was_made_with_them() {
        assertThat(shop.stripe().firstAccountKeys().live()).isEmpty();
        assertThat(live.secretKey()).startsWith("sk_live_");
        assertThat(live.restrictedKey()).startsWith("rk_live_");
        assertThat(live.publishableKey()).startsWith("pk_live_");
        assertThat(ok(live.secretKey(), "GET", "/v1/account", Map.of())
                        .path("id")
                        .asText())
                .isEqualTo(keys.account());
        assertThat(ok(live.restrictedKey(), "GET", "/v1/balance", Map.of())
                        .path("livemode")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void objects_and_events_say_their_mode_and_sessions_by_their_id_too() {
        ObjectNode session = ok(live.secretKey(), "POST", "/v1/checkout/sessions", Shop.sessionForm());
        assertThat(session.path("id").asText()).startsWith("cs_live_");
        assertThat(shop.pay(session.path("id").asText(), "4242424242424242").status())
                .isEqualTo(303);
        shop.pass(java.time.Duration.ofDays(5));

        for (String list : new String[] {
            "checkout/sessions?expand[]=data.line_items", "payment_intents?expand[]=data.latest_charge",
            "balance_transactions?expand[]=data.source", "events?limit=100"
        }) {
            ObjectNode page = ok(live.secretKey(), "GET", "/v1/" + list, Map.of());
            assertThat(page.path("data")).as(list).isNotEmpty();
            everyModeIn(page, true);
        }
        everyModeIn(ok(live.secretKey(), "GET", "/v1/balance", Map.of()), true);
        assertThat(ok(live.secretKey(), "GET", "/v1/balance", Map.of())
                        .at("/available/0/amount")
                        .asLong())
                .isZero();
        assertThat(ok(keys.secretKey(), "GET", "/v1/events", Map.of()).path("data"))
                .isEmpty();
        everyModeIn(shop.session(), false);
    }

    @Test
    void each_mode_is_unseen_in_the_other_and_the_refusal_says_so() {
        String made = ok(keys.secretKey(), "POST", "/v1/customers", Map.of())
                .path("id")
                .asText();
        String liveMade = ok(live.secretKey(), "POST", "/v1/customers", Map.of())
                .path("id")
                .asText();

        Answer withLiveKey = call(live.secretKey(), "GET", "/v1/customers/" + made, Map.of());
        assertThat(withLiveKey.status()).isEqualTo(404);
        assertThat(Shop.error(withLiveKey).path("code").asText()).isEqualTo("resource_missing");
        assertThat(Shop.error(withLiveKey).path("message").asText())
                .isEqualTo(
                        "No such customer: '" + made
                                + "'; a similar object exists in test mode, but a live mode key was used to make this request.");
        assertThat(Shop.text(call(keys.secretKey(), "GET", "/v1/customers/" + liveMade, Map.of())))
                .contains("a similar object exists in live mode, but a test mode key was used");
        assertThat(Shop.text(call(keys.secretKey(), "GET", "/v1/customers?starting_after=" + liveMade, Map.of())))
                .contains("exists in live mode");
        assertThat(Shop.text(call(Shop.KEY, "GET", "/v1/customers/" + liveMade, Map.of())))
                .as("an account learns nothing of another's")
                .doesNotContain("similar");
        assertThat(ok(keys.secretKey(), "GET", "/v1/customers", Map.of()).path("data"))
                .hasSize(1);
    }

    @Test
    void metadata_called_livemode_stays_what_it_was() {
        ObjectNode customer = ok(live.secretKey(), "POST", "/v1/customers", Map.of("metadata[livemode]", "no"));

        assertThat(customer.at("/metadata/livemode").asText()).isEqualTo("no");
    }

    @Test
    void idempotency_keys_and_what_falls_due_keep_to_their_mode() {
        Map<String, String> key = Map.of("Idempotency-Key", "k1", "Authorization", "Bearer " + live.secretKey());
        call(keys.secretKey(), "POST", "/v1/customers", Map.of());
        assertThat(shop.call("POST", "/v1/checkout/sessions", Shop.sessionForm(), key)
                        .headers())
                .doesNotContainKey("Idempotent-Replayed");
        Answer inTest = shop.call(
                "POST",
                "/v1/checkout/sessions",
                Shop.sessionForm(),
                Map.of("Idempotency-Key", "k1", "Authorization", "Bearer " + keys.secretKey()));
        assertThat(inTest.headers()).doesNotContainKey("Idempotent-Replayed");
        assertThat(shop.call("POST", "/v1/checkout/sessions", Shop.sessionForm(), key)
                        .headers())
                .containsKey("Idempotent-Replayed");

        shop.pass(java.time.Duration.ofHours(25));

        assertThat(Shop.text(call(live.secretKey(), "GET", "/v1/checkout/sessions?status=expired", Map.of())))
                .contains("cs_live_");
        assertThat(Shop.text(call(live.secretKey(), "GET", "/v1/events", Map.of())))
                .contains("checkout.session.expired");
    }

    @Test
    void live_keys_survive_a_crash() {
        Shop after = Shop.reopen(shop.journal(), shop.now());

        assertThat(after.stripe().accounts()).contains(keys);
        assertThat(after.call("GET", "/v1/account", Map.of(), Map.of("Authorization", "Bearer " + live.secretKey()))
                        .status())
                .isEqualTo(200);
    }
}
