package dev.quittance.stripe.webhook;

import java.util.Objects;

/**
 * What an event came to. Immutable and thread-safe.
 *
 * @param kind which of the three
 * @param reason why, for staff; empty for applied
 */
public record Handled(Kind kind, String reason) {
    /** Which of the three. */
    public enum Kind {
        /** What it pointed at has been taken in, or was known already. */
        APPLIED,
        /** It is of no interest here. */
        IGNORED,
        /** It does not fit what we know: a person looks. */
        QUARANTINED
    }

    /** Refuses null. */
    public Handled {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(reason, "reason");
    }

    /** Taken in. */
    public static Handled applied() {
        return new Handled(Kind.APPLIED, "");
    }

    /** Of no interest. */
    public static Handled ignored(String reason) {
        return new Handled(Kind.IGNORED, reason);
    }

    /** A person looks. */
    public static Handled quarantined(String reason) {
        return new Handled(Kind.QUARANTINED, reason);
    }
}
