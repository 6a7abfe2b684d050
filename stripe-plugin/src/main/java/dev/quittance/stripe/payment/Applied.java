package dev.quittance.stripe.payment;

/**
 * What a reading came to. Immutable.
 *
 * @param kind which of the four
 * @param reason why, for staff; may be empty
 */
public record Applied(Kind kind, String reason) {
    /** Which of the four. */
    public enum Kind {
        /** Something moved. */
        MOVED,
        /** It was known already, or says nothing new. */
        KNOWN,
        /** Another installation's, or nobody's: none of our business. */
        FOREIGN,
        /** It does not fit what we know: nothing was booked, a person looks. */
        QUARANTINED
    }

    static Applied moved() {
        return new Applied(Kind.MOVED, "");
    }

    static Applied known() {
        return new Applied(Kind.KNOWN, "");
    }

    static Applied foreign() {
        return new Applied(Kind.FOREIGN, "not made by this installation");
    }

    static Applied quarantined(String reason) {
        return new Applied(Kind.QUARANTINED, reason);
    }

    /** Whether nothing was booked because it does not fit. */
    public boolean isQuarantined() {
        return kind == Kind.QUARANTINED;
    }
}
