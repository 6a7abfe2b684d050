package dev.quittance.platform.sample;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for what another thread does, for a bounded time. */
public final class Until {
    private static final long LOOKS = 600;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private Until() {}

    /** Returns as soon as it is so; fails after half a minute. */
    public static void comesTrue(Callable<Boolean> question) throws Exception {
        for (long look = 0; look < LOOKS; look++) {
            if (question.call()) {
                return;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new AssertionError("it did not come true");
    }
}
