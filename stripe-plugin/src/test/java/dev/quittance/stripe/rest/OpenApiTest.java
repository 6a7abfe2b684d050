package dev.quittance.stripe.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class OpenApiTest {
    private static final Path GENERATED = Path.of("target/openapi.json");
    private static final Path PINNED = Path.of("../docs/api/stripe-payments.openapi.json");

    @Test
    void the_interface_is_the_one_that_was_published() throws IOException {
        assertThat(Files.readString(GENERATED).strip())
                .as("The REST interface has changed. If that is meant, and no caller breaks by it: in stripe-plugin,"
                        + " cp target/openapi.json ../docs/api/stripe-payments.openapi.json")
                .isEqualTo(Files.readString(PINNED).strip());
    }

    @Test
    void the_jar_carries_the_description_that_was_generated() throws IOException {
        try (InputStream carried = Objects.requireNonNull(OpenApiResource.class.getResourceAsStream("openapi.json"))) {
            assertThat(new String(carried.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(Files.readString(GENERATED));
        }
    }

    @Test
    void the_description_names_every_way_in_and_reads_queries_as_queries() throws IOException {
        JsonObject document =
                JsonParser.parseString(Files.readString(GENERATED)).getAsJsonObject();
        JsonObject paths = document.getAsJsonObject("paths");

        assertThat(document.get("openapi").getAsString()).startsWith("3.1");
        assertThat(paths.keySet())
                .containsExactlyInAnyOrder(
                        "/payment_requests",
                        "/payment_requests/{id}",
                        "/payments",
                        "/payments/{id}",
                        "/payments/{payment}/refunds",
                        "/records/{object}/{id}/balance");
        for (String path : paths.keySet()) {
            JsonObject get = paths.getAsJsonObject(path).getAsJsonObject("get");
            assertThat(get.has("requestBody")).as(path).isFalse();
            assertThat(get.get("summary").getAsString()).as(path).isNotBlank();
        }
    }
}
