package dev.quittance.trials.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code bench request}: how long a request of payment takes over REST at a steady rate. The plugin calls Stripe for none of them, so all of
 * the time is our own; the calls that it makes meanwhile, for its jobs, are counted by the host's own figure and shown.
 */
@Command(
        name = "request",
        description = "Measures requests of payment over REST at a steady rate, beside two plain durable transactions.",
        mixinStandardHelpOptions = true)
final class RequestCommand implements Callable<Integer> {
    /** What the project promises on two cores. */
    private static final double MOST_P50_MILLIS = 3;

    private static final int MOST_PER_SECOND = 1000;
    private static final int MOST_SECONDS = 600;

    /** As many as wait at once where each takes 100 ms. */
    private static final int CALLERS = 20;

    private final ObjectMapper json = new ObjectMapper();

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--rate", description = "Requests a second.", defaultValue = "200")
    private int rate;

    @Option(names = "--seconds", description = "How long it is measured.", defaultValue = "20")
    private int seconds;

    @Option(names = "--warm-up", description = "Seconds before that.", defaultValue = "40")
    private int warmUp;

    @Option(names = "--db", description = "A PostgreSQL that is there, as a JDBC URL (default: one of our own).")
    private @Nullable String database;

    @Override
    public Integer call() throws IOException, SQLException {
        if (spec == null) {
            throw new IllegalStateException("picocli sets it before it calls");
        }
        Limits.requireWithin(spec, "--rate", rate, MOST_PER_SECOND);
        Limits.requireWithin(spec, "--seconds", seconds, MOST_SECONDS);
        Limits.requireWithin(spec, "--warm-up", warmUp, MOST_SECONDS);
        ObjectNode figures = json.createObjectNode();
        figures.put("bench", "request");
        Path folder = Folders.fresh();
        try (DurablePostgres postgres = DurablePostgres.open(database)) {
            measure(postgres.url(), folder, figures);
        } finally {
            Folders.delete(folder);
        }
        boolean met = figures.path("p50_ms").asDouble() <= MOST_P50_MILLIS;
        figures.put("ok", met);
        spec.commandLine().getOut().println(figures);
        return met ? 0 : 1;
    }

    private void measure(String url, Path folder, ObjectNode figures) throws IOException, SQLException {
        try (Program crm = RunningCrm.start(url, folder)) {
            Requests requests = Requests.of(RunningCrm.address(crm), RunningCrm.signIn(crm));
            PlainTransactions plain = new PlainTransactions(url);
            Round warm = OpenLoop.of(rate, Duration.ofSeconds(warmUp), CALLERS, requests::caller);
            Duration during = Duration.ofSeconds(seconds);
            Round anchor = plain.load(rate, during, CALLERS);
            long outgoing = requests.outgoing();
            long cpu = crm.cpuNanos();
            Round ours = OpenLoop.of(rate, during, CALLERS, requests::caller);
            figures.put("per_s", ours.perSecond());
            figures.put("p50_ms", ours.millisAt(50));
            figures.put("p99_ms", ours.millisAt(99));
            figures.put("limit_p50_ms", MOST_P50_MILLIS);
            figures.put("plain_p50_ms", anchor.millisAt(50));
            figures.put("plain_p99_ms", anchor.millisAt(99));
            figures.put("ratio", Math.round(100 * ours.millisAt(50) / anchor.millisAt(50)) / 100.0);
            // With the mails that follow; says more than the times where the machine is busy with something else.
            figures.put(
                    "cpu_us_each",
                    (crm.cpuNanos() - cpu) / 1000 / Math.max(1, ours.nanos().size()));
            figures.put("calls_to_stripe_meanwhile", requests.outgoing() - outgoing);
            figures.put("warmed_up_by", warm.nanos().size());
        }
    }
}
