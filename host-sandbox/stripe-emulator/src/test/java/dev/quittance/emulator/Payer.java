package dev.quittance.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.port.Answer;
import java.util.LinkedHashMap;
import java.util.Map;

/** Short ways to say what a business sends about payments, and what it gets back. */
final class Payer {
    static final String BACK = "http://crm.example/back";

    private final Shop shop;

    Payer(Shop shop) {
        this.shop = shop;
    }

    /** Names and values by turns. */
    static Map<String, String> form(String... pairs) {
        Map<String, String> form = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            form.put(pairs[i], pairs[i + 1]);
        }
        return form;
    }

    /** What makes and confirms an intent of $60.00. */
    static Map<String, String> paying(String method, String... more) {
        Map<String, String> form = form(
                "amount", "6000", "currency", "usd", "confirm", "true", "payment_method", method, "return_url", BACK);
        form.putAll(form(more));
        return form;
    }

    /** With the payer's agreement to a debit. */
    static Map<String, String> agreed(Map<String, String> form) {
        Map<String, String> all = new LinkedHashMap<>(form);
        all.put("mandate_data[customer_acceptance][type]", "online");
        all.put("mandate_data[customer_acceptance][online][ip_address]", "192.0.2.1");
        all.put("mandate_data[customer_acceptance][online][user_agent]", "browser");
        return all;
    }

    Answer answer(String path, Map<String, String> form) {
        return shop.call("POST", path, form, Map.of());
    }

    /** The answer's error; its status must be the given one. */
    ObjectNode error(int status, String path, Map<String, String> form) {
        Answer answer = answer(path, form);
        assertThat(answer.status()).as(Shop.text(answer)).isEqualTo(status);
        assertThat(Shop.text(answer)).as("our own notes stay inside").doesNotContain("\"_");
        return Shop.error(answer);
    }

    String customer() {
        return shop.post("/v1/customers", Map.of("email", "dana@example.com"))
                .path("id")
                .asText();
    }

    /** A bank account by its numbers, which is not verified. */
    String unverifiedBank() {
        return shop.post(
                        "/v1/payment_methods",
                        form(
                                "type",
                                "us_bank_account",
                                "us_bank_account[routing_number]",
                                "110000000",
                                "us_bank_account[account_number]",
                                "000123456789",
                                "us_bank_account[account_holder_type]",
                                "individual",
                                "billing_details[name]",
                                "Dana"))
                .path("id")
                .asText();
    }
}
