package dev.quittance.stripe.webhook;

import java.util.Set;

/** Takes in events of some types. Implementations are thread-safe. */
public interface WebhookHandler {
    /** Which events: their types. No two handlers share one. */
    Set<String> eventTypes();

    /** Whether only events whose object carries this installation's {@code q_installation} are of interest. */
    default boolean needsOwnMetadata() {
        return true;
    }

    /**
     * Reads again at Stripe what the event points at, outside any transaction, and says what is to be written. What it throws is tried again with
     * growing pauses, ten times in all; then the event is parked.
     */
    WebhookEffect handle(WebhookEvent event);
}
