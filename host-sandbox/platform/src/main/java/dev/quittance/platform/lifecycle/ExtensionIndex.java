package dev.quittance.platform.lifecycle;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.pf4j.ExtensionPoint;

/**
 * The extension classes that a plugin's index names, {@code META-INF/extensions.idx}. Every one must load: PF4J itself would
 * leave out what does not, without a word.
 */
final class ExtensionIndex {
    private static final String INDEX = "META-INF/extensions.idx";

    private ExtensionIndex() {}

    static List<Class<?>> load(ClassLoader loader) {
        List<Class<?>> classes = new ArrayList<>();
        for (String name : names(loader)) {
            classes.add(load(loader, name));
        }
        if (classes.isEmpty()) {
            throw new InstallException("no_extensions", "the plugin was refused: its index names no extension", null);
        }
        return List.copyOf(classes);
    }

    private static Class<?> load(ClassLoader loader, String name) {
        try {
            Class<?> type = Class.forName(name, false, loader);
            if (!ExtensionPoint.class.isAssignableFrom(type)) {
                throw new InstallException(
                        "extension_unknown", "the plugin was refused: not an extension of this host: " + name, null);
            }
            return type;
        } catch (ClassNotFoundException | LinkageError e) {
            throw new InstallException(
                    "extension_broken",
                    "the plugin was refused: its index names a class that does not load: " + name,
                    e);
        }
    }

    private static Set<String> names(ClassLoader loader) {
        Set<String> names = new TreeSet<>();
        try {
            for (URL index : Collections.list(((URLClassLoader) loader).findResources(INDEX))) {
                // Without a cache: a cached jar would stay open when the plugin is gone.
                URLConnection connection = index.openConnection();
                connection.setUseCaches(false);
                try (BufferedReader lines = new BufferedReader(
                        new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
                    lines.lines()
                            .map(line -> line.replaceFirst("#.*", "").strip())
                            .filter(line -> !line.isEmpty())
                            .forEach(names::add);
                }
            }
        } catch (IOException e) {
            throw new InstallException("extension_broken", "the plugin was refused: its index cannot be read", e);
        }
        return names;
    }
}
