package dev.quittance.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.port.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Payment intents over the API: facts.md, "PaymentIntent" in section 1, and the event sets of section 4. */
final class PaymentIntentsTest {
    private static final String PATH = "/v1/payment_intents";

    private final Shop shop = Shop.open();
    private final Payer payer = new Payer(shop);

    private ObjectNode made() {
        return shop.post(PATH, Payer.form("amount", "6000", "currency", "usd"));
    }

    private static String id(ObjectNode object) {
        return object.path("id").asText();
    }

    @Test
    void a_new_intent_wants_a_payment_method_and_captures_asynchronously() {
        ObjectNode intent = made();

        assertThat(intent.path("status").asText()).isEqualTo("requires_payment_method");
        assertThat(intent.path("capture_method").asText()).isEqualTo("automatic_async");
        assertThat(intent.path("latest_charge").isNull()).isTrue();
        assertThat(intent.path("client_secret").asText()).startsWith(id(intent) + "_secret_");
        assertThat(shop.eventTypes()).containsExactly("payment_intent.created");
    }

    @Test
    void a_new_intent_with_a_payment_method_wants_confirmation_and_then_succeeds() {
        ObjectNode intent =
                shop.post(PATH, Payer.form("amount", "6000", "currency", "usd", "payment_method", "pm_card_visa"));
        assertThat(intent.path("status").asText()).isEqualTo("requires_confirmation");

        ObjectNode confirmed = shop.post(PATH + "/" + id(intent) + "/confirm", Payer.form("return_url", Payer.BACK));

        assertThat(confirmed.path("status").asText()).isEqualTo("succeeded");
        assertThat(confirmed.path("amount_received").asLong()).isEqualTo(6000);
        assertThat(shop.eventTypes())
                .containsExactly("payment_intent.created", "charge.succeeded", "payment_intent.succeeded");
        shop.pass(Duration.ofSeconds(2));
        assertThat(shop.eventTypes()).endsWith("charge.updated");
    }

    @Test
    void a_declined_intent_can_be_paid_with_another_card_and_forgets_the_error() {
        ObjectNode error = payer.error(402, PATH, Payer.paying("pm_card_visa_chargeDeclined"));
        String id = error.at("/payment_intent/id").asText();
        assertThat(error.at("/payment_intent/status").asText()).isEqualTo("requires_payment_method");
        assertThat(shop.get(PATH + "/" + id)
                        .at("/last_payment_error/decline_code")
                        .asText())
                .isEqualTo("generic_decline");

        ObjectNode updated = shop.post(PATH + "/" + id, Payer.form("payment_method", "pm_card_mastercard"));
        assertThat(updated.path("last_payment_error").isNull()).isTrue();
        assertThat(updated.path("status").asText()).isEqualTo("requires_confirmation");

        shop.post(PATH + "/" + id + "/confirm", Payer.form("return_url", Payer.BACK));
        assertThat(shop.eventTypes())
                .containsExactly(
                        "payment_intent.created",
                        "charge.failed",
                        "payment_intent.payment_failed",
                        "charge.succeeded",
                        "payment_intent.succeeded");
    }

    @Test
    void the_answer_to_a_decline_is_remembered_with_its_key_and_charges_once() {
        Map<String, String> form = Payer.paying("pm_card_visa_chargeDeclined");
        Answer first = shop.call("POST", PATH, form, Map.of("idempotency-key", "k1"));
        Answer second = shop.call("POST", PATH, form, Map.of("idempotency-key", "k1"));

        assertThat(second.status()).isEqualTo(402);
        assertThat(Shop.text(second)).isEqualTo(Shop.text(first));
        assertThat(shop.get("/v1/charges").path("data")).hasSize(1);
    }

    @Test
    void three_d_secure_redirects_to_a_page_and_back() {
        ObjectNode intent = shop.post(PATH, Payer.paying("pm_card_authenticationRequired"));
        assertThat(intent.path("status").asText()).isEqualTo("requires_action");
        String page = intent.at("/next_action/redirect_to_url/url").asText();
        String path = page.substring(Shop.ORIGIN.toString().length());
        assertThat(Shop.text(shop.page("GET", path, Map.of()))).contains("$60.00", "value=\"complete\"");

        Answer back = shop.page("POST", path, Map.of("outcome", "complete"));

        assertThat(back.headers().get("Location"))
                .startsWith(Payer.BACK + "?payment_intent=" + id(intent))
                .endsWith("redirect_status=succeeded");
        assertThat(shop.get(PATH + "/" + id(intent)).path("status").asText()).isEqualTo("succeeded");
        assertThat(shop.eventTypes())
                .containsExactly(
                        "payment_intent.created",
                        "payment_intent.requires_action",
                        "charge.succeeded",
                        "payment_intent.succeeded");
    }

