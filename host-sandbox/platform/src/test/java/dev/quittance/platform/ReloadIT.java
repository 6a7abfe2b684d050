package dev.quittance.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.api.screen.RecordAction;
import dev.quittance.platform.sample.PluginBuild;
import dev.quittance.platform.sample.TestDatabase;
import dev.quittance.platform.sample.TestHost;
import dev.quittance.platform.sample.TestServer;
import dev.quittance.platform.sample.Until;
import java.lang.ref.WeakReference;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pf4j.PluginClassLoader;

/** Nothing stays of a plugin that was switched off. */
final class ReloadIT {
    private static final int CYCLES = 20;
    private static final String WRITE = "/project/1/actions/sample/write";

    @TempDir
    Path data;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void after_twenty_cycles_with_work_in_flight_no_class_loader_and_no_thread_is_left(TestDatabase database)
            throws Exception {
        try (TestHost host = new TestHost(database);
                TestServer server = new TestServer(host, data.resolve("data"), UnaryOperator.identity())) {
            server.platform()
                    .plugins()
                    .install(PluginBuild.of("sample", "1.0.0").zip(data));
            List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
            cycle(server, 0);
            Set<String> before = threads();

            for (int i = 1; i <= CYCLES; i++) {
                loaders.add(cycle(server, i));
            }

            assertThat(host.mail().getReceivedMessages()).hasSize(CYCLES + 1);
            Until.comesTrue(() -> {
                System.gc();
                return loaders.stream().allMatch(loader -> loader.get() == null);
            });
            assertThat(Thread.getAllStackTraces().keySet())
                    .noneMatch(thread -> thread.getContextClassLoader() instanceof PluginClassLoader);
            Until.comesTrue(() -> before.containsAll(threads()));
        }
    }

    /** One enable and disable, with a page, an action, a mail, a REST call and a job on the way, and a call still in flight at its end. */
    private static WeakReference<ClassLoader> cycle(TestServer server, int number) throws Exception {
        server.platform().plugins().enable("sample");
        ClassLoader loader = ((RunningPlatform) server.platform())
                .registry()
                .findOn("sample")
                .orElseThrow()
                .extensions(RecordAction.class)
                .get(0)
                .getClass()
                .getClassLoader();
        act(server, "mail", "dana" + number + "@example.com");
        act(server, "jobs", "");
        act(server, "call", "https://api.sample.test/v1");
        assertThat(server.get("olga", "/api/plugins/sample/notes").statusCode()).isEqualTo(200);
        CompletableFuture<Integer> inFlight = CompletableFuture.supplyAsync(() -> status(server));
        Until.comesTrue(() -> Thread.getAllStackTraces().values().stream()
                .anyMatch(stack -> List.of(stack).toString().contains("dev.sample.SeePage.page")));

        server.platform().plugins().disable("sample");

        assertThat(inFlight.get()).isEqualTo(200);
        assertThat(server.get("", "/see/tok").statusCode()).isEqualTo(503);
        return new WeakReference<>(loader);
    }

    private static int status(TestServer server) {
        try {
            return server.get("", "/see/tok-nap").statusCode();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void act(TestServer server, String what, String more) throws Exception {
        Map<String, String> form =
                TestServer.filledIn(server.get("olga", WRITE), "what", what, "amount", "1", "more", more, "key", "k");
        HttpResponse<String> answer = server.post("olga", WRITE, form);
        assertThat(answer.statusCode()).isEqualTo(303);
    }

    /** By name; those of the server, of pools and of the test's own client come and go by themselves. */
    private static Set<String> threads() {
        Set<String> names = new TreeSet<>();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (!thread.getName()
                    .matches(
                            "(qtp|Hikari|ForkJoin|HttpClient|SMTP|Smtp|smtp|PostgreSQL|process|H2|MVStore|Generate|Connection|Attach).*")) {
                names.add(thread.getName());
            }
        }
        return names;
    }
}
