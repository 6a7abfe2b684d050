package dev.quittance.trials.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.trials.AppFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench start}: how long until the first page, and how much memory then, each time with fresh data. */
@Command(
        name = "start",
        description = "Measures the start of the CRM with fresh data: time to the first page, and memory.",
        mixinStandardHelpOptions = true)
final class StartCommand implements Callable<Integer> {
    private final ObjectMapper json = new ObjectMapper();

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--times", description = "How many starts; the middle one counts.", defaultValue = "3")
    private int times;

    @Option(names = "--crm", description = "The CRM's jar (default: the one in this checkout).")
    private @Nullable Path crm;

    @Option(names = "--java-option", description = "An option for the CRM's Java (default: -Xmx256m). Repeatable.")
    private List<String> javaOptions = new ArrayList<>();

    @Option(names = "--db", description = "A JDBC URL to pass on.")
    private @Nullable String database;

    @Option(names = "--json", description = "Only JSON on standard output.")
    private boolean onlyJson;

    @Override
    public Integer call() throws IOException {
        Path jar = crm == null ? AppFolder.crmJar() : crm;
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException("there is no CRM at " + jar + ": build it, or name it with --crm");
        }
        List<String> options = javaOptions.isEmpty() ? List.of("-Xmx256m") : javaOptions;
        List<Start> starts = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            Start start = new CrmStart(jar, options, arguments(), Clock.systemUTC()).measure();
            starts.add(start);
            report("first page after " + start.firstPageMillis() + " ms, " + start.residentMegabytes() + " MB");
        }
        Collections.sort(starts);
        Start middle = starts.get(starts.size() / 2);
        ObjectNode figures = json.createObjectNode();
        figures.put("ok", true);
        figures.put("bench", "start");
        figures.put("first_page_ms", middle.firstPageMillis());
        figures.put("rss_mb", middle.residentMegabytes());
        figures.put("starts", starts.size());
        commandSpec().commandLine().getOut().println(figures);
        return 0;
    }

    private List<String> arguments() {
        return database == null ? List.of() : List.of("--db", database);
    }

    private void report(String line) {
        if (onlyJson) {
            commandSpec().commandLine().getErr().println(line);
        } else {
            commandSpec().commandLine().getOut().println(line);
        }
    }

    private CommandSpec commandSpec() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets it before it calls");
        }
        return spec;
    }
}
