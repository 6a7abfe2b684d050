package dev.quittance.stripe.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CheckScheduleTest {
    private static final Instant MADE = Instant.parse("2026-11-23T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "PT0S, PT1M",
        "PT14M, PT1M",
        "PT15M, PT5M",
        "PT1H59M, PT5M",
        "PT2H, PT30M",
        "PT24H, PT30M",
        "PT25H, PT6H",
        "P13D, PT6H",
        "P14D, P1D",
        "P400D, P1D"
    })
    void what_is_fresh_is_read_each_minute_and_what_is_old_ever_more_rarely(Duration age, Duration pause) {
        Instant now = MADE.plus(age);

        assertThat(CheckSchedule.next(MADE, now)).isEqualTo(now.plus(pause));
    }
}
