package dev.quittance.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a business may change on a charge. */
final class ChargesTest {
    private final Shop shop = Shop.open();

    @Test
    void a_charge_takes_words_keys_and_a_report_and_tells_what_they_were_before() {
        String id = shop.charge("4242424242424242").path("id").asText();

        ObjectNode changed = shop.post(
                "/v1/charges/" + id,
                Map.of(
                        "description", "Gutters",
                        "receipt_email", "ana@example.com",
                        "metadata[order]", "17",
                        "fraud_details[user_report]", "safe"));

        assertThat(changed.path("description").asText()).isEqualTo("Gutters");
        assertThat(changed.path("receipt_email").asText()).isEqualTo("ana@example.com");
        assertThat(changed.at("/metadata/order").asText()).isEqualTo("17");
        assertThat(changed.at("/fraud_details/user_report").asText()).isEqualTo("safe");
        ObjectNode event = shop.event("charge.updated");
        assertThat(event.at("/data/object/description").asText()).isEqualTo("Gutters");
        assertThat(event.at("/data/previous_attributes/receipt_email").isNull()).isTrue();
        shop.post("/v1/charges/" + id, Map.of("metadata", "", "description", ""));
        assertThat(shop.get("/v1/charges/" + id).path("metadata")).isEmpty();
        assertThat(shop.get("/v1/charges/" + id).path("description").isNull()).isTrue();
    }

    @Test
    void what_a_charge_cannot_take_is_refused() {
        String id = shop.charge("4242424242424242").path("id").asText();

        assertThat(shop.refused(400, "/v1/charges/" + id, Map.of("receipt_email", "nobody"))
                        .path("param")
                        .asText())
                .isEqualTo("receipt_email");
        assertThat(shop.refused(400, "/v1/charges/" + id, Map.of("fraud_details[user_report]", "odd"))
                        .path("param")
                        .asText())
                .isEqualTo("fraud_details[user_report]");
        assertThat(shop.refused(400, "/v1/charges/" + id, Map.of("amount", "5"))
                        .path("code")
                        .asText())
                .isEqualTo("parameter_unknown");
        assertThat(shop.refused(404, "/v1/charges/ch_none", Map.of("description", "x"))
                        .path("code")
                        .asText())
                .isEqualTo("resource_missing");
    }
}
