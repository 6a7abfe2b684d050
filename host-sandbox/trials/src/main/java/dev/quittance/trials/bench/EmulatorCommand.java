package dev.quittance.trials.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.trials.AppFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench emulator}: how many customers the local Stripe makes durably in a second, and how many objects it holds. */
@Command(
        name = "emulator",
        description = "Measures durable POST /v1/customers over keep-alive connections to the local Stripe.",
        mixinStandardHelpOptions = true)
final class EmulatorCommand implements Callable<Integer> {
    /** What the project promises on two cores. */
    private static final long LIMIT_PER_SECOND = 1500;

    private final ObjectMapper json = new ObjectMapper();

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--seconds", description = "How long each round lasts.", defaultValue = "10")
    private int seconds;

    @Option(names = "--connections", description = "Callers at once.", defaultValue = "64")
    private int connections;

    @Option(names = "--objects", description = "How many objects to fill it with at last.", defaultValue = "100000")
    private int objects;

    @Option(names = "--heap", description = "The local Stripe's heap, as for -Xmx.", defaultValue = "256m")
    private String heap = "256m";

    @Option(names = "--jar", description = "The local Stripe's jar (default: the one in this checkout).")
    private @Nullable Path jar;

    @Override
    public Integer call() throws IOException {
        Path program = jar == null ? AppFolder.emulatorJar() : jar;
        if (!Files.isRegularFile(program)) {
            throw new IllegalStateException(
                    "there is no local Stripe at " + program + ": build it, or name it with --jar");
        }
        ObjectNode figures = json.createObjectNode();
        figures.put("ok", true);
        figures.put("bench", "emulator");
        try (EmulatorUnderLoad stripe = EmulatorUnderLoad.start(program, heap)) {
            stripe.load(connections, Duration.ofSeconds(Math.max(2, seconds / 2)));
            long cpuBefore = stripe.cpuNanos();
            Round grouped = stripe.load(connections, Duration.ofSeconds(seconds));
            long cpuNanos = stripe.cpuNanos() - cpuBefore;
            Round alone = stripe.load(1, Duration.ofSeconds(Math.max(1, seconds / 2)));
            figures.put("creates_per_s", grouped.perSecond());
            figures.put("p50_ms", grouped.millisAt(50));
            figures.put("p99_ms", grouped.millisAt(99));
            // Says more than the rate where the machine is busy with something else.
            figures.put(
                    "cpu_us_each", cpuNanos / 1000 / Math.max(1, grouped.nanos().size()));
            figures.put("limit_per_s", LIMIT_PER_SECOND);
            figures.put("percent_of_limit", grouped.perSecond() * 100 / LIMIT_PER_SECOND);
            figures.put("one_write_each_per_s", alone.perSecond());
            figures.put("bare_write_each_per_s", BareDisk.forcedLinesPerSecond(stripe.data(), Duration.ofSeconds(2)));
            stripe.fill(connections, objects);
            figures.put("objects", stripe.created());
            figures.put("heap", heap);
            figures.put("rss_mb", Memory.residentMegabytes(stripe.pid()));
        }
        if (spec == null) {
            throw new IllegalStateException("picocli sets it before it calls");
        }
        spec.commandLine().getOut().println(figures);
        return 0;
    }
}
