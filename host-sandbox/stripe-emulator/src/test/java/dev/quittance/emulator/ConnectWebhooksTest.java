package dev.quittance.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.account.AccountSpec;
import dev.quittance.emulator.api.AccountKeys;
import dev.quittance.emulator.port.Delivery;
import dev.quittance.emulator.wire.Json;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Facts, section 4 (Webhooks, Connect): endpoints of a platform that hear of the accounts connected to it. */
final class ConnectWebhooksTest {
    private static final String BACK = "http://crm.example/connected";
    private final Shop shop = Shop.open();
    private final String platform = shop.stripe().firstAccountKeys().account();
    private final AccountKeys owner =
            shop.stripe().addAccount(new AccountSpec("Hill & Dale", "US", "usd", Optional.empty()));

    private ObjectNode listen(String connect, String type) {
        return shop.post(
                "/v1/webhook_endpoints",
                Map.of("url", "http://crm.example/" + connect, "enabled_events[0]", type, "connect", connect));
    }

    private String connect() {
        ObjectNode application = Json.read(
                shop.page("POST", "/_local/applications", Map.of("account", platform, "redirect_uris[0]", BACK))
                        .body());
        String clientId = application.path("client_id").asText();
        Map<String, String> form = new LinkedHashMap<>();
        form.put("response_type", "code");
        form.put("client_id", clientId);
        form.put("scope", "read_write");
        form.put("redirect_uri", BACK);
        form.put("account", owner.account());
        form.put("decision", "approve");
        String back = String.valueOf(
                shop.page("POST", "/oauth/authorize", form).headers().get("Location"));
        String code = URI.create(back).getRawQuery().replaceAll(".*code=(ac_[A-Za-z0-9]+).*", "$1");
        shop.call("POST", "/oauth/token", Map.of("grant_type", "authorization_code", "code", code), Map.of());
        return clientId;
    }

    private void makeCustomer(Map<String, String> headers) {
        assertThat(shop.call("POST", "/v1/customers", Map.of(), headers).status())
                .isEqualTo(200);
    }

    private List<ObjectNode> delivered() {
        return shop.stripe().takeDueDeliveries().stream()
                .map(Delivery::body)
                .map(Json::read)
                .toList();
    }

    @Test
    void a_connect_endpoint_hears_of_connected_accounts_alone_and_is_told_which() {
        listen("true", "customer.created");
        connect();
        shop.stripe().takeDueDeliveries();

        makeCustomer(Map.of());
        assertThat(delivered()).isEmpty();
        makeCustomer(Map.of("Stripe-Account", owner.account()));

        List<ObjectNode> heard = delivered();
        assertThat(heard).hasSize(1);
        assertThat(heard.get(0).path("account").asText()).isEqualTo(owner.account());
    }

    @Test
    void an_endpoint_of_ones_own_does_not_hear_of_connected_accounts_and_names_none() {
        listen("false", "customer.created");
        connect();

        makeCustomer(Map.of("Stripe-Account", owner.account()));
        assertThat(delivered()).isEmpty();
        makeCustomer(Map.of());

        List<ObjectNode> heard = delivered();
        assertThat(heard).hasSize(1);
        assertThat(heard.get(0).has("account")).isFalse();
    }

    @Test
    void a_platform_hears_who_came_and_who_left_and_nothing_afterwards() {
        listen("true", "*");
        String clientId = connect();
        shop.call(
                "POST",
                "/oauth/deauthorize",
                Map.of("client_id", clientId, "stripe_user_id", owner.account()),
                Map.of());
        makeCustomer(Map.of("Authorization", "Bearer " + owner.secretKey()));

        List<ObjectNode> heard = delivered();
        assertThat(heard)
                .extracting(event -> event.path("type").asText())
                .containsExactlyInAnyOrder("account.application.authorized", "account.application.deauthorized");
        assertThat(heard).allSatisfy(event -> {
            assertThat(event.path("account").asText()).isEqualTo(owner.account());
            assertThat(event.at("/data/object/object").asText()).isEqualTo("application");
        });
    }

    @Test
    void a_disabled_connect_endpoint_gets_nothing_more() {
        String id = listen("true", "customer.created").path("id").asText();
        connect();
        shop.stripe().takeDueDeliveries();
        makeCustomer(Map.of("Stripe-Account", owner.account()));

        shop.post("/v1/webhook_endpoints/" + id, Map.of("disabled", "true"));
        assertThat(delivered()).isEmpty();
        makeCustomer(Map.of("Stripe-Account", owner.account()));

        assertThat(delivered()).isEmpty();
    }

    @Test
    void a_live_connect_endpoint_hears_of_test_and_live_mode() {
        Shop own = Shop.open();
        AccountKeys live =
                own.stripe().addAccount(new AccountSpec("Platform", "US", "usd", Optional.empty()).withLiveMode());
        String liveKey = live.live().orElseThrow().secretKey();
        Map<String, String> asLive = Map.of("Authorization", "Bearer " + liveKey);
        Map<String, String> asTest = Map.of("Authorization", "Bearer " + live.secretKey());
        Map<String, String> everything =
                Map.of("url", "http://crm.example/hooks", "enabled_events[0]", "account.updated", "connect", "true");
        assertThat(own.call("POST", "/v1/webhook_endpoints", everything, asLive).status())
                .isEqualTo(200);
        for (Map<String, String> key : List.of(asLive, asTest)) {
            ObjectNode account = Json.read(own.call("POST", "/v1/accounts", Map.of("type", "custom"), key)
                    .body());
            assertThat(own.call(
                                    "POST",
                                    "/v1/accounts/" + account.path("id").asText(),
                                    Map.of("business_profile[url]", "https://hill.example"),
                                    key)
                            .status())
                    .isEqualTo(200);
        }

        assertThat(own.stripe().takeDueDeliveries().stream()
                        .map(Delivery::body)
                        .map(Json::read)
                        .map(event -> event.path("livemode").asBoolean()))
                .contains(true, false);
    }
}
