package dev.quittance.stripe.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When a call without an answer is sent again, and until when that is safe. */
final class Patience {
    /** Stripe keeps a key for at least 24 hours; an hour is left for clocks that differ. */
    static final Duration KEY_LIFE = Duration.ofHours(23);

    /** A day after the last try, what a consistent list does not show was never done, money or not. */
    static final Duration ABSENCE_OF_MONEY = Duration.ofHours(24);

    /** What moves no money is looked for after this: a customer is waiting. */
    static final Duration ABSENCE_OF_OTHERS = Duration.ofSeconds(60);

    /** The gateway gives up after 20 s; who is still SENT after this has crashed. */
    static final Duration SENDING = Duration.ofSeconds(25);

    /** A refused key is mended by a person; asking more often only fills Stripe's log. */
    static final Duration KEY_TROUBLE = Duration.ofHours(1);

    /** Stripe answers a key that met a 5xx with the same 5xx: after this many tries only reading helps. */
    static final int TRIES_AFTER_500 = 3;

    /** The rate is full again after this. */
    static final Duration RATE = Duration.ofSeconds(1);

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofHours(1));

    private Patience() {}

    /** The pause after a try, counted from 1. */
    static Duration pauseAfter(int tries) {
        return PAUSES.get(Math.min(Math.max(tries, 1), PAUSES.size()) - 1);
    }

    /** When to look again at what waits for a person; what may be given up is looked for first, as if nothing were wrong. */
    static Instant nextCheckOfParked(Instant now, Optional<Instant> firstSentAt, boolean lookFirst) {
        return firstSentAt
                .map(first -> first.plus(ABSENCE_OF_OTHERS))
                .filter(look -> lookFirst && look.isAfter(now))
                .orElse(now.plus(KEY_TROUBLE));
    }

    /** When to look again at what may have been done. */
    static Instant nextCheck(Instant now, int tries, Instant firstSentAt, boolean movesMoney) {
        Instant next = now.plus(pauseAfter(tries));
        Instant look = firstSentAt.plus(ABSENCE_OF_OTHERS);
        return !movesMoney && look.isAfter(now) && look.isBefore(next) ? look : next;
    }
}
