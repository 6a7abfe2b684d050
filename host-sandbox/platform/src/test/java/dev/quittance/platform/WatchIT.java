package dev.quittance.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.sample.PluginBuild;
import dev.quittance.platform.sample.TestDatabase;
import dev.quittance.platform.sample.TestHost;
import dev.quittance.platform.sample.TestServer;
import dev.quittance.platform.sample.Until;
import io.micrometer.core.instrument.Tag;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What those who watch over a host can see. */
final class WatchIT {
    private static final String WRITE = "/project/1/actions/sample/write";

    @TempDir
    Path data;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_plugins_do_is_counted_without_saying_whom_it_was_about(TestDatabase database) throws Exception {
        try (TestHost host = new TestHost(database);
                TestServer server = enabled(host)) {
            act(server, "mail", "dana@example.com");
            act(server, "jobs", "");
            act(server, "call", "https://api.sample.test/v1/secret-path");
            server.postBytes("", "/webhooks/sample/good", new byte[1]);
            server.postBytes("", "/webhooks/sample/none", new byte[1]);
            Until.comesTrue(() -> counted(host, "quittance.jobs", "task", "plugin-job", "outcome", "failed") > 0);

            assertThat(counted(host, "quittance.jobs", "task", "plugin-job", "outcome", "ran"))
                    .isPositive();
            assertThat(counted(host, "quittance.mails", "plugin", "sample", "outcome", "handed_over"))
                    .isEqualTo(1);
            assertThat(counted(host, "quittance.webhooks", "plugin", "sample", "status", "200"))
                    .isEqualTo(1);
            assertThat(counted(host, "quittance.webhooks", "plugin", "sample", "status", "404"))
                    .isEqualTo(1);
            assertThat(host.meters()
                            .get("quittance.plugin.calls")
                            .tags("plugin", "sample", "kind", "page", "outcome", "ok")
                            .timer()
                            .count())
                    .isPositive();
            assertThat(host.meters()
                            .get("quittance.outgoing")
                            .tags("plugin", "sample", "host", "api.sample.test")
                            .timer()
                            .count())
                    .isEqualTo(1);
            Set<String> words = new TreeSet<>();
            host.meters()
                    .getMeters()
                    .forEach(meter ->
                            meter.getId().getTags().stream().map(Tag::getValue).forEach(words::add));
            assertThat(words)
                    .allMatch(word -> word.matches("[a-z0-9._-]{2,30}"))
                    .noneMatch(word -> word.contains("dana"));
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void the_health_says_what_works_and_what_does_not(TestDatabase database) throws Exception {
        try (TestHost host = new TestHost(database);
                TestServer server = enabled(host)) {
            server.platform()
                    .plugins()
                    .install(PluginBuild.of("witness", "1.0.0").zip(data));
            server.platform().plugins().install(PluginBuild.of("open", "1.0.0").zip(data));
            refused(server);
            Until.comesTrue(() -> server.platform().health().isUp());
            try (Connection connection = host.dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(
                        "insert into platform.scheduled_tasks"
                                + " (task_name, task_instance, execution_time, picked, version)"
                                + " values ('of-a-later-version', 'x', timestamp with time zone '2020-01-01 00:00:00+00', false, 1)");
            }

            Health health = server.platform().health();

            assertThat(health.database()).isTrue();
            assertThat(health.secondsSinceBeat()).isBetween(0L, 30L);
            assertThat(health.overdueJobs()).isEqualTo(1);
            assertThat(health.plugins())
                    .containsExactlyInAnyOrder(
                            new Health.PluginHealth("sample", "on"),
                            new Health.PluginHealth("witness", "off"),
                            new Health.PluginHealth("open", "failed"));

            host.dataSource().close();
            Health without = server.platform().health();
            assertThat(without.isUp()).isFalse();
            assertThat(without)
                    .extracting(Health::database, Health::overdueJobs, Health::plugins)
                    .containsExactly(false, -1, List.of());
        }
    }

    private static void refused(TestServer server) {
        try {
            server.platform().plugins().enable("open");
            throw new AssertionError("a plugin that anybody could call was switched on");
        } catch (dev.quittance.platform.lifecycle.InstallException e) {
            assertThat(e.code()).isEqualTo("permission_undeclared");
        }
    }

    private static double counted(TestHost host, String name, String... tags) {
        io.micrometer.core.instrument.Counter counter =
                host.meters().find(name).tags(tags).counter();
        return counter == null ? 0 : counter.count();
    }

    private static void act(TestServer server, String what, String more) throws Exception {
        Map<String, String> form =
                TestServer.filledIn(server.get("olga", WRITE), "what", what, "amount", "1", "more", more, "key", "k");
        assertThat(server.post("olga", WRITE, form).statusCode()).isEqualTo(303);
    }

    private TestServer enabled(TestHost host) throws Exception {
        TestServer server = new TestServer(host, data.resolve("data"), UnaryOperator.identity());
        server.platform().plugins().install(PluginBuild.of("sample", "1.0.0").zip(data));
        server.platform().plugins().enable("sample");
        return server;
    }
}
