package dev.quittance.api.ui;

import java.util.Objects;

/**
 * A column of a list. On a phone a row becomes a card and the label stands before the value. Immutable and thread-safe.
 *
 * @param key names the column within its list
 * @param label its heading
 * @param numeric whether its cells are aligned right
 */
public record Column(String key, Text label, boolean numeric) {
    /** Refuses null. */
    public Column {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(label, "label");
    }

    /** A column of words. */
    public static Column of(String key, Text label) {
        return new Column(key, label, false);
    }

    /** A column of amounts or counts. */
    public static Column numeric(String key, Text label) {
        return new Column(key, label, true);
    }
}
