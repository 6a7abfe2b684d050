package dev.quittance.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.schema.SchemaCheck;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The objects of what happens to money after it was paid, and of the account, in each of their states: against the golden list
 * of what must not be null, and against the schemas of the API data.
 */
final class MoneyObjectsTest {
    private static final Map<String, String> SCHEMAS = Map.ofEntries(
            Map.entry("account", "Account"),
            Map.entry("account_link", "AccountLink"),
            Map.entry("balance", "Balance"),
            Map.entry("balance_settings", "BalanceSettings"),
            Map.entry("balance_transaction", "BalanceTransaction"),
            Map.entry("bank_account", "BankAccount"),
            Map.entry("capability", "Capability"),
            Map.entry("dispute", "Dispute"),
            Map.entry("event", "Event"),
            Map.entry("payout", "Payout"),
            Map.entry("refund", "Refund"),
            Map.entry("setup_attempt", "SetupAttempt"),
            Map.entry("item", "LineItem"),
            Map.entry("webhook_endpoint", "WebhookEndpoint"));

    private final Shop shop = Shop.open();
    private final Payer payer = new Payer(shop);
    /** By object and state, as the golden list names them. */
    private final Map<String, ObjectNode> objects = new LinkedHashMap<>();

    private void live() {
        objects.put(
                "webhook_endpoint made",
                shop.post("/v1/webhook_endpoints", Map.of("url", "http://crm.example/h", "enabled_events[0]", "*")));
        liveRefunds();
        liveDisputes();
        livePayouts();
        liveAccounts();
        objects.put("balance now", shop.get("/v1/balance"));
        objects.put("balance_settings now", shop.get("/v1/balance_settings"));
        objects.put("webhook_endpoint enabled", first("/v1/webhook_endpoints"));
        objects.put("event by-time", first("/v1/events?type=payout.paid"));
        String session = shop.session().path("id").asText();
        objects.put("item of-session", first("/v1/checkout/sessions/" + session + "/line_items"));
        String setup = shop.post(
                        "/v1/setup_intents",
                        Payer.form("confirm", "true", "customer", payer.customer(), "payment_method", "pm_card_visa"))
                .path("id")
                .asText();
        objects.put("event by-request", first("/v1/events?type=setup_intent.succeeded"));
        objects.put("setup_attempt succeeded", first("/v1/setup_attempts?setup_intent=" + setup));
    }

    private ObjectNode first(String list) {
        return (ObjectNode) shop.get(list).at("/data/0");
    }

    private ObjectNode refundOf(String card, String amount) {
        String charge = shop.charge(card).path("id").asText();
        return shop.post("/v1/refunds", Map.of("charge", charge, "amount", amount));
    }

    private void liveRefunds() {
        ObjectNode pending = refundOf("4000000000007726", "500");
        objects.put("refund pending", pending);
        objects.put("refund succeeded", refundOf("4242424242424242", "600"));
        ObjectNode failing = refundOf("4000000000005126", "700");
        shop.pass(Duration.ofDays(31));
        objects.put("refund failed", shop.get("/v1/refunds/" + id(failing)));
        objects.put("refund referenced", shop.get("/v1/refunds/" + id(pending)));
        String cancelled = id(refundOf("4000000000007726", "800"));
        assertThat(shop.page("POST", "/_local/objects/" + cancelled + "/cancel", Map.of())
                        .status())
                .isEqualTo(200);
        objects.put("refund canceled", shop.get("/v1/refunds/" + cancelled));
    }

    private String disputed(String card) {
        shop.charge(card);
        return id(first("/v1/disputes"));
    }

