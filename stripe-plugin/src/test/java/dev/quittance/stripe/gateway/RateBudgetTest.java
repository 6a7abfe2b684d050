package dev.quittance.stripe.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.stripe.testhost.TestClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class RateBudgetTest {
    private static final String ACCOUNT = "acct_1";

    private final TestClock clock = new TestClock();
    private final RateBudget budget = new RateBudget(clock);

    @Test
    void an_account_is_asked_25_times_at_once_and_then_15_times_a_second() {
        assertThat(taken(100)).isEqualTo(25);

        pass(Duration.ofSeconds(1));
        assertThat(taken(100)).isEqualTo(15);

        pass(Duration.ofMinutes(1));
        assertThat(taken(100)).isEqualTo(25);
    }

    @Test
    void each_account_has_its_own() {
        assertThat(taken(100)).isEqualTo(25);

        assertThat(budget.take("acct_2")).isTrue();
    }

    @Test
    void the_last_ten_are_for_those_who_wait() {
        assertThat(budget.hasSpare(ACCOUNT)).isTrue();
        assertThat(taken(15)).isEqualTo(15);

        assertThat(budget.hasSpare(ACCOUNT)).isFalse();
        assertThat(taken(100)).isEqualTo(10);
    }

    @Test
    void nobody_asks_before_stripe_wants_to_be_asked_again() {
        budget.pause(ACCOUNT, Duration.ofSeconds(20));
        budget.pause(ACCOUNT, Duration.ofSeconds(2));
        pass(Duration.ofSeconds(19));
        assertThat(budget.take(ACCOUNT)).isFalse();
        assertThat(budget.hasSpare(ACCOUNT)).isFalse();

        pass(Duration.ofSeconds(1));
        assertThat(budget.take(ACCOUNT)).isTrue();
    }

    @Test
    void a_pause_of_an_hour_is_one_of_a_minute() {
        budget.pause(ACCOUNT, Duration.ofHours(1));

        pass(Duration.ofMinutes(1));

        assertThat(budget.take(ACCOUNT)).isTrue();
    }

    private int taken(int tries) {
        int taken = 0;
        for (int i = 0; i < tries; i++) {
            taken += budget.take(ACCOUNT) ? 1 : 0;
        }
        return taken;
    }

    private void pass(Duration time) {
        Instant now = clock.advance(time);
        assertThat(now).isEqualTo(clock.instant());
    }
}
