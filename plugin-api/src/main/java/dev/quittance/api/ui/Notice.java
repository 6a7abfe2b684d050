package dev.quittance.api.ui;

import java.util.Objects;

/**
 * A sentence that must not be overlooked. Immutable and thread-safe.
 *
 * @param tone how it strikes
 * @param text the sentence
 */
public record Notice(Tone tone, Text text) {
    /** Refuses null. */
    public Notice {
        Objects.requireNonNull(tone, "tone");
        Objects.requireNonNull(text, "text");
    }
}
