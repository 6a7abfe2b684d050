package dev.quittance.trials.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench webhooks}: how many deliveries a second are stored durably, and how many are worked off afterwards. */
@Command(
        name = "webhooks",
        description = "Measures genuine deliveries of 3 KB over keep-alive connections to the installed plugin.",
        mixinStandardHelpOptions = true)
final class WebhooksCommand implements Callable<Integer> {
    /** Java compiles what runs for a minute on a busy machine; until then that is most of what is measured. */
    private static final long WARM_UP = 60_000;

    private static final Duration LONGEST_WARM_UP = Duration.ofMinutes(1);
    private static final Duration LONGEST_FILLING = Duration.ofMinutes(3);

    /** What the project promises on two cores. */
    private static final double LEAST_RATIO = 0.6;

    private static final long MOST_P99_MILLIS = 20;
    private static final long LEAST_APPLIED = 1000;
    private static final long MOST_PAGE_MILLIS = 1000;
    private static final int MOST_CONNECTIONS = 256;
    private static final int MOST_ROUNDS = 100;
    private static final int MOST_SECONDS = 600;
    private static final long MOST_BACKLOG = 1_000_000;

    private final ObjectMapper json = new ObjectMapper();

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--rounds", description = "How often each side is measured, in turn.", defaultValue = "3")
    private int rounds;

    @Option(names = "--seconds", description = "How long each round lasts.", defaultValue = "5")
    private int seconds;

    @Option(names = "--connections", description = "Deliveries at once.", defaultValue = "32")
    private int connections;

    @Option(names = "--backlog", description = "Events that wait when work begins.", defaultValue = "10000")
    private long backlog;

    @Option(names = "--db", description = "A PostgreSQL that is there, as a JDBC URL (default: one of our own).")
    private @Nullable String database;

    @Override
    public Integer call() throws IOException, SQLException {
        if (spec == null) {
            throw new IllegalStateException("picocli sets it before it calls");
        }
        Limits.requireWithin(spec, "--rounds", rounds, MOST_ROUNDS);
        Limits.requireWithin(spec, "--seconds", seconds, MOST_SECONDS);
        Limits.requireWithin(spec, "--connections", connections, MOST_CONNECTIONS);
        Limits.requireWithin(spec, "--backlog", backlog, MOST_BACKLOG);
        ObjectNode figures = json.createObjectNode();
        figures.put("bench", "webhooks");
        Path folder = Folders.fresh();
        try (DurablePostgres postgres = DurablePostgres.open(database)) {
            measure(postgres.url(), folder, figures);
        } finally {
            Folders.delete(folder);
        }
        boolean met = figures.path("ratio").asDouble() >= LEAST_RATIO
                && figures.path("p99_ms").asDouble() <= MOST_P99_MILLIS
                && figures.path("applied_per_s").asLong() >= LEAST_APPLIED
                && figures.path("page_worst_ms").asLong() <= MOST_PAGE_MILLIS;
        figures.put("ok", met);
        spec.commandLine().getOut().println(figures);
        return met ? 0 : 1;
    }

    private void measure(String url, Path folder, ObjectNode figures) throws IOException, SQLException {
        InboxTable.Endpoint endpoint = connected(url, folder);
        try (Program paused = RunningCrm.start(url, folder, "--without", "jobs");
                InboxTable inbox = new InboxTable(url)) {
            Deliveries deliveries = new Deliveries(RunningCrm.address(paused), endpoint, Clock.systemUTC());
            store(deliveries, new PlainInserts(url), figures);
            inbox.clear();
            long cpuBefore = paused.cpuNanos();
            deliveries.fill(connections, backlog, LONGEST_FILLING);
            // Says more than the rate where the machine is busy with something else.
            figures.put("cpu_us_each", (paused.cpuNanos() - cpuBefore) / 1000 / Math.max(1, inbox.stored()));
            figures.put("backlog", inbox.waiting());
        }
        try (Program working = RunningCrm.start(url, folder);
                InboxTable inbox = new InboxTable(url)) {
            Backlog work = new Backlog(inbox, RunningCrm.signIn(working));
            work.await();
            figures.put("applied_per_s", inbox.stored() * 1000 / Math.max(1, inbox.millisOfWork()));
            figures.put("limit_applied_per_s", LEAST_APPLIED);
            figures.put("pages_opened_meanwhile", work.pages());
            figures.put("page_worst_ms", work.worstPageMillis());
            figures.put("limit_page_worst_ms", MOST_PAGE_MILLIS);
        }
    }

    /** The address that the plugin registered at the local Stripe when it was first connected. */
    private static InboxTable.Endpoint connected(String url, Path folder) throws IOException, SQLException {
        try (Program connecting = RunningCrm.start(url, folder);
                InboxTable inbox = new InboxTable(url)) {
            inbox.awaitEndpoint();
            return inbox.findEndpoint(folder.resolve("data").resolve("stripe"));
        }
    }

    /** In turn, so that both sides see the same machine. */
    private void store(Deliveries deliveries, PlainInserts inserts, ObjectNode figures) {
        deliveries.fill(connections, WARM_UP, LONGEST_WARM_UP);
        inserts.load(connections, Duration.ofSeconds(2));
        List<Round> ours = new ArrayList<>();
        List<Round> plain = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            plain.add(inserts.load(connections, Duration.ofSeconds(seconds)));
            ours.add(deliveries.load(connections, Duration.ofSeconds(seconds)));
        }
        Round middle = middle(ours);
        long plainPerSecond = middle(plain).perSecond();
        double ratio = Math.round(100.0 * middle.perSecond() / Math.max(1, plainPerSecond)) / 100.0;
        figures.put("acked_per_s", middle.perSecond());
        figures.put("p50_ms", middle.millisAt(50));
        figures.put("p99_ms", middle.millisAt(99));
        figures.put("limit_p99_ms", MOST_P99_MILLIS);
        figures.put("plain_per_s", plainPerSecond);
        figures.put("ratio", ratio);
        figures.put("limit_ratio", LEAST_RATIO);
    }

    private static Round middle(List<Round> rounds) {
        List<Round> sorted = new ArrayList<>(rounds);
        sorted.sort(Collections.reverseOrder((a, b) -> Long.compare(a.perSecond(), b.perSecond())));
        return sorted.get(sorted.size() / 2);
    }
}
