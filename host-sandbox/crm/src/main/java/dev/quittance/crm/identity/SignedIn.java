package dev.quittance.crm.identity;

import java.time.Instant;

/**
 * A browser in which a user is signed in, as they see it.
 *
 * @param handle names it to its user; lets nobody in
 * @param device what the browser calls itself, in words; empty if it does not say
 * @param createdAt since when
 * @param lastSeenAt when it last asked for a page, to the minute
 * @param here whether it is the one that asks
 */
public record SignedIn(String handle, String device, Instant createdAt, Instant lastSeenAt, boolean here) {}
