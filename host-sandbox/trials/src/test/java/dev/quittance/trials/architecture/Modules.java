package dev.quittance.trials.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the modules lie, seen from this one: their class files are read as files, so nothing of them is on a class path here. */
final class Modules {
    static final Path ROOT = Path.of("../..");
    static final List<Path> ALL = Stream.of(
                    "plugin-api",
                    "stripe-plugin",
                    "host-sandbox/platform",
                    "host-sandbox/crm",
                    "host-sandbox/stripe-emulator",
                    "host-sandbox/trials")
            .map(ROOT::resolve)
            .collect(Collectors.toUnmodifiableList());

    private Modules() {}

    static JavaClasses classes() {
        return new ClassFileImporter()
                .importPaths(ALL.stream()
                        .map(module -> module.resolve("target/classes"))
                        .collect(Collectors.toList()));
    }

    static JavaClasses fixtures() {
        return new ClassFileImporter()
                .importPaths(Path.of("target/test-classes/dev/quittance/trials/architecture/fixture"));
    }

    /** Java sources that people wrote, tests included or not. */
    static List<Path> sources(boolean withTests) {
        return ALL.stream()
                .flatMap(module -> Stream.of("src/main/java", "src/test/java")
                        .filter(folder -> withTests || folder.startsWith("src/main"))
                        .map(module::resolve))
                .filter(Files::isDirectory)
                .flatMap(Modules::javaFiles)
                .sorted()
                .collect(Collectors.toList());
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).collect(Collectors.toList()).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
