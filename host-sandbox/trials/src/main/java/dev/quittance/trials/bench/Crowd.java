package dev.quittance.trials.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Callers at once, each of whom calls again as soon as it is answered. */
final class Crowd {
    /** One caller, with what it keeps open. */
    interface Caller extends AutoCloseable {
        /**
         * Calls once and waits for the answer.
         *
         * @throws IOException if it is not the right one
         */
        void call() throws IOException;

        @Override
        void close() throws IOException;
    }

    /** Brings a caller. */
    @FunctionalInterface
    interface Callers {
        Caller next() throws IOException;
    }

    /** Whether a caller goes on. */
    @FunctionalInterface
    interface GoOn {
        boolean now();
    }

    private Crowd() {}

    /** Has so many callers call until they are not to go on. */
    static Round of(int callers, Callers source, GoOn goOn) {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        long begun = System.nanoTime();
        try {
            List<Future<List<Long>>> running = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                running.add(threads.submit(() -> {
                    try (Caller caller = source.next()) {
                        return timed(caller, goOn);
                    }
                }));
            }
            return gathered(running, begun);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a caller failed", e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** What all of them took, once each has ended. */
    static Round gathered(List<Future<List<Long>>> running, long begun)
            throws InterruptedException, ExecutionException {
        List<Long> all = new ArrayList<>();
        for (Future<List<Long>> caller : running) {
            all.addAll(caller.get());
        }
        all.sort(Comparator.naturalOrder());
        return new Round(all, System.nanoTime() - begun);
    }

    private static List<Long> timed(Caller caller, GoOn goOn) throws IOException {
        List<Long> nanos = new ArrayList<>();
        while (goOn.now()) {
            long before = System.nanoTime();
            caller.call();
            nanos.add(System.nanoTime() - before);
        }
        return nanos;
    }
}
