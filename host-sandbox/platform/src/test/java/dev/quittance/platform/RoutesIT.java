package dev.quittance.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.platform.lifecycle.InstallException;
import dev.quittance.platform.sample.PluginBuild;
import dev.quittance.platform.sample.TestDatabase;
import dev.quittance.platform.sample.TestHost;
import dev.quittance.platform.sample.TestServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is open, to whom, and that nothing opens without saying so. */
final class RoutesIT {
    @TempDir
    Path data;

    @Test
    void every_route_is_listed_with_who_may_use_it() throws Exception {
        try (TestHost host = new TestHost(TestDatabase.H2);
                TestServer server = started(host)) {
            server.platform()
                    .plugins()
                    .install(PluginBuild.of("sample", "1.0.0").zip(data));
            Set<OpenRoute> off = Set.copyOf(server.platform().routes());
            server.platform().plugins().enable("sample");

            assertThat(off)
                    .containsExactlyInAnyOrder(
                            new OpenRoute("GET", "/assets/platform/{file}", OpenRoute.EVERYBODY),
                            new OpenRoute("POST", "/webhooks/sample/{endpoint}", OpenRoute.EVERYBODY),
                            new OpenRoute("GET", "/see/{...}", OpenRoute.EVERYBODY),
                            new OpenRoute("POST", "/see/{...}", OpenRoute.EVERYBODY));
            assertThat(server.platform().routes())
                    .containsAll(off)
                    .contains(
                            new OpenRoute("POST", "/project/{id}/actions/sample/write", "sample.write"),
                            new OpenRoute("GET", "/project/{id}/lists/sample/notes", "sample.view"),
                            new OpenRoute("POST", "/project/{id}/panels/sample/hint", "sample.write"),
                            new OpenRoute("POST", "/x/sample/settings", "sample.settings"),
                            new OpenRoute("GET", "/api/plugins/sample/notes", "sample.view"),
                            new OpenRoute("GET", "/api/plugins/sample/notes/boom", "sample.view"),
                            new OpenRoute("POST", "/api/plugins/sample/notes/wishes/{status}", "sample.write"))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void nobody_passes_a_route_that_needs_a_permission_without_it() throws Exception {
        try (TestHost host = new TestHost(TestDatabase.H2);
                TestServer server = started(host)) {
            server.platform()
                    .plugins()
                    .install(PluginBuild.of("sample", "1.0.0").zip(data));
            server.platform().plugins().enable("sample");

            for (OpenRoute route : server.platform().routes()) {
                String path = route.pattern().replace("{status}", "201").replaceAll("\\{[^}]*}", "1");
                if (!route.access().equals(OpenRoute.EVERYBODY)) {
                    boolean rest = path.startsWith("/api/");
                    assertThat(server.send("", route.method(), path).statusCode())
                            .as(route.toString())
                            .isEqualTo(rest ? 401 : 303);
                    int status = rest && route.method().equals("POST")
                            ? server.postBytes(
                                            "nobody",
                                            path,
                                            "{}".getBytes(StandardCharsets.UTF_8),
                                            "Content-Type",
                                            "application/json")
                                    .statusCode()
                            : server.send("nobody", route.method(), path).statusCode();
                    assertThat(status).as(route.toString()).isEqualTo(403);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sample.view", "sample.write", "sample.settings"})
    void a_plugin_that_needs_a_permission_it_does_not_declare_is_not_switched_on(String missing) throws Exception {
        try (TestHost host = new TestHost(TestDatabase.H2);
                TestServer server = started(host)) {
            Path zip = PluginBuild.of("sample", "1.0.0")
                    .withManifest("\"id\": \"" + missing + "\"", "\"id\": \"sample.else\"")
                    .zip(data);
            server.platform().plugins().install(zip);

            assertThatThrownBy(() -> server.platform().plugins().enable("sample"))
                    .isInstanceOfSatisfying(
                            InstallException.class,
                            refused -> assertThat(refused.code()).isEqualTo("permission_undeclared"))
                    .hasMessageContaining(missing);
            assertThat(server.platform().routes())
                    .noneMatch(route -> route.pattern().contains("/actions/"));
        }
    }

    @Test
    void a_plugin_whose_rest_method_says_nothing_is_not_switched_on() throws Exception {
        try (TestHost host = new TestHost(TestDatabase.H2);
                TestServer server = started(host)) {
            server.platform().plugins().install(PluginBuild.of("open", "1.0.0").zip(data));

            assertThatThrownBy(() -> server.platform().plugins().enable("open"))
                    .isInstanceOfSatisfying(
                            InstallException.class,
                            refused -> assertThat(refused.code()).isEqualTo("permission_undeclared"))
                    .hasMessageContaining("OpenResource.all");
            assertThat(server.get("olga", "/api/plugins/open/all").statusCode()).isEqualTo(404);
        }
    }

    private TestServer started(TestHost host) throws Exception {
        return new TestServer(host, data.resolve("data"), UnaryOperator.identity());
    }
}
