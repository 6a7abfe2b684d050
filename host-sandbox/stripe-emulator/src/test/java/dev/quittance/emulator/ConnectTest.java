package dev.quittance.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.account.AccountSpec;
import dev.quittance.emulator.api.AccountKeys;
import dev.quittance.emulator.port.Answer;
import dev.quittance.emulator.schema.SchemaCheck;
import dev.quittance.emulator.wire.Json;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Facts, section 6 (Connect): accounts that a platform makes, their onboarding, and calls on their behalf. */
final class ConnectTest {
    private static final String BACK = "http://crm.example/done";
    private static final String AGAIN = "http://crm.example/again";

    private final Shop shop = Shop.open();

    private ObjectNode connected() {
        return shop.post("/v1/accounts", Map.of("type", "express", "capabilities[card_payments][requested]", "true"));
    }

    private ObjectNode link(String account) {
        return shop.post(
                "/v1/account_links",
                Map.of("account", account, "type", "account_onboarding", "refresh_url", AGAIN, "return_url", BACK));
    }

    private static String path(ObjectNode link) {
        return link.path("url").asText().substring(Shop.ORIGIN.toString().length());
    }

    private Answer visit(String path) {
        return shop.page("GET", path, Map.of());
    }

    private static String location(Answer answer) {
        return Objects.requireNonNull(answer.headers().get("Location"));
    }

