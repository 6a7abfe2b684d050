package dev.quittance.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.port.Answer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CustomersTest {
    private final Shop shop = Shop.open();
    private final String id = shop.post(
                    "/v1/customers",
                    new LinkedHashMap<>(Map.of(
                            "email", "dana@example.com",
                            "name", "Dana",
                            "metadata[client]", "7",
                            "metadata[office]", "north",
                            "address[city]", "Boise")))
            .path("id")
            .asText();

    @Test
    void an_update_changes_what_was_sent_and_tells_what_was_before() {
        ObjectNode updated = shop.post("/v1/customers/" + id, Map.of("email", "dana@roof.example"));

        assertThat(updated.path("email").asText()).isEqualTo("dana@roof.example");
        assertThat(updated.path("name").asText()).isEqualTo("Dana");
        assertThat(updated.at("/address/city").asText()).isEqualTo("Boise");
        assertThat(shop.get("/v1/events?type=customer.updated")
                        .at("/data/0/data/previous_attributes")
                        .toString())
                .isEqualTo("{\"email\":\"dana@example.com\"}");
    }

    @Test
    void an_empty_value_unsets() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("name", "");
        form.put("metadata[client]", "");
        ObjectNode updated = shop.post("/v1/customers/" + id, form);

        assertThat(updated.path("name").isNull()).isTrue();
        assertThat(updated.path("metadata").toString()).isEqualTo("{\"office\":\"north\"}");
        assertThat(shop.post("/v1/customers/" + id, Map.of("metadata", "")).path("metadata"))
                .isEmpty();
        assertThat(shop.post("/v1/customers/" + id, Map.of("address", ""))
                        .path("address")
                        .isNull())
                .isTrue();
    }

    @Test
    void an_update_that_changes_nothing_is_no_event() {
        shop.post("/v1/customers/" + id, Map.of("name", "Dana"));

        assertThat(shop.eventTypes()).containsExactly("customer.created");
    }

    @Test
    void a_deleted_customer_leaves_a_stub_and_the_lists() {
        assertThat(shop.delete("/v1/customers/" + id).path("deleted").asBoolean())
                .isTrue();

        assertThat(shop.get("/v1/customers/" + id).toString())
                .isEqualTo("{\"id\":\"" + id + "\",\"object\":\"customer\",\"deleted\":true}");
        assertThat(shop.get("/v1/customers").path("data")).isEmpty();
        assertThat(shop.call("POST", "/v1/customers/" + id, Map.of("name", "x"), Map.of())
                        .status())
                .isEqualTo(404);
        Map<String, String> form = Shop.sessionForm();
        form.put("customer", id);
        assertThat(shop.call("POST", "/v1/checkout/sessions", form, Map.of()).status())
                .isEqualTo(404);
        assertThat(shop.eventTypes()).containsExactly("customer.created", "customer.deleted");
    }

    @Test
    void a_wrong_address_is_refused() {
        Answer refused = shop.call("POST", "/v1/customers", Map.of("email", "dana"), Map.of());

        assertThat(Shop.error(refused).path("code").asText()).isEqualTo("email_invalid");
    }
}
