package dev.quittance.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.port.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SessionParametersTest {
    private final Shop shop = Shop.open();

    private Answer create(Map<String, String> form) {
        return shop.call("POST", "/v1/checkout/sessions", form, Map.of());
    }

    @ParameterizedTest
    @CsvSource({
        "colour, red, parameter_unknown, colour",
        "line_items[0][colour], red, parameter_unknown, line_items[0][colour]",
        "payment_intent_data[colour], red, parameter_unknown, payment_intent_data[colour]",
        "allow_promotion_codes, true, not_emulated, allow_promotion_codes",
        "automatic_tax[enabled], true, not_emulated, automatic_tax",
        "payment_intent_data[setup_future_usage], sometimes, '', payment_intent_data[setup_future_usage]",
        "payment_intent_data[on_behalf_of], acct_1, not_emulated, payment_intent_data[on_behalf_of]",
        "line_items[0][tax_rates][0], txr_1, not_emulated, line_items[0][tax_rates]",
        "line_items[0][price_data][recurring][interval], month, not_emulated, line_items[0][price_data][recurring]",
        "mode, subscription, not_emulated, mode",
        "mode, '', parameter_invalid_empty, mode",
        "mode, present, '', mode",
        "ui_mode, embedded_page, not_emulated, ui_mode",
        "ui_mode, hosted, '', ui_mode",
        "payment_method_types[0], ideal, not_emulated, payment_method_types",
        "line_items[0][price_data][currency], ars, not_emulated, line_items[0][price_data][currency]",
        "line_items[0][price_data][currency], xyz, '', line_items[0][price_data][currency]",
        "line_items[0][price_data][unit_amount], 12.50, parameter_invalid_integer, line_items[0][price_data][unit_amount]",
        "line_items[0][price_data][unit_amount], -1, parameter_invalid_integer, line_items[0][price_data][unit_amount]",
        "line_items[0][price_data][unit_amount], 100000000, amount_too_large, line_items[0][price_data][unit_amount]",
        "line_items[0][price_data][unit_amount], 99999999999999999999, parameter_invalid_integer, line_items[0][price_data][unit_amount]",
        "line_items[0][price_data][unit_amount], 49, amount_too_small, ''",
        "line_items[0][quantity], 0, parameter_invalid_integer, line_items[0][quantity]",
        "line_items[0][quantity], 200, amount_too_large, line_items",
        "line_items[0][price_data][product_data][name], '', parameter_invalid_empty, line_items[0][price_data][product_data][name]",
        "success_url, /paid, url_invalid, success_url",
        "success_url, javascript:alert(1), url_invalid, success_url",
        "customer, cus_nobody, resource_missing, customer",
        "customer_email, nobody, email_invalid, customer_email",
        "locale, tlh, '', locale",
        "submit_type, subscribe, '', submit_type",
        "expires_at, 1, '', expires_at",
        "expires_at, 2000000000, '', expires_at",
        "metadata, x, '', metadata",
    })
    void a_wrong_parameter_is_named_and_nothing_is_made(String name, String value, String code, String param) {
        Map<String, String> form = Shop.sessionForm();
        form.put(name, value);

        Answer answer = create(form);

        assertThat(answer.status()).isEqualTo(code.equals("resource_missing") ? 404 : 400);
        ObjectNode error = Shop.error(answer);
        assertThat(error.path("type").asText()).isEqualTo("invalid_request_error");
        assertThat(error.path("code").asText("")).as(Shop.text(answer)).isEqualTo(code);
        assertThat(error.path("param").asText("")).isEqualTo(param);
        assertThat(shop.get("/v1/checkout/sessions").path("data")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "mode, parameter_missing",
        "success_url, parameter_missing",
        "line_items[0][quantity], parameter_missing",
        "line_items[0][price_data][currency], parameter_missing",
        "line_items[0][price_data][unit_amount], parameter_missing",
        "line_items[0][price_data][product_data][name], parameter_missing",
    })
    void a_missing_parameter_is_named(String name, String code) {
        Map<String, String> form = Shop.sessionForm();
        form.remove(name);

        ObjectNode error = Shop.error(create(form));

        assertThat(error.path("code").asText()).isEqualTo(code);
        assertThat(error.path("param").asText()).isEqualTo(name);
    }

    @Test
    void the_smallest_and_the_largest_amount_pass() {
        for (String amount : new String[] {"50", "99999999"}) {
            Map<String, String> form = Shop.sessionForm();
            form.put("line_items[0][price_data][unit_amount]", amount);
            assertThat(create(form).status()).isEqualTo(200);
        }
    }

    @Test
    void a_customer_and_an_email_address_exclude_each_other() {
        Map<String, String> form = Shop.sessionForm();
        form.put("customer", "cus_1");
        form.put("customer_email", "dana@example.com");

        assertThat(Shop.error(create(form)).path("code").asText()).isEqualTo("parameters_exclusive");
    }

    @Test
    void metadata_keeps_stripes_bounds() {
        Map<String, String> form = Shop.sessionForm();
        form.put("metadata[note]", "x".repeat(501));
        assertThat(Shop.error(create(form)).path("param").asText()).isEqualTo("metadata[note]");

        form.put("metadata[note]", "x".repeat(500));
        for (int i = 0; i < 49; i++) {
            form.put("metadata[k" + i + "]", "v");
        }
        assertThat(Shop.error(create(form)).path("message").asText()).contains("up to 50 keys");
    }

    @Test
    void expiry_may_be_half_an_hour_to_a_day_away() {
        long now = Shop.MONDAY.getEpochSecond();
        Map<String, String> form = Shop.sessionForm();
        for (long seconds : new long[] {30 * 60, 24 * 3600}) {
            form.put("expires_at", String.valueOf(now + seconds));
            assertThat(create(form).status()).isEqualTo(200);
        }
        for (long seconds : new long[] {30 * 60 - 1, 24 * 3600 + 1}) {
            form.put("expires_at", String.valueOf(now + seconds));
            assertThat(create(form).status()).isEqualTo(400);
        }
    }

    @Test
    void lists_may_be_sent_with_empty_brackets_too() {
        Map<String, String> form = Shop.sessionForm();
        form.put("payment_method_types[]", "card");
        form.put("expand[]", "line_items");

        assertThat(shop.post("/v1/checkout/sessions", form).at("/line_items/data"))
                .hasSize(1);
    }

    @Test
    void an_existing_customer_pays_under_their_own_address() {
        String customer = shop.post("/v1/customers", Map.of("email", "office@example.com"))
                .path("id")
                .asText();
        Map<String, String> form = Shop.sessionForm();
        form.put("customer", customer);
        String id = shop.post("/v1/checkout/sessions", form).path("id").asText();

        shop.pay(id, "4242424242424242");

        ObjectNode session = shop.get("/v1/checkout/sessions/" + id + "?expand[0]=payment_intent.latest_charge");
        assertThat(session.path("customer").asText()).isEqualTo(customer);
        assertThat(session.at("/payment_intent/latest_charge/customer").asText())
                .isEqualTo(customer);
        assertThat(shop.get("/v1/charges?customer=" + customer).path("data")).hasSize(1);
    }
}
