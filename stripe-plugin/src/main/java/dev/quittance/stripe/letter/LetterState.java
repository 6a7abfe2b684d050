package dev.quittance.stripe.letter;

/** What a mail server has said of a mail. The names are stored: they never change. */
public enum LetterState {
    /** A mail server has taken it. It may still come back. */
    HANDED_OVER,
    /** The mail server did not take it, or it was given up. */
    REFUSED,
    /** A mail server took it and sent it back. */
    BOUNCED
}
