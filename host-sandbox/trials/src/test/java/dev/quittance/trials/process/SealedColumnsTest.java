package dev.quittance.trials.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The plugin tells the host of every column with sealed bytes: one that it forgot would keep the old key in use for ever. */
final class SealedColumnsTest {
    private static final Path PLUGIN = Path.of("../../stripe-plugin/src/main");
    private static final Pattern TABLE = Pattern.compile("(?:create|alter) table (?:if not exists )?(\\w+)");
    private static final Pattern COLUMN = Pattern.compile("(\\w+) bytea\\b");

    @Test
    void every_column_of_bytes_is_declared_and_nothing_else() throws IOException {
        assertThat(declared()).isEqualTo(inTheScripts()).contains("connection.key_sealed");
    }

    private static Set<String> declared() throws IOException {
        Set<String> declared = new TreeSet<>();
        new ObjectMapper()
                .readTree(PLUGIN.resolve("plugin/plugin.json").toFile())
                .path("sealed")
                .fieldNames()
                .forEachRemaining(declared::add);
        return declared;
    }

    private static Set<String> inTheScripts() throws IOException {
        Set<String> columns = new TreeSet<>();
        try (Stream<Path> scripts = Files.list(PLUGIN.resolve("db"))) {
            for (Path script : scripts.sorted().collect(Collectors.toList())) {
                for (String statement : Files.readString(script).split(";\\s*\\n", -1)) {
                    Matcher table = TABLE.matcher(statement);
                    if (table.find()) {
                        COLUMN.matcher(statement)
                                .results()
                                .forEach(column -> columns.add(table.group(1) + "." + column.group(1)));
                    }
                }
            }
        }
        return columns;
    }
}
