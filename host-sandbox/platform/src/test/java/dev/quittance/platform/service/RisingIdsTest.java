package dev.quittance.platform.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RisingIdsTest {
    private final RisingIds ids =
            new RisingIds(Clock.fixed(Instant.parse("2026-11-21T08:00:00Z"), ZoneOffset.UTC), new SecureRandom());

    @Test
    void ids_rise_even_when_the_clock_stands() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            made.add(ids.next().toString());
        }

        assertThat(made).isSorted().doesNotHaveDuplicates();
        assertThat(ids.next().version()).isEqualTo(7);
        assertThat(ids.next().variant()).isEqualTo(2);
    }

    @Test
    void a_token_is_22_characters_of_base64url() {
        assertThat(ids.token()).matches("[A-Za-z0-9_-]{22}").isNotEqualTo(ids.token());
    }
}
