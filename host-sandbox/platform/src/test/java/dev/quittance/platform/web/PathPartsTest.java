package dev.quittance.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PathPartsTest {

    @Test
    void parts_are_decoded_once() {
        assertThat(PathParts.of("/pay/a%20b/%C3%BC/%2525").orElseThrow()).containsExactly("pay", "a b", "ü", "%25");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/pay/..", "/pay/%2e%2e/x", "/pay/a%2Fb", "/pay/%", "/pay/%zz", "/pay/%ff", "/pay/a%00", "pay"})
    void what_could_mean_two_things_is_no_path(String raw) {
        assertThat(PathParts.of(raw)).isEmpty();
    }
}
