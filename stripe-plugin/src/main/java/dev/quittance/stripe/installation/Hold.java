package dev.quittance.stripe.installation;

import dev.quittance.api.identity.OrgId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A time in which no money leaves and customers are not told of any, because nobody knows yet whether this is the installation. Immutable
 * and thread-safe.
 *
 * @param org whose money
 * @param holdId names it
 * @param kind what was noticed
 * @param reason what differs, or what of ours Stripe has and these books have not; stable words
 * @param beganAt when it was noticed, UTC
 * @param lookedTo what happened at Stripe before this was looked at since then, UTC; empty before the first look
 */
public record Hold(OrgId org, UUID holdId, Kind kind, String reason, Instant beganAt, Optional<Instant> lookedTo) {
    /** Stripe lists an event a moment after it made it. */
    static final Duration LATE = Duration.ofSeconds(30);

    /** What was noticed. */
    public enum Kind {
        /** The host runs elsewhere, or by another key or database: it was moved, or it is a copy. */
        ELSEWHERE,
        /** Stripe has what these books have lost: they come from a backup. */
        OLDER
    }

    /** Whether Stripe's events up to its beginning were looked through since it began. */
    public boolean isLookedThrough() {
        return lookedTo.filter(to -> !to.isBefore(beganAt.plus(LATE))).isPresent();
    }
}
