package dev.quittance.trials.simulation;

import dev.quittance.api.CrmPlugin;
import dev.quittance.api.PluginContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The plugin's zip as it was built, unpacked, with its classes in a loader of their own. One for all seeds; it holds no state of any
 * of them. Thread-safe.
 */
public final class BuiltPlugin implements AutoCloseable {
    private static final String EXTENSION_INDEX = "META-INF/extensions.idx";

    private final Path folder;
    private final Properties properties;
    private final URLClassLoader loader;
    private final Class<? extends CrmPlugin> pluginClass;
    private final List<Class<?>> extensionClasses;
    private final List<String> migrations;

    private BuiltPlugin(Path folder) throws IOException, ClassNotFoundException {
        this.folder = folder;
        this.properties = readProperties(folder.resolve("plugin.properties"));
        this.loader = new URLClassLoader(jars(folder.resolve("lib")), new SharedClasses());
        this.pluginClass =
                loader.loadClass(properties.getProperty("plugin.class")).asSubclass(CrmPlugin.class);
        this.extensionClasses = readIndex(loader);
        this.migrations = readScripts(folder.resolve("db"));
    }

    /**
     * Unpacks and loads a zip.
     *
     * @param zip the plugin as built
     * @throws UncheckedIOException if it cannot be read
     * @throws IllegalArgumentException if it is no plugin
     */
    public static BuiltPlugin open(Path zip) {
        try {
            Path folder = Files.createTempDirectory("quittance-simulation");
            unpack(zip, folder);
            return new BuiltPlugin(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the plugin " + zip.getFileName(), e);
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException("not a plugin: " + zip.getFileName(), e);
        }
    }

    String id() {
        return properties.getProperty("plugin.id");
    }

    String version() {
        return properties.getProperty("plugin.version");
    }

    /** The plugin's DDL, in the order in which it is applied. */
    List<String> migrations() {
        return migrations;
    }

    List<Class<?>> extensionClasses() {
        return extensionClasses;
    }

    /** A new object graph, not yet started. */
    CrmPlugin create(PluginContext context) {
        try {
            return pluginClass.getConstructor(PluginContext.class).newInstance(context);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("the plugin could not be built", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a plugin has a constructor that takes its context", e);
        }
    }

    @Override
    public void close() {
        try {
            loader.close();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove the unpacked plugin", e);
        }
    }

    private static void unpack(Path zip, Path folder) throws IOException {
        try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("an entry leads out of the zip");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(entries, target);
                }
            }
        }
    }

    private static Properties readProperties(Path file) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            properties.load(in);
        }
        return properties;
    }

    private static URL[] jars(Path lib) throws IOException {
        List<URL> jars = new ArrayList<>();
        for (Path jar : listSorted(lib, ".jar")) {
            jars.add(jar.toUri().toURL());
        }
        return jars.toArray(URL[]::new);
    }

    private static List<Class<?>> readIndex(URLClassLoader loader) throws IOException, ClassNotFoundException {
        List<Class<?>> classes = new ArrayList<>();
        for (URL index : Collections.list(loader.findResources(EXTENSION_INDEX))) {
            String text;
            try (InputStream in = index.openStream()) {
                text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
            for (String line : text.lines().sorted().toList()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    classes.add(loader.loadClass(line.strip()));
                }
            }
        }
        return List.copyOf(classes);
    }

    private static List<String> readScripts(Path db) throws IOException {
        List<String> scripts = new ArrayList<>();
        for (Path script : listSorted(db, ".sql")) {
            scripts.add(Files.readString(script));
        }
        return List.copyOf(scripts);
    }

    private static List<Path> listSorted(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
