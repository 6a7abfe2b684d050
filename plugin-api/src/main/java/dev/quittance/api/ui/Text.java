package dev.quittance.api.ui;

import dev.quittance.api.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * Something to read, as a message key and arguments; never markup. The host looks the key up in the plugin's bundles
 * ({@code i18n/messages*.properties} at the root of its zip), as an ICU message, formats money, dates and numbers for the
 * reader, and shows the fallback where the key is missing. Immutable and thread-safe.
 *
 * @param key the message key, for example {@code request.amount.label}; empty for words that need no translation
 * @param fallback what to show where there is no message: the text itself, in English, or a name as entered
 * @param arguments {@link String}, {@link Long}, {@link Integer}, {@link Money}, {@link Instant}, {@link LocalDate} or {@code Text},
 *     by position
 */
public record Text(String key, String fallback, List<Object> arguments) {
    /** Refuses an argument of another type, since it could not be formatted or sent. */
    public Text {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(fallback, "fallback");
        arguments = List.copyOf(arguments);
        for (Object argument : arguments) {
            if (!formattable(argument)) {
                throw new IllegalArgumentException("cannot be formatted: " + argument.getClass());
            }
        }
    }

    /** A translated message: {@code Text.of("receipt.subject", "Receipt for {0}", amount)}. */
    public static Text of(String key, String fallback, Object... arguments) {
        return new Text(key, fallback, List.of(arguments));
    }

    /** Words as they are: a name, a description that somebody typed. */
    public static Text plain(String words) {
        return new Text("", words, List.of());
    }

    private static boolean formattable(Object argument) {
        return argument instanceof String
                || argument instanceof Long
                || argument instanceof Integer
                || argument instanceof Money
                || argument instanceof Instant
                || argument instanceof LocalDate
                || argument instanceof Text;
    }
}
