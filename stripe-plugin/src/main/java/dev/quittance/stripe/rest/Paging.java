package dev.quittance.stripe.rest;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is wanted. Immutable.
 *
 * @param after the id of the last one that the caller has
 * @param limit how many at most
 */
record Paging(Optional<UUID> after, int limit) {
    static final String STARTING_AFTER = "starting_after";
    static final String LIMIT = "limit";
    static final int MAX_LIMIT = 100;
    static final int USUAL_LIMIT = 50;

    /** The page of these query parameters, absent ones as null. */
    static Paging of(@Nullable String startingAfter, @Nullable String limit) {
        Optional<UUID> after = startingAfter == null ? Optional.empty() : Ids.find(startingAfter);
        if (startingAfter != null && after.isEmpty()) {
            throw Problems.badQuery(new FieldProblem(STARTING_AFTER, "bad_id", "This is no id from this list."));
        }
        return new Paging(after, limit == null ? USUAL_LIMIT : number(limit));
    }

    private static int number(String limit) {
        if (limit.matches("\\d{1,3}")) {
            int number = Integer.parseInt(limit);
            if (number >= 1 && number <= MAX_LIMIT) {
                return number;
            }
        }
        throw Problems.badQuery(new FieldProblem(LIMIT, "bad_limit", "Ask for 1 to " + MAX_LIMIT + " at once."));
    }
}
