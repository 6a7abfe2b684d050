package dev.quittance.platform.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.api.CrmPlugin;
import dev.quittance.platform.sample.PluginBuild;
import dev.quittance.platform.sample.TestDatabase;
import dev.quittance.platform.sample.TestHost;
import dev.quittance.platform.sample.TestServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class InstallIT {
    private final Path data;
    private final TestHost host;
    private final TestServer server;

    InstallIT() throws Exception {
        data = Files.createTempDirectory("install");
        host = new TestHost(TestDatabase.H2);
        server = new TestServer(host, data.resolve("data"), UnaryOperator.identity());
    }

    @AfterAll
    void end() throws Exception {
        server.close();
        host.close();
    }

    static Stream<Arguments> spoiled() {
        return Stream.of(
                spoiled("manifest_invalid", build -> build.without("plugin.json")),
                spoiled("manifest_invalid", build -> build.withManifest("\"sample\",", "\"Sample/..\",")),
                spoiled("manifest_invalid", build -> build.withManifest("\"apiLevel\": 1", "\"apiLevel\": 2")),
                spoiled("manifest_invalid", build -> build.withManifest("\"see\"", "\"api\"")),
                spoiled(
                        "manifest_invalid",
                        build -> build.withManifest("https://api.sample.test", "ftp://api.sample.test")),
                spoiled("manifest_invalid", build -> build.withManifest("sample.view", "other.view")),
                spoiled(
                        "manifest_invalid",
                        build -> build.withManifest("\"name\": \"Sample\"", "\"name\": \"A\", \"name\": \"B\"")),
                spoiled(
                        "plugin_class",
                        build -> build.withManifest("dev.sample.SamplePlugin", "dev.sample.Notes")
                                .with(
                                        "plugin.properties",
                                        text(
                                                "plugin.id=sample\nplugin.version=9.0.0\nplugin.class=dev.sample.Notes\n"))),
                spoiled("host_classes", build -> build.with("classes/org/slf4j/Logger.class", new byte[4])),
                spoiled(
                        "host_classes",
                        build -> build.with("lib/api.jar", jar("dev/quittance/api/Money.class", new byte[4]))),
                spoiled(
                        "host_classes",
                        build -> build.with(
                                "lib/x.jar", jar("META-INF/versions/17/org/pf4j/Plugin.class", new byte[4]))),
                spoiled("no_extensions", build -> build.with("lib/sample.jar", reindexed(build, ""))),
                spoiled("extension_broken", build -> build.with("lib/sample.jar", reindexed(build, "dev.sample.Gone"))),
                spoiled(
                        "extension_unknown",
                        build -> build.with("lib/sample.jar", reindexed(build, "dev.sample.Notes"))));
    }

    @ParameterizedTest
    @MethodSource("spoiled")
    void a_zip_that_cannot_run_here_is_refused_with_its_reason(String code, Function<PluginBuild, PluginBuild> spoil)
            throws Exception {
        Path zip = spoil.apply(PluginBuild.of("sample", "9.0.0")).zip(data);

        assertThatThrownBy(() -> server.platform().plugins().install(zip))
                .isInstanceOfSatisfying(
                        InstallException.class, e -> assertThat(e.code()).isEqualTo(code));
        assertThat(server.platform().plugins().list())
                .noneMatch(plugin -> plugin.version().equals("9.0.0"));
    }

    @Test
    void a_plugin_that_does_not_start_is_noted_as_failed_and_leaves_nothing_on() throws Exception {
        Path zip = PluginBuild.of("witness", "1.0.0")
                .with("db/V0001__broken.sql", text("create tabel x"))
                .zip(data);
        server.platform().plugins().install(zip);

        assertThatThrownBy(() -> server.platform().plugins().enable("witness")).isInstanceOf(InstallException.class);

        assertThat(server.platform().plugins().list())
                .filteredOn(plugin -> plugin.id().equals("witness"))
                .singleElement()
                .satisfies(plugin -> {
                    assertThat(plugin.state()).isEqualTo(InstalledPlugin.State.FAILED);
                    assertThat(plugin.reason()).isNotEmpty();
                });
    }

    @Test
    void the_same_zip_again_changes_nothing_and_switching_is_repeatable() throws Exception {
        Path zip = PluginBuild.of("sample", "1.0.0").zip(data);
        Plugins plugins = server.platform().plugins();
        plugins.install(zip);
        plugins.enable("sample");

        assertThat(plugins.install(zip).state()).isEqualTo(InstalledPlugin.State.ENABLED);
        assertThat(plugins.enable("sample").state()).isEqualTo(InstalledPlugin.State.ENABLED);
        assertThat(plugins.disable("sample").state()).isEqualTo(InstalledPlugin.State.DISABLED);
        assertThat(plugins.disable("sample").state()).isEqualTo(InstalledPlugin.State.DISABLED);
    }

    @Test
    void an_unknown_plugin_cannot_be_switched() {
        assertThatThrownBy(() -> server.platform().plugins().enable("none")).isInstanceOf(InstallException.class);
        assertThatThrownBy(() -> server.platform().plugins().disable("none")).isInstanceOf(InstallException.class);
    }

    @Test
    void a_plugin_sees_the_shared_classes_and_none_of_the_hosts_others() throws Exception {
        HostClassesFilter filter = new HostClassesFilter(InstallIT.class.getClassLoader());

        assertThat(filter.loadClass(CrmPlugin.class.getName())).isSameAs(CrmPlugin.class);
        assertThat(filter.loadClass("javax.sql.DataSource")).isSameAs(javax.sql.DataSource.class);
        for (String hidden : List.of(
                "dev.quittance.platform.Platform",
                "com.fasterxml.jackson.databind.ObjectMapper",
                "org.flywaydb.core.Flyway",
                "com.zaxxer.hikari.HikariConfig")) {
            assertThatThrownBy(() -> filter.loadClass(hidden)).isInstanceOf(ClassNotFoundException.class);
        }
        assertThat(filter.getResource("META-INF/services/java.sql.Driver")).isNull();
    }

    private static Arguments spoiled(String code, Function<PluginBuild, PluginBuild> spoil) {
        return Arguments.of(code, spoil);
    }

    private static byte[] text(String words) {
        return words.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] jar(String name, byte[] content) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream jar = new ZipOutputStream(bytes)) {
                jar.putNextEntry(new ZipEntry(name));
                jar.write(content);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The plugin's jar with another index. */
    private static byte[] reindexed(PluginBuild build, String index) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        InputStream old =
                new ByteArrayInputStream(Objects.requireNonNull(build.entries().get("lib/sample.jar")));
        try (ZipInputStream in = new ZipInputStream(old);
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(entry.getName().endsWith("extensions.idx") ? text(index) : in.readAllBytes());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }
}
