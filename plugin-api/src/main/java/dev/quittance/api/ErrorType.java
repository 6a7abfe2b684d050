package dev.quittance.api;

/** Whose turn it is after an error: the one thing a host must know to react. */
public enum ErrorType {
    /** The person can mend it: bad input, missing right, a state that does not allow it. */
    USER,
    /** Stripe, or the way to it, did not do it. */
    STRIPE,
    /** The host did not do it: database, mail server, storage. */
    HOST,
    /** Neither: a mistake in the plugin. Kept, logged and raised. */
    BUG
}