    @Test
    void failed_three_d_secure_leaves_no_charge() {
        ObjectNode intent = shop.post(PATH, Payer.paying("pm_card_threeDSecure2Required"));
        String path = "/c/authenticate/" + id(intent);

        Answer back = shop.page("POST", path, Map.of("outcome", "fail"));

        assertThat(back.headers().get("Location")).endsWith("redirect_status=failed");
        ObjectNode after = shop.get(PATH + "/" + id(intent));
        assertThat(after.path("status").asText()).isEqualTo("requires_payment_method");
        assertThat(after.at("/last_payment_error/code").asText()).isEqualTo("payment_intent_authentication_failure");
        assertThat(after.path("latest_charge").isNull()).isTrue();
        assertThat(shop.page("POST", path, Map.of("outcome", "complete")).status())
                .isEqualTo(200);
        assertThat(shop.get("/v1/charges").path("data")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pm_card_authenticationRequired", "pm_card_authenticationRequiredOnSetup"})
    void off_session_a_card_that_wants_its_payer_is_declined(String card) {
        ObjectNode error = payer.error(402, PATH, Payer.paying(card, "off_session", "true"));

        assertThat(error.path("code").asText()).isEqualTo("authentication_required");
        assertThat(error.path("type").asText()).isEqualTo("card_error");
        assertThat(error.at("/payment_intent/status").asText()).isEqualTo("requires_payment_method");
        assertThat(shop.eventTypes())
                .containsExactly("payment_intent.created", "charge.failed", "payment_intent.payment_failed");
    }

    @Test
    void a_card_that_was_set_up_pays_without_its_payer() {
        String customer = payer.customer();
        ObjectNode first = shop.post(
                PATH,
                Payer.paying(
                        "pm_card_authenticationRequiredOnSetup",
                        "customer",
                        customer,
                        "setup_future_usage",
                        "off_session"));
        shop.page("POST", "/c/authenticate/" + id(first), Map.of("outcome", "complete"));
        String method = shop.get("/v1/customers/" + customer + "/payment_methods")
                .at("/data/0/id")
                .asText();

        ObjectNode second = shop.post(PATH, Payer.paying(method, "customer", customer, "off_session", "true"));

        assertThat(second.path("status").asText()).isEqualTo("succeeded");
        assertThat(shop.eventTypes()).contains("payment_method.attached");
    }

    @Test
    void a_card_that_is_already_set_up_asks_on_session_only() {
        String card = "pm_card_authenticationRequiredSetupForOffSession";
        assertThat(shop.post(PATH, Payer.paying(card)).path("status").asText()).isEqualTo("requires_action");
        assertThat(shop.post(PATH, Payer.paying(card, "off_session", "true"))
                        .path("status")
                        .asText())
                .isEqualTo("succeeded");
    }

    @Test
    void an_action_can_be_refused_beforehand() {
        ObjectNode error = payer.error(
                402, PATH, Payer.paying("pm_card_authenticationRequired", "error_on_requires_action", "true"));

        assertThat(error.path("code").asText()).isEqualTo("authentication_required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"off_session", "error_on_requires_action"})
    void what_concerns_a_confirmation_needs_one(String param) {
        Map<String, String> form = Payer.form("amount", "6000", "currency", "usd", param, "true");

        assertThat(payer.error(400, PATH, form).path("param").asText()).isEqualTo(param);
    }

    @Test
    void a_manual_capture_takes_a_part_and_lets_go_of_the_rest() {
        ObjectNode intent = shop.post(PATH, Payer.paying("pm_card_visa", "capture_method", "manual"));
        assertThat(intent.path("status").asText()).isEqualTo("requires_capture");
        assertThat(intent.path("amount_capturable").asLong()).isEqualTo(6000);
        assertThat(shop.eventTypes()).endsWith("charge.succeeded", "payment_intent.amount_capturable_updated");
        String path = PATH + "/" + id(intent) + "/capture";
        assertThat(payer.error(400, path, Payer.form("amount_to_capture", "6001"))
                        .path("code")
                        .asText())
                .isEqualTo("amount_too_large");

        ObjectNode captured = shop.post(path, Payer.form("amount_to_capture", "2500"));

        assertThat(captured.path("status").asText()).isEqualTo("succeeded");
        assertThat(captured.path("amount_received").asLong()).isEqualTo(2500);
        assertThat(shop.eventTypes()).endsWith("charge.captured", "payment_intent.succeeded");
        assertThat(payer.error(400, path, Map.of()).path("code").asText()).isEqualTo("payment_intent_unexpected_state");
    }

    @Test
    void an_authorization_ends_after_seven_days() {
        ObjectNode intent = shop.post(PATH, Payer.paying("pm_card_visa", "capture_method", "manual"));

        shop.pass(Duration.ofDays(7).minusSeconds(1));
        assertThat(shop.get(PATH + "/" + id(intent)).path("status").asText()).isEqualTo("requires_capture");
        shop.pass(Duration.ofSeconds(1));

        ObjectNode after = shop.get(PATH + "/" + id(intent));
        assertThat(after.path("status").asText()).isEqualTo("canceled");
        assertThat(after.path("cancellation_reason").asText()).isEqualTo("automatic");
    }

    @Test
    void an_intent_is_canceled_once_and_says_why() {
        String path = PATH + "/" + id(made());

        ObjectNode canceled = shop.post(path + "/cancel", Payer.form("cancellation_reason", "duplicate"));

        assertThat(canceled.path("status").asText()).isEqualTo("canceled");
        assertThat(canceled.path("cancellation_reason").asText()).isEqualTo("duplicate");
        for (String verb : List.of("/cancel", "/confirm", "/capture", "")) {
            ObjectNode error = payer.error(400, path + verb, Map.of());
            assertThat(error.path("code").asText()).as(verb).isEqualTo("payment_intent_unexpected_state");
            assertThat(error.at("/payment_intent/status").asText()).isEqualTo("canceled");
        }
    }

    @Test
    void a_paid_intent_can_not_be_canceled() {
        String id = id(shop.post(PATH, Payer.paying("pm_card_visa")));

        assertThat(payer.error(400, PATH + "/" + id + "/cancel", Map.of())
                        .path("code")
                        .asText())
                .isEqualTo("payment_intent_unexpected_state");
    }

    @ParameterizedTest
    @ValueSource(strings = {"confirm", "cancel"})
    void an_intent_of_a_session_is_the_sessions(String verb) {
        String session = shop.session().path("id").asText();
        shop.pay(session, "4000000000000002");
        String intent = shop.get("/v1/checkout/sessions/" + session)
                .path("payment_intent")
                .asText();

        ObjectNode error = payer.error(400, PATH + "/" + intent + "/" + verb, Map.of());

        assertThat(error.path("code").asText()).isEqualTo("payment_intent_unexpected_state");
        assertThat(error.path("message").asText()).contains("Checkout Session");
    }

    @Test
    void an_intent_without_payment_method_can_not_be_confirmed() {
        ObjectNode error = payer.error(400, PATH + "/" + id(made()) + "/confirm", Payer.form("return_url", Payer.BACK));

        assertThat(error.path("code").asText()).isEqualTo("payment_intent_unexpected_state");
    }

    @ParameterizedTest
    @CsvSource({
        "amount, 49, amount_too_small, amount",
        "amount, 100000000, amount_too_large, amount",
        "amount, 0, parameter_invalid_integer, amount",
        "payment_method, pm_nobody, resource_missing, payment_method",
        "customer, cus_nobody, resource_missing, customer",
        "capture_method, later, '', capture_method",
        "colour, red, parameter_unknown, colour",
        "on_behalf_of, acct_1, not_emulated, on_behalf_of",
        "payment_method_types[0], ideal, not_emulated, payment_method_types",
    })
    void a_wrong_parameter_is_named_and_nothing_is_made(String name, String value, String code, String param) {
        Map<String, String> form = Payer.form("amount", "6000", "currency", "usd", name, value);

        ObjectNode error = payer.error(code.equals("resource_missing") ? 404 : 400, PATH, form);

        assertThat(error.path("code").asText("")).isEqualTo(code);
        assertThat(error.path("param").asText()).isEqualTo(param);
        assertThat(shop.get(PATH).path("data")).isEmpty();
    }

    @Test
    void a_client_secret_opens_its_own_intent_only() {
        ObjectNode intent = made();
        String path = PATH + "/" + id(intent) + "?client_secret=";

        assertThat(shop.get(path + intent.path("client_secret").asText()).path("id"))
                .isEqualTo(intent.path("id"));
        assertThat(shop.call("GET", path + "another", Map.of(), Map.of()).status())
                .isEqualTo(400);
    }
}
