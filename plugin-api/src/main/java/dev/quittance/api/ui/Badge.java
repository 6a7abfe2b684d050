package dev.quittance.api.ui;

import java.util.Objects;

/**
 * A word for a state, with its tone. Immutable and thread-safe.
 *
 * @param label the word
 * @param tone how it strikes
 */
public record Badge(Text label, Tone tone) {
    /** Refuses null. */
    public Badge {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(tone, "tone");
    }
}
