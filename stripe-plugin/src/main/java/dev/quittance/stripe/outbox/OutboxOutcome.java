package dev.quittance.stripe.outbox;

import java.util.Objects;

/**
 * What came of delivering. Immutable and thread-safe.
 *
 * @param kind which of the four
 * @param reason why, for staff; without addresses or secrets; empty for delivered
 */
public record OutboxOutcome(Kind kind, String reason) {
    /** Which of the four. */
    public enum Kind {
        /** It is out. */
        DELIVERED,
        /** It is no longer wanted: what it was about has changed. */
        SKIPPED,
        /** Not now: again later. */
        RETRY,
        /** Never: a person looks. */
        FAILED
    }

    /** Refuses null. */
    public OutboxOutcome {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(reason, "reason");
    }

    /** It is out. */
    public static OutboxOutcome delivered() {
        return new OutboxOutcome(Kind.DELIVERED, "");
    }

    /** No longer wanted. */
    public static OutboxOutcome skipped(String reason) {
        return new OutboxOutcome(Kind.SKIPPED, reason);
    }

    /** Again later. */
    public static OutboxOutcome retry(String reason) {
        return new OutboxOutcome(Kind.RETRY, reason);
    }

    /** Never. */
    public static OutboxOutcome failed(String reason) {
        return new OutboxOutcome(Kind.FAILED, reason);
    }
}
