package dev.quittance.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.api.Route;
import dev.quittance.emulator.port.Answer;
import dev.quittance.emulator.wire.InertParams;
import dev.quittance.emulator.wire.StripeApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Facts, section 3 (Encoding) and section 2 (codes {@code parameter_unknown}, {@code parameter_invalid_integer}): no
 * parameter and no path gets a success that nothing stands behind.
 */
final class ParametersTest {
    private final Shop shop = Shop.open();

    private ObjectNode refused(String method, String path, Map<String, String> form) {
        Answer answer = shop.call(method, path, form, Map.of());
        assertThat(answer.status()).as(Shop.text(answer)).isEqualTo(400);
        return Shop.error(answer);
    }

    @Test
    void every_route_is_an_operation_of_stripes_and_acts_only_on_parameters_that_it_has() {
        StripeApi api = StripeApi.get();
        List<String> wrong = new ArrayList<>();
        for (Route route : Emulated.routes()) {
            var operation = api.find(route.name());
            if (operation.isEmpty()) {
                wrong.add(route.name());
                continue;
            }
            for (String path : route.rules().actedOn()) {
                if (!api.takes(operation.get(), path)) {
                    wrong.add(route.name() + " " + path);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_inert_parameter_is_stripes_has_a_reason_and_is_acted_on_by_nothing() {
        assertThat(InertParams.all()).isNotEmpty();
        Map<String, Route> routes = new java.util.HashMap<>();
        Emulated.routes().forEach(route -> routes.put(route.name(), route));
        InertParams.all().forEach((operation, reasons) -> {
            assertThat(routes).containsKey(operation);
            reasons.forEach((path, reason) -> {
                assertThat(StripeApi.get().takes(StripeApi.get().find(operation).orElseThrow(), path))
                        .as(operation + " " + path)
                        .isTrue();
                assertThat(reason).as(operation + " " + path).hasSizeGreaterThan(20);
                assertThat(Objects.requireNonNull(routes.get(operation)).rules().actedOn())
                        .doesNotContain(path);
            });
        });
    }

    @Test
    void an_inert_parameter_is_taken() {
        Map<String, String> form = Shop.sessionForm();
        form.put("integration_identifier", "crm");

        assertThat(shop.call("POST", "/v1/checkout/sessions", form, Map.of()).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "colour, colour",
        "metadata_, metadata_",
        "address[planet], address[planet]",
        "shipping[address][planet], shipping[address][planet]",
        "tax_id_data[0][kind], tax_id_data[0][kind]",
        "invoice_settings[custom_fields][1][nam], invoice_settings[custom_fields][1][nam]",
    })
    void what_stripe_does_not_know_is_unknown(String sent, String blamed) {
        ObjectNode error = refused("POST", "/v1/customers", Map.of(sent, "x"));

        assertThat(error.path("code").asText()).isEqualTo("parameter_unknown");
        assertThat(error.path("param").asText()).isEqualTo(blamed);
        assertThat(error.path("message").asText()).isEqualTo("Received unknown parameter: " + blamed);
    }

    @Test
    void several_unknown_names_are_told_together_and_before_what_is_not_emulated() {
        Map<String, String> form = new java.util.LinkedHashMap<>();
        form.put("coupon_", "1");
        form.put("tax_exempt", "none");
        form.put("colour", "red");

        ObjectNode error = refused("POST", "/v1/customers", form);

        assertThat(error.path("message").asText()).isEqualTo("Received unknown parameters: coupon_, colour");
        assertThat(error.path("param").asText()).isEqualTo("coupon_");
    }

    @ParameterizedTest
    @CsvSource({
        "tax_exempt, reverse",
        "invoice_settings[footer], x",
        "tax_id_data[0][type], eu_vat",
        "cash_balance[settings][reconciliation_mode], automatic",
    })
    void what_stripe_knows_and_nothing_acts_on_is_refused_honestly(String sent, String value) {
        ObjectNode error = refused("POST", "/v1/customers", Map.of(sent, value));

        assertThat(error.path("code").asText()).isEqualTo("not_emulated");
        assertThat(error.path("message").asText()).contains("Nothing was done");
        assertThat(shop.get("/v1/customers").path("data")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/customers, limit, many, Invalid integer: many",
        "/v1/customers, limit, 1.5, Invalid integer: 1.5",
        "/v1/customers, created[gte], soon, Invalid integer: soon",
        "/v1/customers, expand, x, Invalid array",
        "/v1/events, types, charge, Invalid array",
        "/v1/customers, email[a], x, Invalid string: email must be a string.",
    })
    void a_value_of_another_kind_is_refused_with_its_name(String path, String name, String value, String message) {
        Answer answer = shop.call("GET", path + "?" + Shop.encode(Map.of(name, value)), Map.of(), Map.of());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(Shop.error(answer).path("message").asText()).isEqualTo(message);
        assertThat(Shop.error(answer).path("param").asText()).isNotEmpty();
    }

    @Test
    void what_cannot_be_unset_is_refused_when_it_is_sent_empty() {
        for (String name : new String[] {"expires_at", "line_items[0][quantity]", "adaptive_pricing[enabled]"}) {
            Map<String, String> form = Shop.sessionForm();
            form.put(name, "");

            ObjectNode error = refused("POST", "/v1/checkout/sessions", form);

            assertThat(error.path("code").asText()).isEqualTo("parameter_invalid_empty");
            assertThat(error.path("param").asText()).isEqualTo(name);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/subscriptions, not_emulated",
        "GET, /v1/customers/search, not_emulated",
        "GET, /v1/customers/cus_1/tax_ids/txi_1, not_emulated",
        "POST, /v1/issuing/cards, not_emulated",
        "POST, /v1/terminal/readers/tmr_1/cancel_action, not_emulated",
        "PATCH, /v1/customers, ''",
        "DELETE, /v1/events/evt_1, ''",
        "GET, /v1/customers/cus_1/hats, ''",
        "GET, /v1/hats, ''",
        "GET, /v1/customers//tax_ids, not_emulated",
    })
    void a_path_is_stripes_or_it_is_not(String method, String path, String code) {
        Answer answer = shop.call(method, path, Map.of(), Map.of());

        assertThat(answer.status()).isEqualTo(code.isEmpty() ? 404 : 400);
        assertThat(Shop.error(answer).path("code").asText("")).isEqualTo(code);
        if (code.isEmpty()) {
            assertThat(Shop.error(answer).path("message").asText())
                    .startsWith("Unrecognized request URL (" + method + ": " + path + ").");
        }
    }
}
