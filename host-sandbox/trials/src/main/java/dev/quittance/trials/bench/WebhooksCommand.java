package dev.quittance.trials.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.trials.AppFolder;
import java.io.IOException;
import java.net.URI;
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
    private static final Duration WARM_UP = Duration.ofSeconds(6);

    /** What the project promises on two cores. */
    private static final double LEAST_RATIO = 0.6;

    private static final long MOST_P99_MILLIS = 20;
    private static final long LEAST_APPLIED = 1000;

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
        ObjectNode figures = json.createObjectNode();
        figures.put("ok", true);
        figures.put("bench", "webhooks");
        Path folder = Folders.fresh();
        try (DurablePostgres postgres = DurablePostgres.open(database)) {
            measure(postgres.url(), folder, figures);
        } finally {
            Folders.delete(folder);
        }
        if (spec == null) {
            throw new IllegalStateException("picocli sets it before it calls");
        }
        spec.commandLine().getOut().println(figures);
        return 0;
    }

    private void measure(String url, Path folder, ObjectNode figures) throws IOException, SQLException {
        InboxTable.Endpoint endpoint = connected(url, folder);
        try (Program paused = crm(url, folder, "--without", "jobs");
                InboxTable inbox = new InboxTable(url)) {
            Deliveries deliveries = new Deliveries(address(paused), endpoint, Clock.systemUTC());
            store(deliveries, new PlainInserts(url, Deliveries.BYTES), figures);
            long cpuBefore = paused.cpuNanos();
            long storedBefore = inbox.stored();
            deliveries.load(connections, Duration.ofSeconds(2));
            deliveries.fill(connections, backlog);
            // Says more than the rate where the machine is busy with something else.
            figures.put(
                    "cpu_us_each", (paused.cpuNanos() - cpuBefore) / 1000 / Math.max(1, inbox.stored() - storedBefore));
            figures.put("backlog", inbox.waiting());
        }
        try (Program working = crm(url, folder);
                InboxTable inbox = new InboxTable(url)) {
            String user = working.said().path("logins").path(0).path("email").asText();
            String password =
                    working.said().path("logins").path(0).path("password").asText();
            Backlog work = new Backlog(inbox, Office.signIn(address(working), user, password));
            work.await();
            figures.put("applied_per_s", inbox.stored() * 1000 / Math.max(1, inbox.millisOfWork()));
            figures.put("limit_applied_per_s", LEAST_APPLIED);
            figures.put("pages_opened_meanwhile", work.pages());
            figures.put("page_worst_ms", work.worstPageMillis());
        }
    }

    /** The address that the plugin registered at the local Stripe when it was first connected. */
    private static InboxTable.Endpoint connected(String url, Path folder) throws IOException, SQLException {
        try (Program connecting = crm(url, folder);
                InboxTable inbox = new InboxTable(url)) {
            inbox.awaitEndpoint();
            return inbox.findEndpoint(folder.resolve("data").resolve("stripe"));
        }
    }

    /** In turn, so that both sides see the same machine. */
    private void store(Deliveries deliveries, PlainInserts inserts, ObjectNode figures) {
        deliveries.load(connections, WARM_UP);
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

    private static Program crm(String url, Path folder, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "up",
                "--json",
                "--port",
                "0",
                "--db",
                url,
                "--data",
                folder.resolve("data").toString()));
        arguments.addAll(List.of(more));
        return Program.start(AppFolder.crmJar(), List.of("-Xmx256m"), arguments, folder.resolve("err.log"));
    }

    private static URI address(Program crm) {
        return URI.create(crm.said().path("url").asText());
    }
}
