package dev.quittance.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Setup intents, attempts and mandates: facts.md, "SetupIntent" in section 1 and "setup" among the event sets. */
final class SetupIntentsTest {
    private static final String PATH = "/v1/setup_intents";

    private final Shop shop = Shop.open();
    private final Payer payer = new Payer(shop);
    private final String customer = payer.customer();

    private Map<String, String> saving(String method) {
        return Payer.form("customer", customer, "confirm", "true", "payment_method", method, "return_url", Payer.BACK);
    }

    private static String id(ObjectNode object) {
        return object.path("id").asText();
    }

    @Test
    void a_card_is_set_up_and_attached() {
        ObjectNode intent =
                shop.post(PATH + "?expand[0]=latest_attempt&expand[1]=payment_method", saving("pm_card_visa"));

        assertThat(intent.path("status").asText()).isEqualTo("succeeded");
        assertThat(intent.path("usage").asText()).isEqualTo("off_session");
        assertThat(intent.at("/latest_attempt/status").asText()).isEqualTo("succeeded");
        assertThat(intent.at("/payment_method/customer").asText()).isEqualTo(customer);
        assertThat(shop.eventTypes())
                .containsExactly(
                        "customer.created",
                        "setup_intent.created",
                        "payment_method.attached",
                        "setup_intent.succeeded");
    }

    @Test
    void an_intent_goes_step_by_step() {
        ObjectNode intent = shop.post(PATH, Payer.form("customer", customer));
        assertThat(intent.path("status").asText()).isEqualTo("requires_payment_method");
        assertThat(payer.error(400, PATH + "/" + id(intent) + "/confirm", Map.of())
                        .path("code")
                        .asText())
                .isEqualTo("setup_intent_unexpected_state");
        assertThat(shop.post(PATH + "/" + id(intent), Payer.form("payment_method", "pm_card_visa"))
                        .path("status")
                        .asText())
                .isEqualTo("requires_confirmation");

        assertThat(shop.post(PATH + "/" + id(intent) + "/confirm", Map.of())
                        .path("status")
                        .asText())
                .isEqualTo("succeeded");
        for (String verb : List.of("/confirm", "/cancel", "")) {
            assertThat(payer.error(400, PATH + "/" + id(intent) + verb, Map.of())
                            .at("/setup_intent/status")
                            .asText())
                    .isEqualTo("succeeded");
        }
    }

    @Test
    void a_declined_card_is_not_set_up() {
        ObjectNode error = payer.error(402, PATH, saving("pm_card_visa_chargeDeclined"));

        assertThat(error.path("code").asText()).isEqualTo("card_declined");
        assertThat(error.at("/setup_intent/status").asText()).isEqualTo("requires_payment_method");
        ObjectNode attempts = shop.get("/v1/setup_attempts?setup_intent="
                + error.at("/setup_intent/id").asText());
        assertThat(attempts.at("/data/0/status").asText()).isEqualTo("failed");
        assertThat(attempts.at("/data/0/setup_error/code").asText()).isEqualTo("card_declined");
        assertThat(shop.eventTypes()).endsWith("setup_intent.created", "setup_intent.setup_failed");
    }

    @Test
    void the_payers_bank_is_asked_once_and_then_pays_without_the_payer() {
        ObjectNode intent = shop.post(PATH, saving("pm_card_authenticationRequiredOnSetup"));
        assertThat(intent.path("status").asText()).isEqualTo("requires_action");

        shop.page("POST", "/c/authenticate/" + id(intent), Map.of("outcome", "complete"));

        ObjectNode after = shop.get(PATH + "/" + id(intent));
        assertThat(after.path("status").asText()).isEqualTo("succeeded");
        String method = after.path("payment_method").asText();
        ObjectNode paid =
                shop.post("/v1/payment_intents", Payer.paying(method, "customer", customer, "off_session", "true"));
        assertThat(paid.path("status").asText()).isEqualTo("succeeded");
    }

    @Test
    void a_refusal_at_the_bank_sets_nothing_up() {
        ObjectNode intent = shop.post(PATH, saving("pm_card_authenticationRequired"));

        shop.page("POST", "/c/authenticate/" + id(intent), Map.of("outcome", "fail"));

        ObjectNode after = shop.get(PATH + "/" + id(intent));
        assertThat(after.path("status").asText()).isEqualTo("requires_payment_method");
        assertThat(after.at("/last_setup_error/code").asText()).isEqualTo("setup_intent_authentication_failure");
        assertThat(shop.get("/v1/customers/" + customer + "/payment_methods").path("data"))
                .isEmpty();
    }

