package dev.quittance.crm.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Looks again and again until something is seen or the time is over. */
final class Patience {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(150);

    private Patience() {}

    /** Looks once. */
    @FunctionalInterface
    interface Look<T> {
        /** What was seen, or empty if it has not come yet. */
        Optional<T> look() throws IOException, DemoFailure;
    }

    static <T> Optional<T> wait(Duration limit, Look<T> look) throws IOException, DemoFailure {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            Optional<T> seen = look.look();
            if (seen.isPresent() || System.nanoTime() > deadline) {
                return seen;
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }
}