    private void liveDisputes() {
        String path = "/v1/disputes/";
        String won = disputed("4000000000000259");
        objects.put("dispute needs_response", shop.get(path + won));
        objects.put(
                "dispute under_review",
                shop.post(path + won, Map.of("evidence[uncategorized_text]", "winning_evidence")));
        shop.pass(Duration.ofMinutes(2));
        objects.put("dispute won", shop.get(path + won));
        objects.put("dispute lost", shop.post(path + disputed("4000000000002685") + "/close", Map.of()));
        String question = disputed("4000000000001976");
        objects.put("dispute warning_needs_response", shop.get(path + question));
        objects.put(
                "dispute warning_under_review",
                shop.post(path + question, Map.of("evidence[uncategorized_text]", "It was agreed.", "submit", "true")));
        shop.pass(Duration.ofDays(121));
        objects.put("dispute warning_closed", shop.get(path + question));
    }

    private void livePayouts() {
        shop.charge("4000000000000077");
        String path = "/v1/payouts";
        Map<String, String> form = Map.of("amount", "1000", "currency", "usd");
        objects.put("payout canceled", shop.post(path + "/" + id(shop.post(path, form)) + "/cancel", Map.of()));
        ObjectNode payout = shop.post(path, form);
        objects.put("payout pending", payout);
        shop.pass(Duration.ofHours(7));
        objects.put("payout in_transit", shop.get(path + "/" + id(payout)));
        shop.pass(Duration.ofDays(7));
        objects.put("payout paid", shop.get(path + "/" + id(payout)));
        shop.page("POST", "/_local/objects/" + id(payout) + "/fail", Map.of());
        objects.put("payout failed", shop.get(path + "/" + id(payout)));
        for (String type : List.of("charge", "refund", "refund_failure", "adjustment", "payout", "payout_failure")) {
            objects.put("balance_transaction " + type, first("/v1/balance_transactions?type=" + type));
        }
    }

    private void liveAccounts() {
        objects.put("account own", shop.get("/v1/account"));
        ObjectNode fresh =
                shop.post("/v1/accounts", Map.of("type", "express", "capabilities[card_payments][requested]", "true"));
        objects.put("account restricted", fresh);
        objects.put("capability inactive", shop.get("/v1/accounts/" + id(fresh) + "/capabilities/card_payments"));
        objects.put(
                "account_link made",
                shop.post(
                        "/v1/account_links",
                        Map.of(
                                "account",
                                id(fresh),
                                "type",
                                "account_onboarding",
                                "refresh_url",
                                Payer.BACK,
                                "return_url",
                                Payer.BACK)));
        objects.put(
                "bank_account new",
                shop.post(
                        "/v1/accounts/" + shop.stripe().firstAccountKeys().account() + "/external_accounts",
                        Map.of(
                                "external_account[country]", "US",
                                "external_account[currency]", "usd",
                                "external_account[account_number]", "000123456789")));
    }

    private static String id(ObjectNode object) {
        return object.path("id").asText();
    }

    @Test
    void every_state_has_what_its_golden_list_names_and_the_list_notices_what_goes() {
        live();
        Golden golden = Golden.load("money.txt");

        assertThat(objects.keySet())
                .containsExactlyInAnyOrderElementsOf(golden.lists().keySet());
        objects.forEach((state, object) -> {
            assertThat(golden.lacking(state, object)).as(state).isEmpty();
            for (String field : golden.lists().getOrDefault(state, List.of())) {
                assertThat(golden.lacking(state, Golden.without(object, field)))
                        .as(state + " without " + field)
                        .contains(field);
            }
        });
    }

    @Test
    void every_state_fits_its_schema_and_is_noticed_without_a_field_that_must_be_there() {
        live();
        SchemaCheck check = SchemaCheck.load();
        List<String> violations = new ArrayList<>();

        objects.forEach((state, object) -> {
            String schema = String.valueOf(SCHEMAS.get(object.path("object").asText()));
            violations.addAll(check.violations(object, schema));
            for (String required : check.required(schema)) {
                ObjectNode poorer = Golden.without(object, required);
                assertThat(check.violations(poorer, schema)).as(state).contains(schema + " lacks " + required);
            }
        });
        assertThat(violations.stream().distinct()).isEmpty();
    }
}
