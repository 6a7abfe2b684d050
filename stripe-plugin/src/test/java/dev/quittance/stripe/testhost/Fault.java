package dev.quittance.stripe.testhost;

/** What goes wrong with one call to Stripe. */
public enum Fault {
    /** No connection: no byte leaves. */
    REFUSED,
    /** The request is lost; Stripe never sees it, and nobody here can know. */
    LOST_REQUEST,
    /** Stripe does it, and the answer is lost. */
    LOST_ANSWER,
    /** Stripe answers 500 without having done it. */
    ERROR_500,
    /** Something before Stripe answers with a page. */
    HTML,
    /** Stripe does it, and half the answer comes. */
    TRUNCATED,
    /** Stripe's limiter turns it away. */
    LIMITED,
    /** Stripe's limiter turns it away, and says to come again in 20 seconds. */
    LIMITED_FOR_20_SECONDS,
    /** Stripe knows the key with other bytes. */
    KEY_REUSED,
    /** Stripe is still busy with the same key. */
    BUSY,
    /** Stripe does not know the key any more. */
    KEY_REVOKED,
    /** The key may not do this. */
    FORBIDDEN,
    /** The process ends before the first byte. */
    CRASH_BEFORE,
    /** Stripe does it, and the process ends before it sees the answer. */
    CRASH_AFTER
}
