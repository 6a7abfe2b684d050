package dev.quittance.stripe.watch;

import dev.quittance.stripe.storage.Backlog;
import java.time.Instant;

/**
 * What is watched, as it stands. Immutable and thread-safe.
 *
 * @param watched what
 * @param backlog how much of it waits, and since when
 */
public record Reading(Watched watched, Backlog backlog) {
    /** Whether its oldest waits longer than it may. */
    public boolean isPast(Instant now) {
        return backlog.oldest().isPresent() && backlog.age(now).compareTo(watched.limit()) >= 0;
    }
}
