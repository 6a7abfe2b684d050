package dev.quittance.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.lifecycle.InstalledPlugin;
import dev.quittance.platform.sample.PluginBuild;
import dev.quittance.platform.sample.TestDatabase;
import dev.quittance.platform.sample.TestHost;
import dev.quittance.platform.sample.TestServer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PlatformIT {
    @TempDir
    Path data;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_plugin_is_installed_enabled_used_and_still_on_after_a_restart(TestDatabase database) throws Exception {
        try (TestHost host = new TestHost(database)) {
            try (TestServer server = new TestServer(host, data, UnaryOperator.identity())) {
                Path zip = PluginBuild.of("sample", "1.0.0").zip(data);
                assertThat(server.platform().plugins().install(zip).state()).isEqualTo(InstalledPlugin.State.DISABLED);
                assertThat(server.platform().plugins().enable("sample").state())
                        .isEqualTo(InstalledPlugin.State.ENABLED);

                HttpResponse<String> page = server.get("olga", "/project/1/actions/sample/write");
                assertThat(page.statusCode()).isEqualTo(200);
                Map<String, String> form = TestServer.filledIn(page, "what", "hello", "amount", "1,234.50");
                HttpResponse<String> answer = server.post("olga", "/project/1/actions/sample/write", form);
                assertThat(answer.statusCode()).isEqualTo(303);
                assertThat(answer.headers().firstValue("Location")).hasValue("/project/1");
            }
            try (TestServer again = new TestServer(host, data, UnaryOperator.identity())) {
                HttpResponse<String> notes = again.get("olga", "/api/plugins/sample/notes?prefix=hello");
                assertThat(notes.statusCode()).isEqualTo(200);
                assertThat(notes.body()).contains("hello|1234.50|").contains("\"loader\":\"own\"");
            }
        }
    }
}
