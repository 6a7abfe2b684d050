package dev.quittance.emulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is known of Stripe's API is what its data says. */
final class StripeApiTest {
    private static final Path REFERENCE =
            Path.of(System.getProperty("stripe.reference", "../../../shared/stripe"), "openapi-2026-07-29.dahlia.json");

    private static StripeApi of(String... lines) {
        return new StripeApi(List.of(lines));
    }

    @Test
    void the_resource_is_what_the_data_beside_the_project_gives() throws IOException {
        if (!Files.isRegularFile(REFERENCE)) {
            System.out.println("skipped: the digest of the API data; there is none at " + REFERENCE);
            return;
        }
        List<String> derived = ApiDigest.lines(new ObjectMapper().readTree(REFERENCE.toFile()));

        assertThat(StripeApi.read("stripe-api.txt")).containsSubsequence(derived);
    }

    @Test
    void the_resource_is_small_and_whole() throws IOException {
        assertThat(StripeApi.class.getResourceAsStream("stripe-api.txt").readAllBytes().length)
                .isLessThan(200 * 1024);
        assertThat(StripeApi.read("stripe-api.txt").stream().filter(line -> line.matches("(GET|POST|DELETE) .*")))
                .hasSizeGreaterThan(240)
                .allMatch(line -> line.split(" ").length == 3);
    }

    @Test
    void a_word_in_a_path_goes_before_an_id() {
        StripeApi api = of("GET customers/{id} m", "GET customers/search m", "GET customers/{id}/cards/{id} m");

        assertThat(api.find("GET", List.of("customers", "search")).orElseThrow().name())
                .isEqualTo("GET customers/search");
        assertThat(api.find("GET", List.of("customers", "cus_1")).orElseThrow().name())
                .isEqualTo("GET customers/{id}");
        assertThat(api.find("GET", List.of("customers", "search", "cards", "card_1"))
                        .orElseThrow()
                        .name())
                .isEqualTo("GET customers/{id}/cards/{id}");
        assertThat(api.find("POST", List.of("customers", "search"))).isEmpty();
        assertThat(api.find("GET", List.of("hats"))).isEmpty();
    }

    @Test
    void parameters_are_told_to_any_depth() {
        StripeApi api = of("@0 city:s,lines:[@1]", "@1 price:i|s?,tags:m", "POST things @0");
        StripeApi.Operation things = api.find("POST things").orElseThrow();

        assertThat(List.of("city", "lines", "lines.0", "lines.*.price", "lines.7.tags.any"))
                .allMatch(path -> api.takes(things, path));
        assertThat(List.of("town", "city.x", "lines.0.cost", "lines.0.price.x", "lines.0.tags.any.x"))
                .noneMatch(path -> api.takes(things, path));
    }

    @Test
    void areas_without_operations_are_known_by_name_only() {
        StripeApi api = of("+ issuing", "POST things m", "# a remark");

        assertThat(api.hasArea("issuing")).isTrue();
        assertThat(api.isListed("issuing")).isFalse();
        assertThat(api.isListed("things")).isTrue();
        assertThat(api.hasArea("a")).isFalse();
    }
}
