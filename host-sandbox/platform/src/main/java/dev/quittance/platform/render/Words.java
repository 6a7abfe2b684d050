package dev.quittance.platform.render;

import com.ibm.icu.text.MessageFormat;
import dev.quittance.api.money.Money;
import dev.quittance.api.ui.Text;
import dev.quittance.platform.extension.MessageBundles;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.ResourceBundle;

/**
 * Texts of one plugin, and the platform's own words, for one reader: all in the reader's language if the plugin has words in it, and all in
 * English if not. Amounts and dates look as the reader is used to either way. ICU messages; a pattern that is broken is shown as it
 * stands rather than failing the page. Immutable and thread-safe.
 */
public final class Words {
    private static final String OWN = "dev.quittance.platform.render.words";

    private final MessageBundles messages;
    private final Reader reader;
    private final ResourceBundle own;

    /** Texts from these bundles, for this reader. */
    public Words(MessageBundles messages, Reader reader) {
        this.messages = Objects.requireNonNull(messages, "messages");
        this.reader = Objects.requireNonNull(reader, "reader");
        // The platform's own loader: a plugin's may be the context class loader.
        this.own = ResourceBundle.getBundle(
                OWN,
                spoken(),
                Words.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT));
    }

    /** For whom. */
    public Reader reader() {
        return reader;
    }

    /** The language tag for the page. */
    public String language() {
        return spoken().toLanguageTag();
    }

    private Locale spoken() {
        return messages.speaks(reader.locale()) ? reader.locale() : Locale.ENGLISH;
    }

    /** A plugin's text as plain words. */
    public String of(Text text) {
        if (text.key().isEmpty()) {
            return text.fallback();
        }
        String pattern = messages.find(text.key(), reader.locale()).orElse(text.fallback());
        Object[] arguments = text.arguments().stream().map(this::argument).toArray();
        return format(pattern, arguments, reader.locale());
    }

    /** The platform's own words. */
    public String say(String key, Object... arguments) {
        try {
            // The file without a language is English; the root locale has no plurals.
            Locale language = own.getLocale().getLanguage().isEmpty() ? Locale.ENGLISH : own.getLocale();
            return format(own.getString(key), arguments, language);
        } catch (MissingResourceException e) {
            throw new IllegalArgumentException("the platform has no words for " + key, e);
        }
    }

    /** An amount. */
    public String money(Money money) {
        return Formats.money(money, reader);
    }

    /** A moment in the reader's zone. */
    public String moment(Instant instant) {
        return Formats.moment(instant, reader);
    }

    private Object argument(Object given) {
        if (given instanceof Money money) {
            return money(money);
        }
        if (given instanceof Instant instant) {
            return moment(instant);
        }
        if (given instanceof LocalDate date) {
            return Formats.date(date, reader);
        }
        return given instanceof Text text ? of(text) : given;
    }

    private static String format(String pattern, Object[] arguments, Locale locale) {
        if (pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0) {
            return pattern;
        }
        try {
            return new MessageFormat(pattern, locale).format(arguments);
        } catch (IllegalArgumentException e) {
            return pattern;
        }
    }
}
