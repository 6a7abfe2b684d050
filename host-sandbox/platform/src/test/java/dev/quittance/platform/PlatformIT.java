package dev.quittance.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.record.RecordEvent;
import dev.quittance.api.record.RecordRef;
import dev.quittance.platform.host.PlatformSettings;
import dev.quittance.platform.lifecycle.InstallException;
import dev.quittance.platform.lifecycle.InstalledPlugin.State;
import dev.quittance.platform.lifecycle.Plugins;
import dev.quittance.platform.sample.PluginBuild;
import dev.quittance.platform.sample.TestDatabase;
import dev.quittance.platform.sample.TestHost;
import dev.quittance.platform.sample.TestServer;
import dev.quittance.platform.sample.Until;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PlatformIT {
    private static final String WRITE = "/project/1/actions/sample/write";
    private static final String NOTES = "/api/plugins/sample/notes?prefix=";

    @TempDir
    Path data;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_plugin_is_installed_enabled_used_and_still_on_after_a_restart(TestDatabase database) throws Exception {
        try (TestHost host = new TestHost(database)) {
            try (TestServer server = start(host)) {
                Path zip = PluginBuild.of("sample", "1.0.0").zip(data);
                assertThat(server.platform().plugins().install(zip).state()).isEqualTo(State.DISABLED);
                assertThat(server.platform().plugins().enable("sample").state()).isEqualTo(State.ENABLED);
                assertThat(server.platform().permissionsOf("office")).containsExactly("sample.view", "sample.write");
                assertThat(write(server, "what", "hello", "amount", "1,234.50").statusCode())
                        .isEqualTo(303);
            }
            try (TestServer again = start(host)) {
                HttpResponse<String> notes = again.get("olga", NOTES + "hello");
                assertThat(notes.statusCode()).isEqualTo(200);
                assertThat(notes.body()).contains("hello|1234.50||t1|false").contains("\"loader\":\"own\"");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void the_same_submission_twice_is_written_once(TestDatabase database) throws Exception {
        try (TestHost host = new TestHost(database);
                TestServer server = enabled(host)) {
            Map<String, String> form = TestServer.filledIn(server.get("olga", WRITE), "what", "once", "amount", "5");

            server.post("olga", WRITE, form);
            HttpResponse<String> second =
                    server.post("olga", WRITE, form, "Accept", "application/vnd.quittance.ui+json");

            assertThat(second.body()).contains("\"result\":\"done\"").contains("Written before");
            assertThat(server.get("olga", NOTES + "once").body()).containsOnlyOnce("once|5");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void jobs_run_once_for_a_key_again_after_a_failure_and_by_schedule(TestDatabase database) throws Exception {
        try (TestHost host = new TestHost(database);
                TestServer server = enabled(host)) {
            write(server, "what", "jobs", "amount", "1");

            Until.comesTrue(() -> server.get("olga", NOTES + "ran").body().contains("ran:k1:1"));
            Until.comesTrue(() -> server.get("olga", NOTES + "swept").body().contains("swept:"));
            assertThat(server.get("olga", NOTES + "ran").body()).containsOnlyOnce("ran:k1:1");
            Until.comesTrue(() -> server.get("olga", NOTES + "ran").body().contains("ran:fail1:2"));
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void hooks_of_another_plugin_add_veto_and_hear(TestDatabase database) throws Exception {
        try (TestHost host = new TestHost(database);
                TestServer server = enabled(host)) {
            server.platform()
                    .plugins()
                    .install(PluginBuild.of("witness", "1.0.0").zip(data));
            server.platform().plugins().enable("witness");

            String first = done(write(server, "what", "hooks", "amount", "1"), server);
            assertThat(first).contains("witness.roof=slate").contains("Ten years of warranty");
            assertThat(first).contains("too_early").contains("guard_failed").doesNotContain("guard detail");
            Until.comesTrue(() -> host.told().size() == 1);

            server.platform().plugins().disable("witness");
            assertThat(done(write(server, "what", "hooks", "amount", "1"), server))
                    .doesNotContain("slate");
            server.platform().plugins().enable("witness");
            Until.comesTrue(() -> host.told().size() == 2);
            assertThat(host.told().get(1).text().fallback()).startsWith("heard paid e");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_happened_to_a_record_is_told_once_even_after_a_time_off_and_a_restart(TestDatabase database)
            throws Exception {
        try (TestHost host = new TestHost(database)) {
            try (TestServer server = start(host)) {
                server.platform().recordEvents().publish(signed("before"));
                server.platform()
                        .plugins()
                        .install(PluginBuild.of("witness", "1.0.0").zip(data));
                server.platform().plugins().enable("witness");
                server.platform().recordEvents().publish(signed("on"));
                Until.comesTrue(() -> host.told().size() == 1);
                server.platform().plugins().disable("witness");
                server.platform().recordEvents().publish(signed("off"));
                server.platform().recordEvents().publish(signed("on"));
                server.platform().plugins().enable("witness");
                Until.comesTrue(() -> host.told().size() == 2);
                server.platform().plugins().disable("witness");
                server.platform().recordEvents().publish(signed("stopped"));
            }
            try (TestServer again = start(host)) {
                again.platform().plugins().enable("witness");
                Until.comesTrue(() -> host.told().size() == 3);
                assertThat(host.told())
                        .extracting(notification -> notification.text().fallback())
                        .containsExactly("record signed on", "record signed off", "record signed stopped");
            }
        }
    }

    private static RecordEvent signed(String record) {
        return new RecordEvent(
                "event-" + record,
                RecordEvent.SIGNED,
                new OrgId("o"),
                new RecordRef("project", record),
                Instant.parse("2026-03-01T09:00:00Z"),
                Map.of());
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_newer_version_takes_the_place_of_an_older_one_and_a_broken_one_does_not(TestDatabase database)
            throws Exception {
        try (TestHost host = new TestHost(database);
                TestServer server = enabled(host)) {
            Plugins plugins = server.platform().plugins();
            write(server, "what", "kept", "amount", "1");

            plugins.install(PluginBuild.of("sample", "1.1.0").zip(data));
            assertThat(plugins.list())
                    .extracting(one -> one.version() + one.state())
                    .containsExactly("1.1.0ENABLED");

            Path broken = PluginBuild.of("sample", "1.2.0")
                    .with("db/V0002__broken.sql", "create tabel x".getBytes(StandardCharsets.UTF_8))
                    .zip(data);
            assertThatThrownBy(() -> plugins.install(broken)).isInstanceOf(InstallException.class);
            assertThat(plugins.list())
                    .extracting(one -> one.version() + one.state())
                    .containsExactly("1.1.0ENABLED");
            assertThat(server.get("olga", NOTES + "kept").body()).contains("kept|1");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void two_installations_share_a_database_by_their_prefixes(TestDatabase database) throws Exception {
        try (TestHost host = new TestHost(database)) {
            Path zip = PluginBuild.of("sample", "1.0.0").zip(data);
            for (String prefix : Set.of("", "b_")) {
                try (TestServer server = new TestServer(
                        host, data.resolve("data" + prefix), settings -> settings.withSchemaPrefix(prefix))) {
                    assertThat(server.platform().plugins().list()).isEmpty();
                    server.platform().plugins().install(zip);
                    server.platform().plugins().enable("sample");
                    assertThat(server.get("olga", NOTES + "written").body()).doesNotContain("written|1");
                    write(server, "what", "written", "amount", "1");
                    assertThat(server.get("olga", NOTES + "written").body()).contains("written|1");
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void the_developers_switches_turn_off_what_they_say(TestDatabase database) throws Exception {
        try (TestHost host = new TestHost(database);
                TestServer server = new TestServer(
                        host,
                        data.resolve("data"),
                        settings -> settings.without(Set.of(
                                PlatformSettings.WEBHOOKS,
                                PlatformSettings.REREADING,
                                PlatformSettings.RETURN_PAGE)))) {
            server.platform()
                    .plugins()
                    .install(PluginBuild.of("sample", "1.0.0").zip(data));
            server.platform().plugins().enable("sample");
            write(server, "what", "jobs", "amount", "1");

            assertThat(server.postBytes("", "/webhooks/sample/good", new byte[1])
                            .statusCode())
                    .isEqualTo(503);
            assertThat(server.get("", "/see/tok/done").statusCode()).isEqualTo(503);
            assertThat(server.get("", "/see/tok").statusCode()).isEqualTo(200);
            Until.comesTrue(() -> server.get("olga", NOTES + "ran").body().contains("ran:k1:1"));
            assertThat(server.get("olga", NOTES + "swept").body()).doesNotContain("swept:");
        }
    }

    private TestServer start(TestHost host) throws Exception {
        return new TestServer(host, data.resolve("data"), UnaryOperator.identity());
    }

    private TestServer enabled(TestHost host) throws Exception {
        TestServer server = start(host);
        server.platform().plugins().install(PluginBuild.of("sample", "1.0.0").zip(data));
        server.platform().plugins().enable("sample");
        return server;
    }

    private static HttpResponse<String> write(TestServer server, String... answers) throws Exception {
        return server.post(
                "olga", WRITE, TestServer.filledIn(server.get("olga", WRITE), answers), "Accept", "text/html");
    }

    /** The message that the settings page shows once after an action. */
    private static String done(HttpResponse<String> answer, TestServer server) throws Exception {
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
        return server.get("olga", "/x/sample/settings", "Cookie", cookie).body();
    }
}
