package dev.quittance.platform.sample;

import dev.quittance.api.CrmPlugin;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Compiles a plugin of {@code src/test/plugins} and packs its zip, whole or spoiled. */
public final class PluginBuild {
    private final String name;
    private final String version;
    private final Map<String, byte[]> entries = new TreeMap<>();

    private PluginBuild(String name, String version) {
        this.name = name;
        this.version = version;
    }

    /** The plugin of this name, compiled. */
    public static PluginBuild of(String name, String version) throws Exception {
        PluginBuild build = new PluginBuild(name, version);
        build.compileAndCollect();
        return build;
    }

    /** The same with one more file in the zip, or another in its place. */
    public PluginBuild with(String path, byte[] content) {
        entries.put(path, content);
        return this;
    }

    /** The same without a file. */
    public PluginBuild without(String path) {
        entries.remove(path);
        return this;
    }

    /** The same with other words in its manifest. */
    public PluginBuild withManifest(String from, String to) {
        String text = new String(entries.get("plugin.json"), StandardCharsets.UTF_8).replace(from, to);
        return with("plugin.json", text.getBytes(StandardCharsets.UTF_8));
    }

    /** Its classes and other files by their path in the zip. */
    public Map<String, byte[]> entries() {
        return entries;
    }

    /** Writes the zip. */
    public Path zip(Path folder) throws IOException {
        Path zip = Files.createTempFile(folder, name + "-" + version, ".zip");
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
        return zip;
    }

    private void compileAndCollect() throws Exception {
        Path source = Path.of("src/test/plugins").resolve(name);
        Path classes = Files.createTempDirectory("plugin-classes");
        List<Path> files = files(source, ".java");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options = new ArrayList<>(
                List.of("-d", classes.toString(), "-proc:none", "--release", "17", "-parameters", "-cp", classPath()));
        files.forEach(file -> options.add(file.toString()));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        if (compiler.run(null, said, said, options.toArray(new String[0])) != 0) {
            throw new IllegalStateException(said.toString(StandardCharsets.UTF_8));
        }
        entries.put("lib/" + name + ".jar", jar(classes));
        for (String kind : List.of(".sql", ".properties", ".json")) {
            for (Path file : files(source, kind)) {
                String text = Files.readString(file).replace("@version@", version);
                entries.put(source.relativize(file).toString(), text.getBytes(StandardCharsets.UTF_8));
            }
        }
        entries.put("plugin.properties", properties().getBytes(StandardCharsets.UTF_8));
    }

    private String properties() {
        String json = new String(entries.get("plugin.json"), StandardCharsets.UTF_8);
        String type = json.replaceFirst("(?s).*\"pluginClass\": \"([^\"]*)\".*", "$1");
        return "plugin.id=" + name + "\nplugin.version=" + version + "\nplugin.class=" + type + "\n";
    }

    private static byte[] jar(Path classes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream jar = new ZipOutputStream(bytes)) {
            List<String> extensions = new ArrayList<>();
            for (Path file : files(classes, ".class")) {
                String entry = classes.relativize(file).toString();
                byte[] content = Files.readAllBytes(file);
                jar.putNextEntry(new ZipEntry(entry));
                jar.write(content);
                if (new String(content, StandardCharsets.ISO_8859_1).contains("Lorg/pf4j/Extension;")) {
                    extensions.add(entry.replace('/', '.').replace(".class", ""));
                }
            }
            jar.putNextEntry(new ZipEntry("META-INF/extensions.idx"));
            jar.write(extensions.stream()
                    .collect(Collectors.joining("\n", "# index\n", "\n"))
                    .getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }

    private static String classPath() throws URISyntaxException {
        List<String> parts = new ArrayList<>();
        for (Class<?> type : List.of(
                CrmPlugin.class,
                org.pf4j.Plugin.class,
                jakarta.ws.rs.Path.class,
                org.slf4j.Logger.class,
                org.jspecify.annotations.Nullable.class)) {
            parts.add(Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString());
        }
        return String.join(File.pathSeparator, parts);
    }
}
