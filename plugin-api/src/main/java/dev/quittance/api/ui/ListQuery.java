package dev.quittance.api.ui;

import java.util.Optional;

/**
 * Which part of a list is wanted: the first rows, or those after a key. Never an offset. Immutable and thread-safe.
 *
 * @param after the cursor from the page before, as the plugin gave it; empty for the first page
 * @param limit how many rows at most, 1 to {@value #MAX_LIMIT}
 */
public record ListQuery(Optional<String> after, int limit) {
    /** More rows than this are no longer read by people, and are slow to render. */
    public static final int MAX_LIMIT = 200;

    /** Refuses a limit outside 1 to {@value #MAX_LIMIT}. */
    public ListQuery {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit from 1 to " + MAX_LIMIT + ": " + limit);
        }
    }

    /** The first rows. */
    public static ListQuery first(int limit) {
        return new ListQuery(Optional.empty(), limit);
    }
}
