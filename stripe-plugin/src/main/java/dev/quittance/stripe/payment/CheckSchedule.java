package dev.quittance.stripe.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When something is read again at Stripe: often while somebody is likely to be paying, ever more rarely later. A webhook or the
 * return page is mostly there first; this is what makes it certain.
 */
final class CheckSchedule {
    /** A customer types a card within a quarter of an hour, or puts it off. */
    private static final Duration FRESH = Duration.ofMinutes(15);

    private static final Duration FRESH_PAUSE = Duration.ofMinutes(1);
    private static final Duration RECENT = Duration.ofHours(2);
    private static final Duration RECENT_PAUSE = Duration.ofMinutes(5);
    /** A session lives for a day. */
    private static final Duration DAY = Duration.ofHours(25);

    private static final Duration DAY_PAUSE = Duration.ofMinutes(30);
    /** Bank debits settle within two weeks. */
    private static final Duration FORTNIGHT = Duration.ofDays(14);

    private static final Duration FORTNIGHT_PAUSE = Duration.ofHours(6);
    private static final Duration OLD_PAUSE = Duration.ofDays(1);

    private CheckSchedule() {}

    /** When to read an attempt again: by its age, and just after its session closes by itself. */
    static Instant next(Attempt attempt, Instant now) {
        Instant byAge = next(attempt.createdAt(), now);
        Optional<Instant> afterExpiry = attempt.session()
                .flatMap(HostedSession::expiresAt)
                .map(moment -> moment.plus(FRESH_PAUSE))
                .filter(moment -> moment.isAfter(now) && moment.isBefore(byAge));
        return afterExpiry.orElse(byAge);
    }

    /** When to read again what began at a moment. */
    static Instant next(Instant createdAt, Instant now) {
        return now.plus(pause(Duration.between(createdAt, now)));
    }

    private static Duration pause(Duration age) {
        if (age.compareTo(FRESH) < 0) {
            return FRESH_PAUSE;
        }
        if (age.compareTo(RECENT) < 0) {
            return RECENT_PAUSE;
        }
        if (age.compareTo(DAY) < 0) {
            return DAY_PAUSE;
        }
        return age.compareTo(FORTNIGHT) < 0 ? FORTNIGHT_PAUSE : OLD_PAUSE;
    }
}
