package dev.quittance.stripe.gateway;

import java.util.List;

/**
 * Events that were found by looking, the newest first. Immutable and thread-safe.
 *
 * @param events each as Stripe's JSON
 * @param isWhole whether these are all that were made in the time looked at
 */
public record FoundEvents(List<String> events, boolean isWhole) {
    /** Copies the events. */
    public FoundEvents {
        events = List.copyOf(events);
    }
}
