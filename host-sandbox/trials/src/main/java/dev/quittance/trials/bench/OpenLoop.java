package dev.quittance.trials.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Calls at a steady rate, whether or not the ones before are answered. A call's time counts from when it was planned, so that what waits
 * behind a slow one is slow too.
 */
final class OpenLoop {
    private static final Duration LEAST_PATIENCE = Duration.ofSeconds(5);

    private OpenLoop() {}

    /** Calls so often a second for so long, with so many callers at once at most. */
    static Round of(int perSecond, Duration during, int callers, Crowd.Callers source) {
        long calls = perSecond * during.toMillis() / 1000;
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        AtomicLong next = new AtomicLong();
        long begun = System.nanoTime() + Duration.ofMillis(100).toNanos();
        // Who cannot keep up falls ever further behind; the times say so long before.
        long end = begun + 2 * during.toNanos() + LEAST_PATIENCE.toNanos();
        try {
            List<Future<List<Long>>> running = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                running.add(threads.submit(() -> {
                    List<Long> nanos = new ArrayList<>();
                    try (Crowd.Caller caller = source.next()) {
                        for (long n = next.getAndIncrement();
                                n < calls && System.nanoTime() < end;
                                n = next.getAndIncrement()) {
                            long planned = begun + n * 1_000_000_000L / perSecond;
                            await(planned);
                            caller.call();
                            nanos.add(System.nanoTime() - planned);
                        }
                    }
                    return nanos;
                }));
            }
            return Crowd.gathered(running, begun);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a caller failed", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void await(long moment) throws IOException {
        for (long left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
            if (Thread.interrupted()) {
                throw new IOException("interrupted");
            }
            LockSupport.parkNanos(left);
        }
    }
}
