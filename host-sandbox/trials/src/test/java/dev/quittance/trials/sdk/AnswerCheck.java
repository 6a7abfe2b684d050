package dev.quittance.trials.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.stripe.model.StripeObject;
import dev.quittance.emulator.schema.SchemaCheck;
import dev.quittance.emulator.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Looks at each answer strictly: by the description of the API and by the official client's model. */
final class AnswerCheck {
    /** By the word in {@code object}: the name in the description, and the class that reads it. */
    private record Form(String schema, Class<? extends StripeObject> model) {}

    private static final Map<String, Form> FORMS = Map.ofEntries(
            Map.entry("account", new Form("Account", com.stripe.model.Account.class)),
            Map.entry("account_link", new Form("AccountLink", com.stripe.model.AccountLink.class)),
            Map.entry("balance", new Form("Balance", com.stripe.model.Balance.class)),
            Map.entry("balance_transaction", new Form("BalanceTransaction", com.stripe.model.BalanceTransaction.class)),
            Map.entry("balance_settings", new Form("BalanceSettings", com.stripe.model.BalanceSettings.class)),
            Map.entry("bank_account", new Form("BankAccount", com.stripe.model.BankAccount.class)),
            Map.entry("capability", new Form("Capability", com.stripe.model.Capability.class)),
            Map.entry("charge", new Form("Charge", com.stripe.model.Charge.class)),
            Map.entry("checkout.session", new Form("Checkout.Session", com.stripe.model.checkout.Session.class)),
            Map.entry("customer", new Form("Customer", com.stripe.model.Customer.class)),
            Map.entry("dispute", new Form("Dispute", com.stripe.model.Dispute.class)),
            Map.entry("event", new Form("Event", com.stripe.model.Event.class)),
            Map.entry("item", new Form("LineItem", com.stripe.model.LineItem.class)),
            Map.entry("mandate", new Form("Mandate", com.stripe.model.Mandate.class)),
            Map.entry("payment_intent", new Form("PaymentIntent", com.stripe.model.PaymentIntent.class)),
            Map.entry("payment_method", new Form("PaymentMethod", com.stripe.model.PaymentMethod.class)),
            Map.entry("payout", new Form("Payout", com.stripe.model.Payout.class)),
            Map.entry("refund", new Form("Refund", com.stripe.model.Refund.class)),
            Map.entry("setup_attempt", new Form("SetupAttempt", com.stripe.model.SetupAttempt.class)),
            Map.entry("setup_intent", new Form("SetupIntent", com.stripe.model.SetupIntent.class)),
            Map.entry("webhook_endpoint", new Form("WebhookEndpoint", com.stripe.model.WebhookEndpoint.class)));

    /** By the word in {@code object} of what was deleted: the name in the description. */
    private static final Map<String, String> DELETED = Map.of(
            "account", "DeletedAccount",
            "bank_account", "DeletedBankAccount",
            "customer", "DeletedCustomer",
            "webhook_endpoint", "DeletedWebhookEndpoint");

    /** What only events are about, and the description of the API does not know. */
    private static final List<String> UNDESCRIBED = List.of("application", "radar.early_fraud_warning");

    private static final SchemaCheck SCHEMAS = SchemaCheck.load();

    private AnswerCheck() {}

    /** What is wrong with any of them, each thing once; empty if nothing is. */
    static List<String> violations(List<CheckedHttp.Heard> heard) {
        List<String> violations = new ArrayList<>();
        for (CheckedHttp.Heard answer : heard) {
            ObjectNode body = Json.read(answer.body().getBytes(StandardCharsets.UTF_8));
            List<String> found = new ArrayList<>();
            if (answer.status() >= 400) {
                checkError(body, found);
            } else {
                check(body, found);
            }
            found.forEach(violation -> violations.add(answer.call() + ": " + violation));
        }
        return violations.stream().distinct().toList();
    }

    private static void checkError(ObjectNode body, List<String> found) {
        JsonNode error = body.path("error");
        if (error.isTextual()) {
            // The shape of OAuth, which is older than Stripe's own.
            if (body.path("error_description").asText().isEmpty()) {
                found.add("an error without its description");
            }
            return;
        }
        List<String> types = List.of("api_error", "card_error", "idempotency_error", "invalid_request_error");
        if (!types.contains(error.path("type").asText())) {
            found.add("an error of type " + error.path("type"));
        }
        if (error.path("message").asText().isEmpty()) {
            found.add("an error without a message");
        }
        for (String inside : List.of("payment_intent", "setup_intent", "payment_method")) {
            if (error.path(inside) instanceof ObjectNode object) {
                check(object, found);
            }
        }
    }

    private static void check(ObjectNode body, List<String> found) {
        String object = body.path("object").asText();
        if (object.equals("list")) {
            checkList(body, found);
            return;
        }
        if (body.path("deleted").asBoolean()) {
            found.addAll(SCHEMAS.violations(body, String.valueOf(DELETED.get(object))));
            return;
        }
        if (UNDESCRIBED.contains(object)) {
            return;
        }
        Form form = FORMS.get(object);
        if (form == null) {
            found.add("an object that nobody looks at: " + object);
            return;
        }
        found.addAll(SCHEMAS.violations(body, form.schema()));
        found.addAll(ModelCheck.losses(body.toString(), form.model()));
        if (object.equals("event")) {
            check((ObjectNode) body.at("/data/object"), found);
        }
    }

    private static void checkList(ObjectNode list, List<String> found) {
        if (!list.path("url").asText().startsWith("/v1/")
                || !list.path("has_more").isBoolean()) {
            found.add("a list without its address, or without saying whether there is more");
        }
        list.path("data").forEach(item -> check((ObjectNode) item, found));
    }
}
