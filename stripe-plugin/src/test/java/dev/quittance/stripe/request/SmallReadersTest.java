package dev.quittance.stripe.request;

import static org.assertj.core.api.Assertions.assertThat;

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
    @CsvSource({"40, 4000", "37.5, 3750", "37.50, 3750", "100, 10000", "0.01, 1", "050, 5000"})
    void a_percentage_is_counted_in_basis_points(String typed, int basisPoints) {
        assertThat(Share.parse(typed)).contains(basisPoints);
    }

    @ParameterizedTest
    @CsvSource({"4000, 40", "3750, 37.5", "10000, 100", "1, 0.01", "3333, 33.33"})
    void basis_points_are_shown_without_needless_zeros(int basisPoints, String shown) {
        assertThat(Share.format(basisPoints)).isEqualTo(shown);
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
