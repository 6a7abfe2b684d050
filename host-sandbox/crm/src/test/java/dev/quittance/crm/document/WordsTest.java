package dev.quittance.crm.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A document is in one language from its first word to its last. */
final class WordsTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\d");

    @Test
    void both_languages_have_the_same_words_with_the_same_places_for_values() throws IOException {
        Properties english = read("words.properties");
        Properties german = read("words_de.properties");

        assertThat(german.stringPropertyNames())
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(german.getProperty(key)).as(key).isNotBlank();
            assertThat(places(german.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
        }
    }

    private static TreeSet<String> places(String pattern) {
        return PLACE.matcher(pattern)
                .results()
                .map(MatchResult::group)
                .collect(TreeSet::new, TreeSet::add, TreeSet::addAll);
    }

    private static Properties read(String name) throws IOException {
        Properties words = new Properties();
        try (InputStreamReader reader = new InputStreamReader(
                Objects.requireNonNull(Words.class.getResourceAsStream(name), name), StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words;
    }
}
