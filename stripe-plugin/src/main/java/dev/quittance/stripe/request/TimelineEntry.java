package dev.quittance.stripe.request;

import java.time.Instant;

/**
 * One thing that happened to a request. Immutable.
 *
 * @param kind what: {@code requested}, {@code viewed}, {@code paid}, …
 * @param actor the user's id, or {@code customer}, {@code stripe}, {@code system}
 * @param detail more, without names or addresses of people; may be empty
 * @param happenedAt when, UTC
 */
public record TimelineEntry(String kind, String actor, String detail, Instant happenedAt) {
    /** The customer did it. */
    public static final String CUSTOMER = "customer";
    /** Stripe did it, or told us of it. */
    public static final String STRIPE = "stripe";
    /** We did it by ourselves. */
    public static final String SYSTEM = "system";

    /** Whether somebody of the office did it. */
    boolean isByStaff() {
        return !actor.equals(CUSTOMER) && !actor.equals(STRIPE) && !actor.equals(SYSTEM);
    }
}
