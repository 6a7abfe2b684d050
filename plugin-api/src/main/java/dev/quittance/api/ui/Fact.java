package dev.quittance.api.ui;

import java.util.Objects;

/**
 * A label and its value. Immutable and thread-safe.
 *
 * @param label what it is
 * @param value what it amounts to
 */
public record Fact(Text label, Cell value) {
    /** Refuses null. */
    public Fact {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(value, "value");
    }
}
