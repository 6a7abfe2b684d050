package dev.quittance.api.ui;

import java.util.Objects;

/**
 * One submission of a form. Submitting again by a second click, a reload or the back button has the same key; the plugin then
 * answers as it did the first time and does nothing twice. Immutable and thread-safe.
 *
 * @param key names this showing of the form; unguessable; 1 to 64 characters
 * @param values the answers
 */
public record Submission(String key, FormValues values) {
    /** Refuses a key of another length. */
    public Submission {
        Objects.requireNonNull(values, "values");
        if (key.isEmpty() || key.length() > 64) {
            throw new IllegalArgumentException("a submission key has 1 to 64 characters");
        }
    }
}
