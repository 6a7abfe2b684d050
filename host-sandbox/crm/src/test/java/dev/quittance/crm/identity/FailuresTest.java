package dev.quittance.crm.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class FailuresTest {
    private final MovingClock clock = new MovingClock();
    private final Failures failures = new Failures(clock, 3);

    @Test
    void a_key_waits_from_its_limit_on_until_its_oldest_failure_is_forgotten() {
        failures.add("a");
        clock.advance(Duration.ofMinutes(5));
        failures.add("a");
        assertThat(failures.waitFor("a")).isZero();
        failures.add("a");

        assertThat(failures.waitFor("a")).isEqualTo(Duration.ofMinutes(10));
        assertThat(failures.waitFor("b")).isZero();
        clock.advance(Duration.ofMinutes(10));
        assertThat(failures.waitFor("a")).isZero();
    }

    @Test
    void success_forgets_the_failures_before_it() {
        failures.add("a");
        failures.add("a");
        failures.forget("a");
        failures.add("a");

        assertThat(failures.waitFor("a")).isZero();
    }
}
