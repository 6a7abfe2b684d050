package dev.quittance.api.ui;

import java.util.Objects;

/**
 * One of several answers to a field. Immutable and thread-safe.
 *
 * @param value what is submitted
 * @param label what is read
 * @param hint a second line, for example the amount that the choice stands for; empty for none
 */
public record Choice(String value, Text label, Text hint) {
    /** Refuses null. */
    public Choice {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(hint, "hint");
    }

    /** A choice without a second line. */
    public static Choice of(String value, Text label) {
        return new Choice(value, label, Text.plain(""));
    }
}
