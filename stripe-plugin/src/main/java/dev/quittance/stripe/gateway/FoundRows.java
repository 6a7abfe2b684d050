package dev.quittance.stripe.gateway;

import java.util.List;

/**
 * Rows of a list of Stripe's, the newest first. Immutable and thread-safe.
 *
 * @param rows what was read
 * @param isWhole whether the list has no more
 */
public record FoundRows<T>(List<T> rows, boolean isWhole) {
    /** Copies the rows. */
    public FoundRows {
        rows = List.copyOf(rows);
    }
}