    private static Map<String, String> details() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("business_name", "Hill & Dale");
        form.put("business_url", "https://hill.example");
        form.put("first_name", "Ada");
        form.put("last_name", "Hill");
        form.put("account_number", "000123456789");
        form.put("terms", "agreed");
        form.put("decision", "submit");
        return form;
    }

    private ObjectNode onboarded() {
        String id = connected().path("id").asText();
        String page = location(visit(path(link(id))));
        assertThat(shop.page("POST", page, details()).headers()).containsEntry("Location", BACK);
        shop.pass(Duration.ofSeconds(6));
        return shop.get("/v1/accounts/" + id);
    }

    private Answer as(String account, String method, String path, Map<String, String> form) {
        return shop.call(method, path, form, Map.of("Stripe-Account", account));
    }

    @Test
    void a_new_account_cannot_charge_and_says_what_is_due() {
        ObjectNode account = connected();

        assertThat(account.path("charges_enabled").asBoolean()).isFalse();
        assertThat(account.path("payouts_enabled").asBoolean()).isFalse();
        assertThat(account.path("details_submitted").asBoolean()).isFalse();
        assertThat(account.at("/capabilities/card_payments").asText()).isEqualTo("inactive");
        assertThat(account.at("/requirements/disabled_reason").asText()).isEqualTo("requirements.past_due");
        assertThat(account.at("/requirements/currently_due").toString())
                .contains("external_account", "tos_acceptance.date", "business_profile.url");
        assertThat(shop.get("/v1/accounts").at("/data/0/id")).isEqualTo(account.path("id"));
    }

    @Test
    void onboarding_fulfils_what_is_due_and_the_account_can_charge_once_it_was_looked_at() {
        String id = connected().path("id").asText();
        String page = location(visit(path(link(id))));
        assertThat(Shop.text(visit(page))).contains("Bank account", "terms of service");
        shop.page("POST", page, details());

        ObjectNode pending = shop.get("/v1/accounts/" + id);
        assertThat(pending.path("details_submitted").asBoolean()).isTrue();
        assertThat(pending.path("charges_enabled").asBoolean()).isFalse();
        assertThat(pending.at("/requirements/currently_due")).isEmpty();
        assertThat(pending.at("/requirements/disabled_reason").asText()).isEqualTo("requirements.pending_verification");
        assertThat(shop.get("/v1/accounts/" + id + "/capabilities/card_payments")
                        .path("status")
                        .asText())
                .isEqualTo("pending");

        shop.pass(Duration.ofSeconds(6));

        ObjectNode ready = shop.get("/v1/accounts/" + id);
        assertThat(ready.path("charges_enabled").asBoolean()).isTrue();
        assertThat(ready.path("payouts_enabled").asBoolean()).isTrue();
        assertThat(ready.at("/capabilities/card_payments").asText()).isEqualTo("active");
        assertThat(ready.at("/requirements/disabled_reason").isNull()).isTrue();
        assertThat(ready.at("/external_accounts/data/0/last4").asText()).isEqualTo("6789");
        assertThat(ready.toString()).doesNotContain("000123456789");
        List<String> told = new java.util.ArrayList<>();
        Json.read(as(id, "GET", "/v1/events?limit=100", Map.of()).body())
                .path("data")
                .forEach(event -> told.add(event.path("type").asText()));
        assertThat(told).contains("account.updated", "capability.updated");
        assertThat(shop.eventTypes()).as("they are the account's").doesNotContain("account.updated");
    }

    @Test
    void an_account_link_is_good_for_one_visit_and_for_five_minutes() {
        String id = connected().path("id").asText();
        String once = path(link(id));
        assertThat(visit(once).headers().get("Location")).startsWith("/setup/form/");
        assertThat(visit(once).headers()).containsEntry("Location", AGAIN);

        String late = path(link(id));
        shop.pass(Duration.ofMinutes(5));
        assertThat(visit(late).headers()).containsEntry("Location", AGAIN);
        assertThat(visit("/setup/s/" + id + "/none").status()).isEqualTo(404);
    }

    @Test
    void coming_back_does_not_mean_that_it_is_finished() {
        String id = connected().path("id").asText();
        String page = location(visit(path(link(id))));

        assertThat(shop.page("POST", page, Map.of("decision", "later")).headers())
                .containsEntry("Location", BACK);
        assertThat(shop.get("/v1/accounts/" + id).path("details_submitted").asBoolean())
                .isFalse();
    }

    @Test
    void what_is_missing_on_the_page_is_said_beside_its_field_and_what_was_typed_stays() {
        String page = location(visit(path(link(connected().path("id").asText()))));
        Map<String, String> form = details();
        form.remove("terms");
        form.put("business_url", "hill<b>");

        Answer refused = shop.page("POST", page, form);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(Shop.text(refused)).contains("terms-error", "business_url-error", "hill&lt;b&gt;", "Ada");
    }

    @Test
    void a_form_from_another_origin_is_refused() {
        String page = location(visit(path(link(connected().path("id").asText()))));

        Answer refused =
                shop.call("POST", page, details(), Map.of("Origin", "http://evil.example", "Host", "localhost"));

        assertThat(refused.status()).isEqualTo(403);
    }

    @Test
    void a_custom_account_can_be_onboarded_over_the_api() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("type", "custom");
        form.put("capabilities[card_payments][requested]", "true");
        form.put("capabilities[transfers][requested]", "true");
        form.put("business_type", "individual");
        form.put("business_profile[url]", "https://hill.example");
        form.put("individual[first_name]", "Ada");
        form.put("individual[last_name]", "Hill");
        form.put("tos_acceptance[date]", "1700000000");
        form.put("tos_acceptance[ip]", "203.0.113.7");
        String id = shop.post("/v1/accounts", form).path("id").asText();
        assertThat(shop.get("/v1/accounts/" + id)
                        .at("/requirements/currently_due")
                        .toString())
                .isEqualTo("[\"external_account\"]");

        shop.post(
                "/v1/accounts/" + id,
                Map.of(
                        "external_account[object]", "bank_account",
                        "external_account[country]", "US",
                        "external_account[currency]", "usd",
                        "external_account[routing_number]", "110000000",
                        "external_account[account_number]", "000123456789"));
        shop.pass(Duration.ofSeconds(6));

        assertThat(shop.get("/v1/accounts/" + id).path("charges_enabled").asBoolean())
                .isTrue();
        assertThat(shop.get("/v1/accounts/" + id + "/capabilities").path("data"))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"Stripe-Account", "Stripe-Context"})
    void calls_on_behalf_of_a_connected_account_live_there_with_their_money(String header) {
        String id = onboarded().path("id").asText();
        Map<String, String> behalf = Map.of(header, id);
        ObjectNode session = Json.read(shop.call("POST", "/v1/checkout/sessions", Shop.sessionForm(), behalf)
                .body());
        shop.pay(session.path("id").asText(), "4242424242424242");
        shop.pass(Duration.ofSeconds(10));

        assertThat(Shop.text(shop.call("GET", "/v1/balance_transactions", Map.of(), behalf)))
                .contains("\"fee\"");
        assertThat(shop.get("/v1/balance_transactions").path("data")).isEmpty();
        assertThat(shop.get("/v1/checkout/sessions").path("data")).isEmpty();
        assertThat(Json.read(shop.call("GET", "/v1/account", Map.of(), behalf).body())
                        .path("id")
                        .asText())
                .isEqualTo(id);
    }

    @Test
    void payouts_of_a_connected_account_go_where_its_owner_said_and_come_back_from_there() {
        String id = connected().path("id").asText();
        Map<String, String> closed = details();
        closed.put("account_number", "000111111113");
        shop.page("POST", location(visit(path(link(id)))), closed);
        shop.pass(Duration.ofSeconds(6));
        assertThat(Json.read(as(id, "GET", "/v1/accounts/" + id + "/external_accounts", Map.of())
                                .body())
                        .at("/data/0/last4")
                        .asText())
                .isEqualTo("1113");
        as(
                id,
                "POST",
                "/v1/payment_intents",
                Payer.form(
                        "amount",
                        "6000",
                        "currency",
                        "usd",
                        "payment_method",
                        "pm_card_bypassPending",
                        "confirm",
                        "true",
                        "return_url",
                        BACK));
        shop.pass(Duration.ofSeconds(3));
        Answer made = as(id, "POST", "/v1/payouts", Map.of("amount", "1000", "currency", "usd"));
        assertThat(made.status()).as(Shop.text(made)).isEqualTo(200);
        shop.pass(Duration.ofDays(14));

        ObjectNode payout = Json.read(
                as(id, "GET", "/v1/payouts/" + Json.read(made.body()).path("id").asText(), Map.of())
                        .body());
        assertThat(payout.path("status").asText()).isEqualTo("failed");
        assertThat(payout.path("failure_code").asText()).isEqualTo("account_closed");
    }

    @Test
    void only_its_platform_may_act_for_an_account() {
        String id = connected().path("id").asText();
        AccountKeys other = shop.stripe().addAccount(new AccountSpec("Küstenbau GmbH", "DE", "eur", Optional.empty()));
        Map<String, String> stranger = Map.of("Authorization", "Bearer " + other.secretKey(), "Stripe-Account", id);

        Answer refused = shop.call("GET", "/v1/account", Map.of(), stranger);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(Shop.error(refused).path("code").asText()).isEqualTo("account_invalid");
        assertThat(as("acct_none", "GET", "/v1/account", Map.of()).status()).isEqualTo(403);
        assertThat(as(shop.stripe().firstAccountKeys().account(), "GET", "/v1/account", Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(shop.call(
                                "GET",
                                "/v1/accounts/" + id,
                                Map.of(),
                                Map.of("Authorization", "Bearer " + other.secretKey()))
                        .status())
                .isEqualTo(403);
        assertThat(shop.call("GET", "/v1/account", Map.of(), Map.of("Stripe-Account", id, "Stripe-Context", id))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void an_idempotency_key_belongs_to_the_account_acted_for() {
        String id = connected().path("id").asText();
        Map<String, String> own = Map.of("Idempotency-Key", "k1");
        shop.call("POST", "/v1/customers", Map.of(), own);

        Answer there =
                shop.call("POST", "/v1/customers", Map.of(), Map.of("Idempotency-Key", "k1", "Stripe-Account", id));

        assertThat(there.headers()).doesNotContainKey("Idempotent-Replayed");
    }

    @Test
    void accounts_links_and_capabilities_have_the_fields_of_their_schemas() {
        SchemaCheck schemas = SchemaCheck.load();
        ObjectNode fresh = connected();
        String id = fresh.path("id").asText();
        List<String> violations = new java.util.ArrayList<>();
        violations.addAll(schemas.violations(fresh, "Account"));
        violations.addAll(schemas.violations(onboarded(), "Account"));
        violations.addAll(schemas.violations(link(id), "AccountLink"));
        violations.addAll(schemas.violations(shop.get("/v1/accounts/" + id + "/capabilities/transfers"), "Capability"));
        assertThat(violations).isEmpty();
    }

    @Test
    void wrong_parameters_of_accounts_and_links_are_refused() {
        String id = connected().path("id").asText();
        assertThat(shop.call("POST", "/v1/accounts", Map.of("country", "XX"), Map.of())
                        .status())
                .isEqualTo(400);
        assertThat(Shop.error(shop.call("POST", "/v1/accounts", Map.of("country", "BR"), Map.of()))
                        .path("code")
                        .asText())
                .isEqualTo("not_emulated");
        assertThat(Shop.text(shop.call("POST", "/v1/accounts/" + id, Map.of("tos_acceptance[date]", "1"), Map.of())))
                .contains("Terms of Service");
        Map<String, String> update =
                Map.of("account", id, "type", "account_update", "refresh_url", AGAIN, "return_url", BACK);
        assertThat(Shop.text(shop.call("POST", "/v1/account_links", update, Map.of())))
                .contains("account_onboarding");
        assertThat(shop.call("POST", "/v1/account_links", Map.of("account", id), Map.of())
                        .status())
                .isEqualTo(400);
    }
}
