package dev.quittance.stripe.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
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

    /** Keys that end in an error's code: {@code Text.of("settings.error." + code, …)}. */
    private static final Pattern PREFIX = Pattern.compile("Text\\s*\\.of\\(\\s*\"([a-z_.]+\\.)\"\\s*\\+");

    @Test
    void the_bundle_has_every_text_of_the_sources_word_for_word() throws IOException {
        Map<String, String> used = used();

        assertThat(used).hasSizeGreaterThan(100);
        assertThat(bundle()).containsAllEntriesOf(used);
    }

    @Test
    void the_bundle_has_nothing_that_the_sources_do_not_say() throws IOException {
        Set<String> used = used().keySet();
        List<String> prefixes = prefixes();

        assertThat(bundle().keySet())
                .allMatch(key -> used.contains(key) || prefixes.stream().anyMatch(key::startsWith));
    }

    private static List<String> prefixes() throws IOException {
        List<String> prefixes = new ArrayList<>();
        for (String source : sources()) {
            PREFIX.matcher(source).results().forEach(found -> prefixes.add(found.group(1)));
        }
        return prefixes;
    }

    private static List<String> sources() throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(SOURCES)) {
            files = walk.filter(file -> file.toString().endsWith(".java")).toList();
        }
        List<String> sources = new ArrayList<>();
        for (Path file : files) {
            sources.add(Files.readString(file));
        }
        return sources;
    }

    private static Map<String, String> used() throws IOException {
        Map<String, String> used = new TreeMap<>();
        for (String source : sources()) {
            Matcher matcher = TEXT.matcher(source);
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
