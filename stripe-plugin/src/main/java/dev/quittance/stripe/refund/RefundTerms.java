package dev.quittance.stripe.refund;

import java.util.Objects;

/**
 * Why money is given back, who wants it, and what it means for what is owed. Immutable and thread-safe.
 *
 * @param source who wanted it
 * @param reason why
 * @param owedAgain whether the customer owes it again; else it comes off the price
 * @param note what the customer reads about it; may be empty
 * @param requestedBy the user's id, or {@code system} or {@code stripe}
 * @param requestedName how colleagues called that user then; empty where it was none
 */
public record RefundTerms(
        RefundSource source,
        RefundReason reason,
        boolean owedAgain,
        String note,
        String requestedBy,
        String requestedName) {
    /** Refuses null. */
    public RefundTerms {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(note, "note");
        Objects.requireNonNull(requestedBy, "requestedBy");
        Objects.requireNonNull(requestedName, "requestedName");
    }
}
