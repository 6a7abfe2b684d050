package dev.quittance.stripe.connection;

/** Whether an organisation's connection to Stripe works. */
public enum ConnectionState {
    /** In use. */
    CONNECTED,
    /** In use, but Stripe no longer takes the key. */
    NEEDS_RECONNECT,
    /** No longer in use; kept for the payments made through it. */
    DISCONNECTED
}
