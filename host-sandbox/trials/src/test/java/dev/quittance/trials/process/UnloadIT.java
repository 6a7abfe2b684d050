package dev.quittance.trials.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.trials.person.Seen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plugin goes and comes back while people work with it, and leaves nothing behind. */
final class UnloadIT {
    private static final int CYCLES = 20;
    private static final String PLUGIN_CLASS = "dev.quittance.stripe.StripePaymentsPlugin";

    @TempDir
    private Path folder;

    @Test
    void after_twenty_cycles_with_work_in_flight_no_class_loader_and_no_thread_is_left() {
        try (Sandbox sandbox = Sandbox.start(folder.resolve("data"))) {
            Walk office = new Walk(sandbox);
            office.signIn(sandbox.login("admin", 0));
            URI project = office.projects().get(0);
            cycle(sandbox, office, project);
            long threads = threads(sandbox.pid());

            for (int i = 0; i < CYCLES; i++) {
                cycle(sandbox, office, project);
            }

            Eventually.so("one plugin class is left", Duration.ofSeconds(30), () -> pluginClasses(sandbox.pid()) == 1);
            assertThat(threads(sandbox.pid())).as("threads").isLessThanOrEqualTo(threads + 2);
            office.seesOn(project, "Paid");
        }
    }

    /** A payment, a mail and a call are on their way while the plugin is disabled; then it is enabled again. */
    private static void cycle(Sandbox sandbox, Walk office, URI project) {
        List<URI> before = office.payLinks();
        office.person()
                .submit(office.requestForm(project)
                        .with("type", "custom")
                        .with("amount", "10.00")
                        .with("percent", "")
                        .with("overRequest", "true")
                        .with("sendAnother", "true"));
        Seen hostedPage = office.clickPay(office.payLink(before));
        CompletableFuture<Seen> paying =
                CompletableFuture.supplyAsync(() -> office.payWithoutReturning(hostedPage, Walk.GOOD_CARD));
        CompletableFuture<Seen> looking =
                CompletableFuture.supplyAsync(() -> office.person().open(project));

        switchTo(sandbox, office, "disable");

        assertThat(paying.join().status()).isEqualTo(303);
        assertThat(looking.join().status()).isEqualTo(200);
        switchTo(sandbox, office, "enable");
    }

    private static void switchTo(Sandbox sandbox, Walk office, String action) {
        Seen plugins = office.person().open(sandbox.url(), "/settings");
        Seen after = office.person().submit(plugins.form("form[action$=/plugins/" + action + "]"));
        assertThat(after.status()).isEqualTo(200);
    }

    /** How many generations of the plugin's main class are loaded, after a full collection. */
    private static long pluginClasses(long pid) {
        String histogram = jcmd(pid, "GC.run", "") + jcmd(pid, "VM.class_hierarchy", PLUGIN_CLASS);
        return histogram
                .lines()
                .filter(line -> line.contains("|--" + PLUGIN_CLASS))
                .count();
    }

    private static long threads(long pid) {
        return jcmd(pid, "Thread.print", "")
                .lines()
                .filter(line -> line.startsWith("\""))
                .count();
    }

    static String jcmd(long pid, String command, String argument) {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        List<String> line = List.of(jcmd, Long.toString(pid), command, argument).stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.toList());
        try {
            Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
