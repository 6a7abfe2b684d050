package dev.quittance.platform.extension;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OriginsTest {
    private static final List<URI> DECLARED = List.of(URI.create("https://checkout.stripe.com"));
    private final Origins led =
            new Origins(Map.of(URI.create("https://checkout.stripe.com"), URI.create("http://localhost:8081")));

    @Test
    void an_address_is_led_elsewhere_with_its_path_query_and_fragment() {
        assertThat(led.lead(URI.create("https://checkout.stripe.com/c/pay?a=b%20c#d")))
                .isEqualTo(URI.create("http://localhost:8081/c/pay?a=b%20c#d"));
        assertThat(led.lead(URI.create("https://other.test/x"))).isEqualTo(URI.create("https://other.test/x"));
    }

    @Test
    void declared_origins_and_where_they_are_led_are_allowed() {
        assertThat(led.allows(DECLARED, URI.create("https://CHECKOUT.stripe.com:443/c")))
                .isTrue();
        assertThat(led.allows(DECLARED, URI.create("http://localhost:8081/c"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.test/c",
                "http://checkout.stripe.com/c",
                "https://checkout.stripe.com.evil.test/",
                "https://checkout.stripe.com@evil.test/",
                "https://user@checkout.stripe.com/",
                "https://checkout.stripe.com:444/",
                "javascript:alert(1)",
                "//checkout.stripe.com/",
                "/c"
            })
    void everything_else_is_not(String address) {
        assertThat(led.allows(DECLARED, URI.create(address))).isFalse();
    }
}
