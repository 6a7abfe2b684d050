package dev.quittance.stripe.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class BundleTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path BUNDLE = Path.of("src/main/i18n/messages.properties");
    private static final String LITERAL = "\"((?:[^\"\\\\]|\\\\.)*)\"";
    private static final Pattern TEXT =
            Pattern.compile("Text\\s*\\.of\\(\\s*" + LITERAL + "\\s*,\\s*((?:" + LITERAL + "\\s*\\+?\\s*)+)");

    @Test
    void the_bundle_has_every_text_of_the_sources_and_no_other() throws IOException {
        Map<String, String> used = used();

        assertThat(used).hasSizeGreaterThan(100);
        assertThat(bundle()).containsExactlyInAnyOrderEntriesOf(used);
    }

    private static Map<String, String> used() throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(SOURCES)) {
            files = walk.filter(file -> file.toString().endsWith(".java")).toList();
        }
        Map<String, String> used = new TreeMap<>();
        for (Path file : files) {
            Matcher matcher = TEXT.matcher(Files.readString(file));
            while (matcher.find()) {
                String earlier = used.put(matcher.group(1), joined(matcher.group(2)));
                assertThat(earlier).as("two texts under %s", matcher.group(1)).isIn(null, joined(matcher.group(2)));
            }
        }
        return used;
    }

    private static String joined(String literals) {
        StringBuilder text = new StringBuilder();
        Matcher parts = Pattern.compile(LITERAL).matcher(literals);
        while (parts.find()) {
            text.append(parts.group(1));
        }
        return text.toString();
    }

    private static Map<String, String> bundle() throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(BUNDLE)) {
            properties.load(reader);
        }
        Map<String, String> bundle = new TreeMap<>();
        properties.forEach((key, value) -> bundle.put(key.toString(), value.toString()));
        return bundle;
    }
}
