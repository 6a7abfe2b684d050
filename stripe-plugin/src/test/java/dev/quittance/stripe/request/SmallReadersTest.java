package dev.quittance.stripe.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SmallReadersTest {
    @ParameterizedTest
    @ValueSource(strings = {"dana@example.com", "a.b+c@mail.example.co.uk", "x@xn--kste-loa.de", "o'neil@example.com"})
    void an_address_that_can_be_is_taken(String typed) {
        assertThat(EmailAddress.isPlausible(typed)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dana",
                "dana@",
                "@example.com",
                "dana@example",
                "dana example@example.com",
                "a@b@example.com",
                "dana@example.com\r\nBcc: all@example.com",
                "<dana@example.com>",
                "dana@example..com",
                ".dana@example.com",
                "dana.@example.com",
                "dana@example.com,eve@example.com"
            })
    void an_address_that_cannot_be_is_refused(String typed) {
        assertThat(EmailAddress.isPlausible(typed)).isFalse();
    }

    @Test
    void an_address_longer_than_any_mail_server_takes_is_refused() {
        assertThat(EmailAddress.isPlausible("a@" + "b".repeat(260) + ".com")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"40, 40", "37.5, 37.5", "37.50, 37.5", "100, 100", "0.001, 0.001", "33.333, 33.333", "050, 50"})
    void a_percentage_is_read_with_up_to_three_decimals(String typed, BigDecimal percent) {
        assertThat(Share.parse(typed)).contains(percent);
    }

    @ParameterizedTest
    @CsvSource({"40.000, 40", "37.50, 37.5", "1E+2, 100", "0.010, 0.01", "33.333, 33.333"})
    void a_percentage_is_shown_without_needless_zeros(BigDecimal percent, String shown) {
        assertThat(Share.format(percent)).isEqualTo(shown);
    }

    @Test
    void lines_keep_what_would_forge_a_line() {
        Map<String, String> metadata = Map.of("a.b", "x=y\nq_org=evil", "ü", "%0A ");
        List<String> lines = List.of("first\nsecond", "", "ünï");

        assertThat(Lines.toMap(Lines.ofMap(metadata))).isEqualTo(metadata);
        assertThat(Lines.toList(Lines.ofList(lines))).isEqualTo(lines);
        assertThat(Lines.toMap("")).isEmpty();
        assertThat(Lines.toList("")).isEmpty();
    }
}
