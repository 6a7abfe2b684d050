package dev.quittance.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.schema.SchemaCheck;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Our objects against the description of Stripe's API. */
final class ApiSchemaTest {
    private final Shop shop = Shop.open();
    private final List<String> violations = new ArrayList<>();

    private void check(SchemaCheck schemas, JsonNode object, String schema) {
        violations.addAll(schemas.violations(object, schema));
    }

    private void checkList(SchemaCheck schemas, String path, String schema) {
        JsonNode list = shop.get(path).path("data");
        assertThat(list).as(path).isNotEmpty();
        list.forEach(object -> check(schemas, object, schema));
    }

    @Test
    void every_object_has_the_fields_and_types_of_its_schema() {
        SchemaCheck schemas = SchemaCheck.load();
        check(
                schemas,
                shop.post("/v1/webhook_endpoints", Map.of("url", "http://crm.example/h", "enabled_events[0]", "*")),
                "WebhookEndpoint");
        liveThroughEveryState(schemas);

        checkList(schemas, "/v1/checkout/sessions?limit=100", "Checkout.Session");
        checkList(
                schemas,
                "/v1/checkout/sessions?expand[0]=data.payment_intent.latest_charge.balance_transaction"
                        + "&expand[1]=data.line_items&expand[2]=data.customer",
                "Checkout.Session");
        checkList(schemas, "/v1/payment_intents?expand[0]=data.payment_method", "PaymentIntent");
        checkList(schemas, "/v1/charges?expand[0]=data.refunds", "Charge");
        giveBackAndPayOut(schemas);
        checkList(schemas, "/v1/refunds?expand[0]=data.balance_transaction", "Refund");
        checkList(schemas, "/v1/disputes?expand[0]=data.charge", "Dispute");
        checkList(schemas, "/v1/payouts?expand[0]=data.destination", "Payout");
        check(schemas, shop.get("/v1/balance_settings"), "BalanceSettings");
        checkList(schemas, "/v1/balance_transactions?limit=100", "BalanceTransaction");
        checkList(schemas, "/v1/customers", "Customer");
        checkList(schemas, "/v1/webhook_endpoints", "WebhookEndpoint");
        checkEvents(schemas);
        check(schemas, shop.get("/v1/account"), "Account");
        check(schemas, shop.get("/v1/balance"), "Balance");
        assertThat(violations.stream().distinct()).isEmpty();
    }

    private void liveThroughEveryState(SchemaCheck schemas) {
        shop.session();
        Map<String, String> form = Shop.sessionForm();
        form.put("customer_creation", "always");
        form.put("locale", "de");
        form.put("submit_type", "book");
        String paid = shop.post("/v1/checkout/sessions", form).path("id").asText();
        shop.pay(paid, "4000000000000002");
        check(schemas, intent(paid), "PaymentIntent");
        shop.pay(paid, "4000002760003184");
        check(schemas, intent(paid), "PaymentIntent");
        shop.page("POST", "/c/pay/" + paid + "/3ds", Map.of("outcome", "fail"));
        check(schemas, intent(paid), "PaymentIntent");
        shop.pay(paid, "4000002760003184");
        shop.page("POST", "/c/pay/" + paid + "/3ds", Map.of("outcome", "complete"));
        check(schemas, intent(paid), "PaymentIntent");
        shop.pass(Duration.ofSeconds(2));
        String expired = shop.session().path("id").asText();
        shop.pay(expired, "4000000000009995");
        shop.post("/v1/checkout/sessions/" + expired + "/expire", Map.of());
        Map<String, String> known = Shop.sessionForm();
        known.put("customer_email", "office@example.com");
        shop.post("/v1/checkout/sessions", known);
        String gone = shop.post("/v1/customers", Map.of("address[city]", "Boise"))
                .path("id")
                .asText();
        shop.post("/v1/customers/" + gone, Map.of("name", "Gone"));
        check(schemas, shop.delete("/v1/customers/" + gone), "DeletedCustomer");
    }

    private void giveBackAndPayOut(SchemaCheck schemas) {
        for (String card : List.of("4242424242424242", "4000000000007726", "4000000000005126")) {
            String charge = shop.charge(card).path("id").asText();
            check(schemas, shop.post("/v1/refunds", Map.of("charge", charge, "amount", "5000")), "Refund");
        }
        shop.charge("4000000000000259");
        shop.charge("4000000000001976");
        shop.charge("4000000000005423");
        shop.get("/v1/disputes")
                .path("data")
                .forEach(dispute -> check(
                        schemas,
                        shop.post(
                                "/v1/disputes/" + dispute.path("id").asText(),
                                Map.of("evidence[uncategorized_text]", "winning_evidence")),
                        "Dispute"));
        String account = shop.get("/v1/account").path("id").asText();
        check(
                schemas,
                shop.post(
                        "/v1/accounts/" + account + "/external_accounts",
                        Map.of(
                                "external_account[country]", "US",
                                "external_account[currency]", "usd",
                                "external_account[account_number]", "000111111113")),
                "BankAccount");
        shop.pass(Duration.ofDays(20));
    }

    private ObjectNode intent(String session) {
        return (ObjectNode) shop.get("/v1/checkout/sessions/" + session
                        + "?expand[0]=payment_intent.latest_charge&expand[1]=payment_intent.payment_method")
                .path("payment_intent");
    }

    private void checkEvents(SchemaCheck schemas) {
        Map<String, String> schemaOf = Map.of(
                "checkout.session", "Checkout.Session",
                "payment_intent", "PaymentIntent",
                "charge", "Charge",
                "customer", "Customer",
                "refund", "Refund",
                "dispute", "Dispute",
                "payout", "Payout",
                "balance", "Balance",
                "bank_account", "BankAccount");
        JsonNode events = shop.get("/v1/events?limit=100").path("data");
        assertThat(events).hasSizeGreaterThan(15);
        events.forEach(event -> {
            check(schemas, event, "Event");
            JsonNode object = event.at("/data/object");
            // The API data has no early fraud warnings.
            if (!object.path("object").asText().equals("radar.early_fraud_warning")) {
                check(
                        schemas,
                        object,
                        String.valueOf(schemaOf.get(object.path("object").asText())));
            }
        });
    }

    @Test
    void a_missing_an_unknown_and_a_wrong_field_are_each_found() {
        ObjectNode session = shop.session();
        session.remove("payment_status");
        session.put("colour", "red");
        session.put("amount_total", "12");
        session.put("status", "half-open");
        session.putNull("created");

        assertThat(SchemaCheck.load().violations(session, "Checkout.Session"))
                .containsExactlyInAnyOrder(
                        "Checkout.Session lacks payment_status",
                        "Checkout.Session has unknown colour",
                        "Checkout.Session.amount_total is STRING, not integer",
                        "Checkout.Session.status is half-open, not one of [\"complete\",\"expired\",\"open\"]",
                        "Checkout.Session.created is null");
    }
}
