package dev.quittance.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.account.AccountSpec;
import dev.quittance.emulator.api.AccountKeys;
import dev.quittance.emulator.port.Answer;
import dev.quittance.emulator.wire.Json;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Facts, section 6 (OAuth Standard). */
final class OAuthTest {
    private static final String BACK = "http://crm.example/connected";

    private final Shop shop = Shop.open();
    private final String platform = shop.stripe().firstAccountKeys().account();
    private final AccountKeys owner =
            shop.stripe().addAccount(new AccountSpec("Küstenbau GmbH", "DE", "eur", Optional.empty()));
    private final String clientId = register("false", BACK).path("client_id").asText();

    private ObjectNode register(String livemode, String address) {
        return Json.read(shop.page(
                        "POST",
                        "/_local/applications",
                        Map.of("account", platform, "livemode", livemode, "redirect_uris[0]", address))
                .body());
    }

    private Map<String, String> asked() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("response_type", "code");
        form.put("client_id", clientId);
        form.put("scope", "read_write");
        form.put("redirect_uri", BACK);
        form.put("state", "s 1&");
        return form;
    }

    private Answer page(Map<String, String> asked) {
        return shop.call("GET", "/oauth/authorize?" + Shop.encode(asked), Map.of(), Map.of());
    }

    private String decide(Map<String, String> asked, String decision) {
        Map<String, String> form = new LinkedHashMap<>(asked);
        form.put("account", owner.account());
        form.put("decision", decision);
        Answer answer = shop.page("POST", "/oauth/authorize", form);
        assertThat(answer.status()).as(Shop.text(answer)).isEqualTo(303);
        return String.valueOf(answer.headers().get("Location"));
    }

    private String code(Map<String, String> asked) {
        String query = URI.create(decide(asked, "approve")).getRawQuery();
        return query.replaceAll(".*code=(ac_[A-Za-z0-9]+).*", "$1");
    }

    private Answer token(String code) {
        return shop.call("POST", "/oauth/token", Map.of("grant_type", "authorization_code", "code", code), Map.of());
    }

    private Answer actForOwner(String method, String path) {
        return shop.call(method, path, Map.of(), Map.of("Stripe-Account", owner.account()));
    }

    private static String error(Answer answer) {
        assertThat(Json.read(answer.body()).path("error_description").asText()).isNotEmpty();
        return Json.read(answer.body()).path("error").asText();
    }

    private java.util.List<String> ownersEvents() {
        java.util.List<String> types = new java.util.ArrayList<>();
        Json.read(shop.call("GET", "/v1/events", Map.of(), Map.of("Authorization", "Bearer " + owner.secretKey()))
                        .body())
                .path("data")
                .forEach(event -> types.add(event.path("type").asText()));
        return types;
    }

    @Test
    void the_owner_agrees_and_the_platform_may_act_for_the_account() {
        assertThat(Shop.text(page(asked()))).contains("Ridgeline Roofing wants to connect", "Küstenbau GmbH");
        assertThat(actForOwner("GET", "/v1/account").status()).isEqualTo(403);

        String back = decide(asked(), "approve");
        assertThat(back).startsWith(BACK + "?").contains("scope=read_write", "state=s+1%26");
        ObjectNode token = Json.read(token(code(asked())).body());

        assertThat(token.path("stripe_user_id").asText()).isEqualTo(owner.account());
        assertThat(token.path("scope").asText()).isEqualTo("read_write");
        assertThat(token.path("token_type").asText()).isEqualTo("bearer");
        assertThat(token.path("livemode").asBoolean()).isFalse();
        assertThat(token.path("stripe_publishable_key").asText()).isEqualTo(owner.publishableKey());
        assertThat(actForOwner("POST", "/v1/customers").status()).isEqualTo(200);
        assertThat(shop.call(
                                "GET",
                                "/v1/account",
                                Map.of(),
                                Map.of(
                                        "Authorization",
                                        "Bearer " + token.path("access_token").asText()))
                        .status())
                .isEqualTo(200);
        assertThat(ownersEvents()).contains("account.application.authorized");
    }

    @Test
    void a_refusal_goes_back_with_access_denied() {
        assertThat(decide(asked(), "deny"))
                .startsWith(BACK + "?error=access_denied&error_description=")
                .contains("state=s+1%26")
                .doesNotContain("code=");
    }

    @ParameterizedTest
    @CsvSource({
        "response_type, token, unsupported_response_type",
        "response_type, '', unsupported_response_type",
        "scope, everything, invalid_scope",
        "redirect_uri, http://crm.example/connected/, invalid_redirect_uri",
        "redirect_uri, http://evil.example/, invalid_redirect_uri",
        "client_id, ca_unknown, invalid_request",
        "client_id, '', invalid_request",
    })
    void what_is_wrong_in_the_question_is_shown_and_not_sent_back(String name, String value, String error) {
        Map<String, String> asked = asked();
        asked.put(name, value);

        Answer refused = page(asked);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(error(refused)).isEqualTo(error);
        assertThat(shop.page("POST", "/oauth/authorize", asked).status()).isEqualTo(400);
    }

    @Test
    void without_a_scope_it_may_only_read() {
        Map<String, String> asked = asked();
        asked.remove("scope");
        ObjectNode token = Json.read(token(code(asked)).body());

        assertThat(token.path("scope").asText()).isEqualTo("read_only");
        assertThat(actForOwner("GET", "/v1/customers").status()).isEqualTo(200);
        assertThat(actForOwner("POST", "/v1/customers").status()).isEqualTo(403);
        Map<String, String> own =
                Map.of("Authorization", "Bearer " + token.path("access_token").asText());
        assertThat(shop.call("GET", "/v1/customers", Map.of(), own).status()).isEqualTo(200);
        assertThat(shop.call("POST", "/v1/customers", Map.of(), own).status()).isEqualTo(403);
    }

    @Test
    void a_code_used_twice_ends_the_connection() {
        String code = code(asked());
        ObjectNode token = Json.read(token(code).body());

        Answer again = token(code);

        assertThat(again.status()).isEqualTo(400);
        assertThat(error(again)).isEqualTo("invalid_grant");
        assertThat(actForOwner("GET", "/v1/account").status()).isEqualTo(403);
        assertThat(shop.call(
                                "GET",
                                "/v1/account",
                                Map.of(),
                                Map.of(
                                        "Authorization",
                                        "Bearer " + token.path("access_token").asText()))
                        .status())
                .isEqualTo(401);
        assertThat(ownersEvents()).contains("account.application.deauthorized");
    }

    @Test
    void a_code_is_good_for_five_minutes_and_for_its_own_platform() {
        String late = code(asked());
        shop.pass(Duration.ofMinutes(5));
        assertThat(error(token(late))).isEqualTo("invalid_grant");

        String code = code(asked());
        Answer stranger = shop.call(
                "POST",
                "/oauth/token",
                Map.of("grant_type", "authorization_code", "code", code),
                Map.of("Authorization", "Bearer " + owner.secretKey()));
        assertThat(error(stranger)).isEqualTo("invalid_grant");
        assertThat(token(code).status()).isEqualTo(200);
    }

    @Test
    void the_errors_of_the_token_call_are_flat() {
        Map<String, String> nobody = Map.of("Authorization", "Bearer sk_test_nobody");
        Answer refused = shop.call("POST", "/oauth/token", Map.of("grant_type", "authorization_code"), nobody);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(error(refused)).isEqualTo("invalid_client");
        assertThat(error(shop.call("POST", "/oauth/token", Map.of(), Map.of()))).isEqualTo("invalid_request");
        assertThat(error(shop.call("POST", "/oauth/token", Map.of("grant_type", "password"), Map.of())))
                .isEqualTo("unsupported_grant_type");
        assertThat(error(token("ac_unknown"))).isEqualTo("invalid_grant");
        assertThat(error(shop.call(
                        "POST",
                        "/oauth/token",
                        Map.of("grant_type", "authorization_code", "code", code(asked()), "scope", "read_only"),
                        Map.of())))
                .isEqualTo("invalid_scope");
    }

    @Test
    void the_platform_lets_go_of_an_account() {
        token(code(asked()));
        Map<String, String> form = Map.of("client_id", clientId, "stripe_user_id", owner.account());

        Answer gone = shop.call("POST", "/oauth/deauthorize", form, Map.of());

        assertThat(Json.read(gone.body()).path("stripe_user_id").asText()).isEqualTo(owner.account());
        assertThat(actForOwner("GET", "/v1/account").status()).isEqualTo(403);
        assertThat(ownersEvents()).contains("account.application.deauthorized");
        assertThat(error(shop.call("POST", "/oauth/deauthorize", form, Map.of())))
                .isEqualTo("invalid_client");
        assertThat(error(shop.call(
                        "POST",
                        "/oauth/deauthorize",
                        Map.of("client_id", "ca_other", "stripe_user_id", owner.account()),
                        Map.of())))
                .isEqualTo("invalid_client");
    }

    @Test
    void addresses_are_registered_exactly_and_the_client_id_stays() {
        ObjectNode again = register("false", "https://crm.example/elsewhere");

        assertThat(again.path("client_id").asText()).isEqualTo(clientId);
        assertThat(error(page(asked()))).isEqualTo("invalid_redirect_uri");
        assertThat(Shop.error(shop.page(
                                "POST",
                                "/_local/applications",
                                Map.of("account", platform, "livemode", "true", "redirect_uris[0]", BACK)))
                        .path("message")
                        .asText())
                .contains("https");
        assertThat(register("true", "https://crm.example/").path("client_id").asText())
                .isNotEqualTo(clientId);
    }
}
