package dev.quittance.trials;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.trials.simulation.BuiltPlugin;
import dev.quittance.trials.simulation.Campaign;
import dev.quittance.trials.simulation.CampaignResult;
import dev.quittance.trials.simulation.SeedResult;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code simulate}: many seeds, or one to see again what it did. Exit 0 only if nothing was violated. */
@Command(
        name = "simulate",
        description = "Runs the built plugin in a simulated world, with faults and crashes, and audits its books.",
        mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {
    private static final int VIOLATED = 1;

    private final ObjectMapper json = new ObjectMapper();

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--seeds", description = "How many seeds to run (default: ${DEFAULT-VALUE}).", defaultValue = "50")
    private int seeds;

    @Option(names = "--from", description = "The first seed (default: ${DEFAULT-VALUE}).", defaultValue = "1")
    private long from;

    @Option(names = "--seed", description = "Runs this one seed and shows every step of it.")
    private @Nullable Long seed;

    @Option(
            names = "--threads",
            description = "How many seeds run at a time; 0 for one on each processor.",
            defaultValue = "0")
    private int threads;

    @Option(names = "--plugin", description = "The plugin's zip (default: the one that was built with this).")
    private @Nullable Path plugin;

    @Option(names = "--json", description = "Only JSON on standard output, one object a line.")
    private boolean onlyJson;

    @Option(names = "--verbose", description = "One line for each seed, with the hash of its trace.")
    private boolean verbose;

    @Override
    public Integer call() {
        Clock clock = Clock.systemUTC();
        int workers = threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
        ExecutorService executor = Executors.newFixedThreadPool(workers);
        try (BuiltPlugin built = BuiltPlugin.open(plugin == null ? AppFolder.pluginZip() : plugin)) {
            Instant start = clock.instant();
            CampaignResult result = run(new Campaign(built), executor);
            out().println(summary(result, Duration.between(start, clock.instant())));
            out().flush();
            return result.isOk() ? 0 : VIOLATED;
        } finally {
            executor.shutdownNow();
        }
    }

    private CampaignResult run(Campaign campaign, ExecutorService executor) {
        if (seed == null) {
            return campaign.run(from, seeds, executor, this::show);
        }
        SeedResult one = campaign.run(seed, line -> log().println(line));
        show(one);
        return CampaignResult.of(one);
    }

    private void show(SeedResult result) {
        if (verbose || seed != null) {
            ObjectNode line = json.createObjectNode();
            line.put("seed", result.seed());
            line.put("hash", result.hash());
            line.put("ok", result.isOk());
            line.put("payments", result.payments());
            out().println(line);
        }
        if (!result.isOk()) {
            log().println("seed " + result.seed() + " violates:");
            result.violations().forEach(violation -> log().println("  " + violation));
            if (seed == null) {
                log().println("  see all of it with: simulate --seed " + result.seed());
            }
        }
        log().flush();
    }

    private ObjectNode summary(CampaignResult result, Duration took) {
        ObjectNode summary = json.createObjectNode();
        summary.put("ok", result.isOk());
        summary.put("seeds", result.seeds());
        summary.put("faults", result.faults());
        summary.put("crashes", result.crashCount());
        ObjectNode points = summary.putObject("crash_points");
        result.crashes().forEach((point, times) -> points.put(point.name().toLowerCase(Locale.ROOT), times));
        summary.put("payments", result.payments());
        summary.put("days", result.days());
        summary.put("violations", result.violations());
        summary.put("seeds_per_s", perSecond(result.seeds(), took));
        return summary;
    }

    private static BigDecimal perSecond(int seeds, Duration took) {
        return BigDecimal.valueOf(seeds * 1000L)
                .divide(BigDecimal.valueOf(Math.max(1, took.toMillis())), 1, RoundingMode.HALF_UP);
    }

    private PrintWriter out() {
        return commandSpec().commandLine().getOut();
    }

    /** With JSON on standard output everything else goes to standard error. */
    private PrintWriter log() {
        return onlyJson ? commandSpec().commandLine().getErr() : out();
    }

    private CommandSpec commandSpec() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets it before it calls");
        }
        return spec;
    }
}
