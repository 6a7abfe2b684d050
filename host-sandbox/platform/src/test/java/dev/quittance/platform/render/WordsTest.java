package dev.quittance.platform.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.api.money.Money;
import dev.quittance.api.ui.Text;
import dev.quittance.platform.extension.MessageBundles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WordsTest {
    private static final Reader DENVER = new Reader(Locale.US, ZoneId.of("America/Denver"), "USD");
    private static final Reader BERLIN = new Reader(Locale.GERMANY, ZoneId.of("Europe/Berlin"), "EUR");

    @TempDir
    Path folder;

    @Test
    void a_message_is_found_by_language_and_its_arguments_are_written_for_the_reader() throws Exception {
        Files.writeString(folder.resolve("messages.properties"), "due={0} is due on {1}\n");
        Files.writeString(folder.resolve("messages_de.properties"), "due={0} ist fällig am {1}\n");
        MessageBundles bundles = MessageBundles.read(folder);
        Text text = Text.of("due", "", Money.of(600000, "EUR"), Instant.parse("2026-03-01T23:30:00Z"));

        assertThat(new Words(bundles, BERLIN).of(text)).isEqualTo("6.000,00\u00a0€ ist fällig am 02.03.2026, 00:30");
        assertThat(new Words(bundles, DENVER).of(text)).startsWith("EUR\u00a06,000.00 is due on Mar 1, 2026");
    }

    @Test
    void amounts_at_home_have_a_symbol_and_others_their_code() {
        Words words = new Words(MessageBundles.none(), DENVER);

        assertThat(words.money(Money.of(600000, "USD"))).isEqualTo("$6,000.00");
        assertThat(words.money(Money.of(500, "JPY"))).isEqualTo("JPY\u00a0500");
        assertThat(words.money(Money.of(500000, "ISK"))).isEqualTo("ISK\u00a05,000");
        assertThat(words.money(Money.of(1230, "KWD"))).isEqualTo("KWD\u00a01.230");
    }

    @Test
    void words_that_somebody_typed_stay_as_they_are() {
        Words words = new Words(MessageBundles.none(), DENVER);

        assertThat(words.of(Text.plain("It's {0} for 'us'"))).isEqualTo("It's {0} for 'us'");
    }

    @Test
    void a_page_of_a_plugin_without_the_readers_language_is_in_english_from_end_to_end() throws Exception {
        Files.writeString(folder.resolve("messages.properties"), "due={0} is due\n");
        Words english = new Words(MessageBundles.read(folder), BERLIN);
        String heading = english.say("error.title.absent");
        assertThat(heading).isEqualTo(new Words(MessageBundles.none(), DENVER).say("error.title.absent"));
        assertThat(english.language()).isEqualTo("en");
        assertThat(english.of(Text.of("due", "", Money.of(600000, "EUR")))).isEqualTo("6.000,00\u00a0€ is due");

        Files.writeString(folder.resolve("messages_de.properties"), "due={0} ist fällig\n");
        Words german = new Words(MessageBundles.read(folder), BERLIN);
        assertThat(german.say("error.title.absent")).isNotEqualTo(heading);
        assertThat(german.language()).isEqualTo("de-DE");
    }

    @Test
    void a_broken_message_is_shown_as_it_stands() {
        Words words = new Words(MessageBundles.none(), DENVER);

        assertThat(words.of(Text.of("k", "open {0", "x"))).isEqualTo("open {0");
    }

    @Test
    void both_languages_have_the_same_words() throws Exception {
        Properties english = own("words.properties");
        Properties german = own("words_de.properties");

        assertThat(german.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    }

    @Test
    void plurals_follow_the_language() {
        assertThat(new Words(MessageBundles.none(), DENVER).say("form.problems", 1))
                .isEqualTo("There is a problem with one answer");
        assertThat(new Words(MessageBundles.none(), BERLIN).say("form.problems", 2))
                .isEqualTo("2 Angaben stimmen nicht");
    }

    private static Properties own(String name) throws Exception {
        Properties properties = new Properties();
        try (var in = WordsTest.class.getResourceAsStream("/dev/quittance/platform/render/" + name)) {
            properties.load(new java.io.InputStreamReader(
                    java.util.Objects.requireNonNull(in), java.nio.charset.StandardCharsets.UTF_8));
        }
        return properties;
    }
}
