package dev.quittance.trials.simulation;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * Many seeds of one built plugin. Each seed runs on one thread from its beginning to its end and shares nothing that changes with
 * another, so several run side by side without disturbing their order.
 */
public final class Campaign {
    private final BuiltPlugin built;

    /**
     * A campaign on this plugin.
     *
     * @param built the plugin as built
     */
    public Campaign(BuiltPlugin built) {
        this.built = built;
    }

    /**
     * Runs seeds.
     *
     * @param from the first seed
     * @param count how many
     * @param executor on whose threads; as many as it has run at a time
     * @param onResult told of each seed's result, in the order of the seeds, on the caller's thread
     */
    public CampaignResult run(long from, int count, Executor executor, Consumer<SeedResult> onResult) {
        List<CompletableFuture<SeedResult>> running = LongStream.range(from, from + count)
                .mapToObj(seed -> CompletableFuture.supplyAsync(() -> run(seed), executor))
                .toList();
        CampaignResult sum = CampaignResult.empty();
        for (CompletableFuture<SeedResult> future : running) {
            SeedResult result = future.join();
            onResult.accept(result);
            sum = sum.plus(result);
        }
        return sum;
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
