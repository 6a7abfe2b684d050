package dev.quittance.stripe.storage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What waits, as far as anybody wants to know: since when, and how many up to a bound, so that asking costs the same however many
 * there are. Immutable and thread-safe.
 *
 * @param oldest since when the oldest waits, UTC; empty if nothing does
 * @param count how many wait; more than {@link #MOST} means just that
 */
public record Backlog(Optional<Instant> oldest, int count) {
    /** Beyond these nobody counts. */
    public static final int MOST = 100;

    /** Rows to read: one more than is counted. */
    public static final int READ = MOST + 1;

    /** Of the moments of at most {@link #READ} rows, the oldest first. */
    public static Backlog of(List<Instant> moments) {
        return new Backlog(moments.stream().findFirst(), moments.size());
    }

    /** Nothing waits. */
    public static Backlog none() {
        return new Backlog(Optional.empty(), 0);
    }

    /** How long the oldest has waited; zero if nothing waits. */
    public Duration age(Instant now) {
        return oldest.map(moment -> Duration.between(moment, now))
                .filter(age -> !age.isNegative())
                .orElse(Duration.ZERO);
    }

    /** How many, as people read it. */
    public String words() {
        return words(count);
    }

    /** A number that was counted no further than {@link #READ}, as people read it. */
    public static String words(long counted) {
        return counted > MOST ? MOST + "+" : Long.toString(counted);
    }
}
