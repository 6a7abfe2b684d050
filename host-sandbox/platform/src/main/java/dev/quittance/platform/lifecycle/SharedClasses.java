package dev.quittance.platform.lifecycle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.zip.ZipFile;

/**
 * The classes that host and plugin share, and nothing else of the host's. A plugin that carried its own copy of one of them
 * would silently have no extensions, so such a zip is refused.
 */
final class SharedClasses {
    private static final List<String> PACKAGES =
            List.of("org.pf4j.", "dev.quittance.api.", "jakarta.ws.rs.", "org.slf4j.");
    /** Not shared, but a sign of a zip packed wrongly: these belong to a host. */
    private static final List<String> NOT_IN_A_ZIP = List.of(
            "org/pf4j/",
            "dev/quittance/api/",
            "dev/quittance/platform/",
            "jakarta/ws/rs/",
            "jakarta/servlet/",
            "org/slf4j/");

    private SharedClasses() {}

    static boolean isShared(String className) {
        return PACKAGES.stream().anyMatch(className::startsWith);
    }

    static boolean isSharedResource(String resource) {
        return isShared(resource.replace('/', '.'));
    }

    /** Refuses an unpacked plugin that brings classes of the host's. */
    static void requireNone(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    String name = folder.relativize(file).toString();
                    if (name.endsWith(".jar")) {
                        requireNoneInJar(file);
                    } else if (name.startsWith("classes/")) {
                        requireNotHosts(name.substring("classes/".length()), name);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireNoneInJar(Path jar) throws IOException {
        try (ZipFile file = new ZipFile(jar.toFile())) {
            file.stream()
                    .filter(entry -> entry.getName().endsWith(".class"))
                    .forEach(entry -> requireNotHosts(entry.getName(), jar.getFileName() + "!" + entry.getName()));
        }
    }

    private static void requireNotHosts(String entry, String shown) {
        boolean hosts =
                NOT_IN_A_ZIP.stream().anyMatch(prefix -> entry.startsWith(prefix) || entry.contains("/" + prefix));
        if (hosts && entry.endsWith(".class")) {
            throw new InstallException(
                    "host_classes",
                    "the plugin was refused: it carries a class that the host provides: " + shown,
                    null);
        }
    }
}
