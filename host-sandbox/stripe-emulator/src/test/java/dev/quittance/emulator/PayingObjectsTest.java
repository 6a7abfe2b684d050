package dev.quittance.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.schema.SchemaCheck;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * The objects of paying in each of their states: against the golden list of what must not be null, and against the schemas of
 * the API data. Facts.md, section 1 "Objects and state machines".
 */
final class PayingObjectsTest {
    private static final String INTENTS = "/v1/payment_intents";
    private static final String SETUPS = "/v1/setup_intents";
    private static final Map<String, String> SCHEMAS = Map.of(
            "checkout.session", "Checkout.Session",
            "payment_intent", "PaymentIntent",
            "setup_intent", "SetupIntent",
            "payment_method", "PaymentMethod",
            "mandate", "Mandate",
            "charge", "Charge",
            "customer", "Customer");

    private final Shop shop = Shop.open();
    private final Payer payer = new Payer(shop);
    private final String customer = payer.customer();
    /** By object and state, as the golden list names them. */
    private final Map<String, ObjectNode> objects = new LinkedHashMap<>();

    private void live() {
        objects.put("customer created", shop.get("/v1/customers/" + customer));
        liveSessions();
        liveIntents();
        liveSetups();
        objects.put("payment_method card", shop.get("/v1/payment_methods/pm_card_visa"));
        objects.put("payment_method us_bank_account", shop.get("/v1/payment_methods/pm_usBankAccount_success"));
        ObjectNode pending =
                shop.post(INTENTS + "?expand[0]=latest_charge", Payer.agreed(Payer.paying("pm_usBankAccount_success")));
        ObjectNode charge = (ObjectNode) pending.path("latest_charge");
        objects.put("charge pending", charge);
        objects.put("payment_intent processing", shop.get(INTENTS + "/" + id(pending)));
        objects.put(
                "mandate active",
                shop.get("/v1/mandates/"
                        + charge.at("/payment_method_details/us_bank_account/mandate")
                                .asText()));
    }

    private void liveSessions() {
        ObjectNode open = shop.session();
        objects.put("checkout.session open", open);
        shop.pay(id(open), "4242424242424242");
        objects.put("checkout.session complete", shop.get("/v1/checkout/sessions/" + id(open)));
        objects.put(
                "checkout.session expired",
                shop.post("/v1/checkout/sessions/" + id(shop.session()) + "/expire", Map.of()));
        objects.put(
                "checkout.session setup",
                shop.post(
                        "/v1/checkout/sessions",
                        Payer.form(
                                "mode", "setup", "currency", "usd", "customer", customer, "success_url", Payer.BACK)));
    }

    private void liveIntents() {
        ObjectNode made = shop.post(INTENTS, Payer.form("amount", "6000", "currency", "usd"));
        objects.put("payment_intent requires_payment_method", made);
        objects.put(
                "payment_intent requires_confirmation",
                shop.post(INTENTS + "/" + id(made), Payer.form("payment_method", "pm_card_visa")));
        objects.put(
                "payment_intent canceled",
                shop.post(INTENTS + "/" + id(made) + "/cancel", Payer.form("cancellation_reason", "duplicate")));
        objects.put(
                "payment_intent requires_action", shop.post(INTENTS, Payer.paying("pm_card_authenticationRequired")));
        objects.put(
                "payment_intent requires_capture",
                shop.post(INTENTS, Payer.paying("pm_card_visa", "capture_method", "manual")));
        ObjectNode paid = shop.post(INTENTS, Payer.paying("pm_card_visa"));
        objects.put("payment_intent succeeded", paid);
        objects.put(
                "charge succeeded",
                shop.get("/v1/charges/" + paid.path("latest_charge").asText()));
        ObjectNode error = payer.error(402, INTENTS, Payer.paying("pm_card_visa_chargeDeclined"));
        objects.put("payment_intent declined", (ObjectNode) error.path("payment_intent"));
        objects.put(
                "charge failed", shop.get("/v1/charges/" + error.path("charge").asText()));
    }

    private void liveSetups() {
        ObjectNode made = shop.post(SETUPS, Map.of());
        objects.put("setup_intent requires_payment_method", made);
        objects.put(
                "setup_intent canceled",
                shop.post(SETUPS + "/" + id(made) + "/cancel", Payer.form("cancellation_reason", "duplicate")));
        Map<String, String> form = Payer.form("confirm", "true", "customer", customer);
        form.put("payment_method", "pm_card_visa");
        objects.put("setup_intent succeeded", shop.post(SETUPS, form));
        form.put("payment_method", "pm_card_authenticationRequired");
        objects.put("setup_intent requires_action", shop.post(SETUPS, form));
        form.put("payment_method", "pm_card_visa_chargeDeclined");
        objects.put("setup_intent declined", (ObjectNode)
                payer.error(402, SETUPS, form).path("setup_intent"));
    }

    private ObjectNode object(String state) {
        return Objects.requireNonNull(objects.get(state), state);
    }

    private static String id(ObjectNode object) {
        return object.path("id").asText();
    }

    @Test
    void every_state_has_what_its_golden_list_names_and_the_list_notices_what_goes() {
        live();
        Golden golden = Golden.load("paying.txt");

        assertThat(objects.keySet())
                .containsExactlyInAnyOrderElementsOf(golden.lists().keySet());
        golden.lists().forEach((state, fields) -> {
            ObjectNode object = object(state);
            assertThat(golden.lacking(state, object)).as(state).isEmpty();
            for (String field : fields) {
                assertThat(golden.lacking(state, Golden.without(object, field)))
                        .as(state + " without " + field)
                        .contains(field);
            }
        });
    }

    @Test
    void every_state_and_every_event_fits_the_schemas() {
        SchemaCheck schemas = SchemaCheck.load();
        live();
        List<String> violations = new ArrayList<>();
        objects.values().forEach(object -> violations.addAll(schemas.violations(object, schema(object))));
        for (String path : List.of(
                "/v1/setup_attempts?setup_intent=" + id(object("setup_intent succeeded")),
                "/v1/setup_attempts?setup_intent=" + id(object("setup_intent declined")))) {
            for (JsonNode attempt : shop.get(path).path("data")) {
                violations.addAll(schemas.violations(attempt, "SetupAttempt"));
            }
        }
        for (JsonNode event : shop.get("/v1/events?limit=100").path("data")) {
            violations.addAll(schemas.violations(event, "Event"));
            JsonNode object = event.at("/data/object");
            violations.addAll(schemas.violations(object, schema(object)));
        }
        assertThat(violations.stream().distinct()).isEmpty();
    }

    private static String schema(JsonNode object) {
        return String.valueOf(SCHEMAS.get(object.path("object").asText()));
    }
}
