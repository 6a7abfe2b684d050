package dev.quittance.crm.document;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The fixed words of documents in one language: German where it is asked for, English else. Immutable and thread-safe. */
public final class Words {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale locale;
    private final ResourceBundle bundle;

    private Words(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                "dev.quittance.crm.document.words", locale, Words.class.getClassLoader(), NO_FALLBACK);
    }

    /** The words for people of this language. */
    public static Words of(Locale locale) {
        return new Words(locale);
    }

    /** Whose language it is: dates and amounts follow it. */
    public Locale locale() {
        return locale;
    }

    /** The language that the words are in, as BCP 47. */
    public String language() {
        String found = bundle.getLocale().getLanguage();
        return found.isEmpty() ? "en" : found;
    }

    /** The words under this key, with these values in the places that are kept for them. */
    public String say(String key, String... values) {
        String pattern = bundle.getString(key);
        return values.length == 0 ? pattern : new MessageFormat(pattern, locale).format(values);
    }
}
