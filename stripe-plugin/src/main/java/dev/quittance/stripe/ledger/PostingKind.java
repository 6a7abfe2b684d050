package dev.quittance.stripe.ledger;

import java.util.Locale;

/** What is booked. One booking of each kind for each source. */
public enum PostingKind {
    /** A payment came; the source is the payment. */
    PAYMENT,
    /** Stripe settled it, less its fee; the source is the payment. */
    FEE,
    /** Money went back; the source is the refund. */
    REFUND,
    /** What was given back did not arrive; the source is the refund. */
    REFUND_RETURN,
    /** A bank took money back; the source is the movement of the dispute's money. */
    DISPUTE,
    /** The dispute was won; the source is the movement of its money. */
    DISPUTE_RETURN,
    /** What Stripe settled in another currency than it was booked in; the source is the balance transaction. */
    EXCHANGE,
    /** Stripe sent money to the bank, or took it from there; the source is the balance transaction. */
    PAYOUT,
    /** Stripe took a fee for no payment in particular; the source is the balance transaction. */
    STRIPE_FEE;

    /** As it is stored: {@code payment}, {@code refund_return}, … */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The kind that is stored so.
     *
     * @throws IllegalArgumentException if there is none
     */
    static PostingKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
