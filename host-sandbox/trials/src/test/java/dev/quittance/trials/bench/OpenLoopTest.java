package dev.quittance.trials.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

final class OpenLoopTest {
    private static final long SLOW_NANOS = Duration.ofMillis(200).toNanos();

    @Test
    void as_many_calls_are_made_as_the_rate_and_the_time_say() {
        AtomicInteger calls = new AtomicInteger();

        Round round = OpenLoop.of(100, Duration.ofMillis(500), 4, () -> caller(calls::incrementAndGet));

        assertThat(calls).hasValue(50);
        assertThat(round.nanos()).hasSize(50).isSorted();
    }

    @Test
    void what_waits_behind_a_slow_call_is_slow_too() {
        AtomicInteger calls = new AtomicInteger();

        Round round = OpenLoop.of(
                100,
                Duration.ofMillis(100),
                1,
                () -> caller(() -> {
                    if (calls.getAndIncrement() == 0) {
                        waitFor(System.nanoTime() + SLOW_NANOS);
                    }
                }));

        // Planned 90 ms after the slow one at the latest, and answered after it.
        assertThat(round.nanos().get(0)).isGreaterThan(SLOW_NANOS / 2);
    }

    @Test
    void a_call_that_fails_ends_the_measurement() {
        assertThatThrownBy(() -> OpenLoop.of(100, Duration.ofMillis(100), 2, () -> {
                    throw new IOException("refused");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("refused");
    }

    private static void waitFor(long moment) {
        for (long left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static Crowd.Caller caller(Runnable work) {
        return new Crowd.Caller() {
            @Override
            public void call() {
                work.run();
            }

            @Override
            public void close() {}
        };
    }
}