    @Test
    void a_bank_account_is_set_up_under_a_mandate_for_many_debits() {
        ObjectNode intent = shop.post(PATH + "?expand[0]=mandate", Payer.agreed(saving("pm_usBankAccount_success")));

        assertThat(intent.path("status").asText()).isEqualTo("succeeded");
        assertThat(intent.at("/mandate/type").asText()).isEqualTo("multi_use");
        String method = intent.path("payment_method").asText();
        assertThat(shop.post("/v1/payment_intents", Payer.paying(method, "customer", customer, "off_session", "true"))
                        .path("status")
                        .asText())
                .isEqualTo("processing");
    }

    @Test
    void small_deposits_verify_an_account() {
        ObjectNode waiting = shop.post(PATH, Payer.agreed(saving(payer.unverifiedBank())));
        assertThat(waiting.path("status").asText()).isEqualTo("requires_action");
        String path = PATH + "/" + id(waiting) + "/verify_microdeposits";
        assertThat(payer.error(400, path, Payer.form("descriptor_code", "SM0000"))
                        .path("code")
                        .asText())
                .isEqualTo("payment_method_microdeposit_verification_descriptor_code_mismatch");

        assertThat(shop.post(path, Payer.form("amounts[0]", "32", "amounts[1]", "45"))
                        .path("status")
                        .asText())
                .isEqualTo("succeeded");
        assertThat(shop.eventTypes()).endsWith("payment_method.attached", "setup_intent.succeeded");
    }

    @Test
    void a_canceled_intent_says_why() {
        String path = PATH + "/" + id(shop.post(PATH, Map.of())) + "/cancel";

        assertThat(shop.post(path, Payer.form("cancellation_reason", "abandoned"))
                        .path("cancellation_reason")
                        .asText())
                .isEqualTo("abandoned");
        assertThat(shop.eventTypes()).endsWith("setup_intent.canceled");
    }

    private Map<String, String> setupSession() {
        return Payer.form(
                "mode", "setup", "currency", "usd", "customer", customer, "success_url", "http://crm.example/saved");
    }

    @Test
    void a_session_sets_up_a_card_and_charges_nobody() {
        ObjectNode session = shop.post("/v1/checkout/sessions", setupSession());
        assertThat(session.path("amount_total").isNull()).isTrue();
        assertThat(session.path("payment_status").asText()).isEqualTo("no_payment_required");
        assertThat(session.path("setup_intent").asText()).startsWith("seti_");
        String id = id(session);
        assertThat(Shop.text(shop.page("GET", "/c/pay/" + id, Map.of())))
                .contains("Save a payment method", ">Save</button>")
                .doesNotContain("$");

        assertThat(shop.pay(id, "4000000000000002").status()).isEqualTo(402);
        assertThat(shop.pay(id, "4242424242424242").status()).isEqualTo(303);

        ObjectNode done = shop.get("/v1/checkout/sessions/" + id + "?expand[0]=setup_intent.payment_method");
        assertThat(done.path("status").asText()).isEqualTo("complete");
        assertThat(done.at("/setup_intent/payment_method/customer").asText()).isEqualTo(customer);
        assertThat(shop.stripe().books().charges()).isEmpty();
        assertThat(shop.eventTypes())
                .containsExactlyInAnyOrder(
                        "customer.created",
                        "setup_intent.created",
                        "setup_intent.setup_failed",
                        "payment_method.attached",
                        "setup_intent.succeeded",
                        "checkout.session.completed");
    }

    @Test
    void a_setup_session_asks_the_payers_bank_and_can_expire() {
        String asked = id(shop.post("/v1/checkout/sessions", setupSession()));
        assertThat(shop.pay(asked, "4000002500003155").headers()).containsEntry("Location", "/c/pay/" + asked + "/3ds");
        assertThat(Shop.text(shop.page("GET", "/c/pay/" + asked + "/3ds", Map.of())))
                .contains("save your card");

        ObjectNode expired = shop.post("/v1/checkout/sessions/" + asked + "/expire?expand[0]=setup_intent", Map.of());

        assertThat(expired.at("/setup_intent/status").asText()).isEqualTo("canceled");
    }
}
