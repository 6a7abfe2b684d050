package dev.quittance.trials.process;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for what comes in its own time, up to a deadline. */
public final class Eventually {
    private static final Duration PAUSE = Duration.ofMillis(150);

    private Eventually() {}

    /** The first value that comes; fails, with what was waited for, when the time is over. */
    public static <T> T get(String what, Duration limit, Supplier<Optional<T>> look) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            Optional<T> found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("did not come within " + limit.toSeconds() + " s: " + what);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** Waits until something is so. */
    public static void so(String what, Duration limit, Supplier<Boolean> look) {
        get(what, limit, () -> look.get() ? Optional.of(true) : Optional.empty());
    }
}
