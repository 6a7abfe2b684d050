package dev.quittance.stripe.webhook;

import java.util.Set;

/** Takes in events of some types. Implementations are thread-safe. */
public interface WebhookHandler {
    /** Which events: their types. No two handlers share one. */
    Set<String> eventTypes();

    /**
     * Reads again at Stripe what the event points at, outside any transaction, and says what is to be written. Events whose object
     * carries another installation's {@code q_installation}, or none, do not get here. What it throws is tried again with
     * growing pauses, ten times in all; then the event is parked.
     */
    WebhookEffect handle(WebhookEvent event);
}
