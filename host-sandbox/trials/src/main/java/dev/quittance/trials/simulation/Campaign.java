package dev.quittance.trials.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * Many seeds of one built plugin. Each seed runs on one thread from its beginning to its end and shares nothing that changes with
 * another, so several run side by side without disturbing their order.
 */
public final class Campaign {
    private final BuiltPlugin built;
    private final int threads;

    /**
     * A campaign on this plugin.
     *
     * @param built the plugin as built
     * @param threads how many seeds run at a time
     */
    public Campaign(BuiltPlugin built, int threads) {
        this.built = built;
        this.threads = threads;
    }

    /**
     * Runs seeds in their order.
     *
     * @param from the first seed
     * @param count how many
     * @param onResult told of each seed's result, in the order of the seeds, on the caller's thread
     */
    public CampaignResult run(long from, int count, Consumer<SeedResult> onResult) {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Future<SeedResult>> running = new ArrayList<>();
            LongStream.range(from, from + count).forEach(seed -> running.add(workers.submit(() -> run(seed))));
            CampaignResult sum = CampaignResult.empty();
            for (Future<SeedResult> future : running) {
                SeedResult result = future.get();
                onResult.accept(result);
                sum = sum.plus(result);
            }
            return sum;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the simulation itself failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            workers.shutdownNow();
        }
    }

    /** Runs one seed on the caller's thread. */
    public SeedResult run(long seed) {
        return run(seed, line -> {});
    }

    /**
     * Runs one seed on the caller's thread.
     *
     * @param seed the seed
     * @param onStep told of each step of the trace
     */
    public SeedResult run(long seed, Consumer<String> onStep) {
        try (SeedRun run = new SeedRun(seed, built, onStep)) {
            run.live();
            run.audit();
            return run.result();
        } catch (RuntimeException e) {
            throw new IllegalStateException("seed " + seed + " could not be run to its end", e);
        }
    }
}
