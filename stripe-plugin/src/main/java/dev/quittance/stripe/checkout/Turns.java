package dev.quittance.stripe.checkout;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Lets clicks on one button wait for each other within this node, so that the second of two finds the session that the first has
 * made, rather than an answer that is still on its way. Correctness does not rest on it: between nodes the database decides.
 */
final class Turns {
    /** Enough that customers rarely wait for a stranger. */
    private static final int STRIPES = 64;

    /** As long as Stripe itself is given. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ReentrantLock[] locks =
            Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(ReentrantLock[]::new);

    /** Does the work when it is this caller's turn, or when waiting has been long enough. */
    <T> T take(UUID what, Supplier<T> work) {
        ReentrantLock lock = locks[Math.floorMod(what.hashCode(), STRIPES)];
        boolean mine = acquire(lock);
        try {
            return work.get();
        } finally {
            if (mine) {
                lock.unlock();
            }
        }
    }

    private static boolean acquire(ReentrantLock lock) {
        try {
            return lock.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
