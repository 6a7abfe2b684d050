package dev.quittance.stripe.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.pf4j.Extension;

class PluginZipIT {
    private static final Path ZIP = Path.of(System.getProperty("plugin.zip", "target/plugin.zip"));
    private static final String INDEX = "META-INF/extensions.idx";

    @Test
    void the_build_leaves_exactly_one_zip() throws IOException {
        try (Stream<Path> files = Files.list(ZIP.toAbsolutePath().getParent())) {
            assertThat(files.filter(file -> file.toString().endsWith(".zip"))).containsExactly(ZIP);
        }
    }

    @Test
    void the_zip_holds_descriptors_migrations_words_and_libraries_and_nothing_else() throws IOException {
        TreeMap<String, byte[]> entries = entries(Files.readAllBytes(ZIP));

        assertThat(entries.keySet())
                .contains("plugin.properties", "plugin.json", "i18n/messages.properties")
                .anyMatch(name -> name.matches("db/V\\d{4}__[a-z_]+\\.sql"))
                .anyMatch(name -> name.matches("lib/stripe-plugin-.*\\.jar"))
                .allMatch(
                        name -> name.matches(
                                "plugin\\.(properties|json)|db(-postgresql)?/[^/]+\\.sql|i18n/[^/]+\\.properties|lib/[^/]+\\.jar"));
        assertThat(text(entries, "plugin.properties"))
                .contains("plugin.version=0.")
                .doesNotContain("${");
        assertThat(text(entries, "plugin.json")).contains("\"stripe-payments\"").doesNotContain("${");
    }

    @Test
    void nothing_that_the_host_brings_is_in_the_zip() throws IOException {
        List<String> classes = new ArrayList<>();
        for (var jar : entries(Files.readAllBytes(ZIP)).entrySet()) {
            if (jar.getKey().startsWith("lib/")) {
                assertThat(jar.getKey()).doesNotContain("plugin-api", "pf4j", "slf4j", "jakarta");
                classes.addAll(entries(jar.getValue()).keySet());
            }
        }

        assertThat(classes)
                .isNotEmpty()
                .noneMatch(name -> name.startsWith("dev/quittance/api/")
                        || name.startsWith("org/pf4j/")
                        || name.startsWith("org/slf4j/")
                        || name.startsWith("io/swagger/")
                        || name.startsWith("jakarta/"));
    }

    @Test
    void the_plugins_jar_carries_the_description_of_its_rest_interface() throws IOException {
        assertThat(text(ownJar(), "dev/quittance/stripe/rest/openapi.json")).contains("\"/payment_requests\"");
    }

    @Test
    void the_rest_resources_load_where_the_annotations_that_describe_them_are_missing() throws Exception {
        URL[] jars = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("swagger"))
                .map(entry -> url(Path.of(entry)))
                .toArray(URL[]::new);
        try (URLClassLoader without = new URLClassLoader(jars, ClassLoader.getPlatformClassLoader())) {
            assertThatThrownBy(() -> without.loadClass("io.swagger.v3.oas.annotations.Operation"))
                    .isInstanceOf(ClassNotFoundException.class);
            Class<?> resource = without.loadClass("dev.quittance.stripe.rest.PaymentRequestResource");

            assertThat(resource.getAnnotations()).hasSize(3);
            assertThat(resource.getMethods())
                    .filteredOn(method -> method.getName().equals("list"))
                    .singleElement()
                    .satisfies(list -> {
                        assertThat(list.getAnnotations()).hasSize(1);
                        assertThat(list.getParameterAnnotations()).hasDimensions(2, 1);
                    });
        }
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void the_extension_index_names_exactly_the_extension_classes() throws Exception {
        TreeMap<String, byte[]> own = ownJar();
        TreeSet<String> indexed = new TreeSet<>();
        for (String line : text(own, INDEX).lines().toList()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                indexed.add(line.strip());
            }
        }
        TreeSet<String> annotated = new TreeSet<>();
        for (String name : own.keySet()) {
            if (name.startsWith("dev/quittance/stripe/") && name.endsWith(".class") && !name.contains("-info")) {
                String type =
                        name.substring(0, name.length() - ".class".length()).replace('/', '.');
                Class<?> loaded = Class.forName(type, false, getClass().getClassLoader());
                if (loaded.isAnnotationPresent(Extension.class)) {
                    annotated.add(type);
                }
            }
        }

        assertThat(indexed).isNotEmpty().isEqualTo(annotated);
    }

    private static TreeMap<String, byte[]> ownJar() throws IOException {
        for (var jar : entries(Files.readAllBytes(ZIP)).entrySet()) {
            if (jar.getKey().startsWith("lib/stripe-plugin-")) {
                return entries(jar.getValue());
            }
        }
        throw new AssertionError("the plugin's own jar is missing");
    }

    private static String text(TreeMap<String, byte[]> entries, String name) {
        byte[] bytes = entries.get(name);
        assertThat(bytes).as(name).isNotNull();
        return new String(bytes == null ? new byte[0] : bytes, StandardCharsets.UTF_8);
    }

    private static TreeMap<String, byte[]> entries(byte[] zip) throws IOException {
        TreeMap<String, byte[]> all = new TreeMap<>();
        try (InputStream bytes = new ByteArrayInputStream(zip);
                ZipInputStream in = new ZipInputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.isDirectory()) {
                    all.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        return all;
    }
}
