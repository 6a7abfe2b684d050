package dev.quittance.api.ui;

import java.util.List;
import java.util.Objects;

/**
 * A question on a form. Made with {@link #of} and refined by the {@code with…} methods. Immutable and thread-safe.
 *
 * @param key names the value in {@link FormValues}
 * @param label the question
 * @param type what it takes
 * @param value the value shown at first: plain decimal for money and percent, {@code true} for a toggle that is on
 * @param required whether the host refuses to submit without it
 * @param help a line below the field; empty for none
 * @param currency ISO code for a money field, else empty
 * @param choices for a choice field, else empty
 * @param error what is wrong with the value; empty when nothing is
 */
public record Field(
        String key,
        Text label,
        FieldType type,
        String value,
        boolean required,
        Text help,
        String currency,
        List<Choice> choices,
        Text error) {
    private static final Text NONE = Text.plain("");

    /** Refuses null; copies the choices. */
    public Field {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(help, "help");
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(error, "error");
        choices = List.copyOf(choices);
    }

    /** An optional field without a value. */
    public static Field of(String key, FieldType type, Text label) {
        return new Field(key, label, type, "", false, NONE, "", List.of(), NONE);
    }

    /** A money field in this currency. */
    public static Field money(String key, Text label, String currency) {
        return new Field(key, label, FieldType.MONEY, "", false, NONE, currency, List.of(), NONE);
    }

    /** The same field with a value. */
    public Field withValue(String newValue) {
        return new Field(key, label, type, newValue, required, help, currency, choices, error);
    }

    /** The same field, which must be answered. */
    public Field asRequired() {
        return new Field(key, label, type, value, true, help, currency, choices, error);
    }

    /** The same field with a line of help. */
    public Field withHelp(Text newHelp) {
        return new Field(key, label, type, value, required, newHelp, currency, choices, error);
    }

    /** The same field with these choices. */
    public Field withChoices(List<Choice> newChoices) {
        return new Field(key, label, type, value, required, help, currency, newChoices, error);
    }

    /** The same field with what is wrong with its value. */
    public Field withError(Text newError) {
        return new Field(key, label, type, value, required, help, currency, choices, newError);
    }
}
