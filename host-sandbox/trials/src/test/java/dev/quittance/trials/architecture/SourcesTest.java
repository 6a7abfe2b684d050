package dev.quittance.trials.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SourcesTest {
    private static final Pattern SWITCHED_OFF =
            Pattern.compile("@" + "Disabled|Thread\\." + "sleep\\(|assume" + "True\\(|assume" + "That\\(");
    private static final Pattern SQL_NOW = Pattern.compile("(?i)\\bnow\\(\\)|current_timestamp");

    @Test
    void no_file_method_or_signature_is_too_large() throws IOException {
        Map<String, String> sources = new LinkedHashMap<>();
        for (Path source : Modules.sources(true)) {
            sources.put(Modules.ROOT.relativize(source).toString(), Files.readString(source));
        }

        List<String> faults = SourceShape.faults(sources);

        assertThat(sources).hasSizeGreaterThan(100);
        assertThat(faults).isEmpty();
    }

    @Test
    void every_package_says_what_it_is_for() {
        List<Path> folders = Modules.sources(false).stream()
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                .collect(Collectors.toList());

        assertThat(folders).isEmpty();
    }

    @Test
    void no_test_sleeps_or_is_switched_off() throws IOException {
        List<String> faults = new ArrayList<>();
        for (Path source : Modules.sources(true)) {
            if (SWITCHED_OFF.matcher(Files.readString(source)).find()) {
                faults.add(source.toString());
            }
        }

        assertThat(faults).isEmpty();
    }

    @Test
    void sql_takes_its_time_from_the_program() throws IOException {
        List<String> faults = new ArrayList<>();
        for (Path module : Modules.ALL) {
            try (Stream<Path> files = Files.walk(module.resolve("src"))) {
                for (Path script : files.filter(SourcesTest::isOurScript).collect(Collectors.toList())) {
                    String statements = Files.readAllLines(script).stream()
                            .filter(line -> !line.strip().startsWith("--"))
                            .collect(Collectors.joining("\n"));
                    if (SQL_NOW.matcher(statements).find()) {
                        faults.add(script.toString());
                    }
                }
            }
        }

        assertThat(faults).isEmpty();
    }

    /** A dump of an earlier version's data says what its server wrote. */
    private static boolean isOurScript(Path file) {
        return file.toString().endsWith(".sql") && !file.toString().contains("src/test/lasting");
    }
}
