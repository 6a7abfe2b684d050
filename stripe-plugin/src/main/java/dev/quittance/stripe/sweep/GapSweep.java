package dev.quittance.stripe.sweep;

import dev.quittance.stripe.gateway.SessionReading;
import dev.quittance.stripe.gateway.StripeAccount;
import dev.quittance.stripe.gateway.StripeGateway;
import dev.quittance.stripe.payment.Applied;
import dev.quittance.stripe.payment.Marks;
import dev.quittance.stripe.payment.Payments;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks among Stripe's sessions for what happened longer ago than Stripe keeps events: after a long time off, or with books from a
 * backup. Never inside a transaction. Thread-safe.
 */
public final class GapSweep {
    private static final Logger LOG = LoggerFactory.getLogger(GapSweep.class);

    /** A session lives for a day, and what is paid by a bank takes days more. */
    private static final Duration LIFE = Duration.ofDays(15);

    private static final Duration LONGEST_LOOK = Duration.ofDays(7);
    private static final Duration SHORTEST_LOOK = Duration.ofMinutes(1);

    private final StripeGateway gateway;
    private final Payments payments;
    private final Marks marks;

    /** Looks by this gateway for these payments. */
    public GapSweep(StripeGateway gateway, Payments payments) {
        this.gateway = gateway;
        this.payments = payments;
        this.marks = payments.marks();
    }

    /** Reads again every session of ours made in this time; false if not all of them could be read. Safe to repeat. */
    boolean look(StripeAccount account, Instant seen, Instant now) {
        Instant from = seen.minus(LIFE);
        Duration step = LONGEST_LOOK;
        while (from.isBefore(now)) {
            Instant to = from.plus(step);
            Optional<List<SessionReading>> found =
                    gateway.sessions(account, from, to).answer();
            if (found.isPresent()) {
                if (!found.get().stream().allMatch(session -> isTaken(account, session))) {
                    return false;
                }
                from = to;
                step = LONGEST_LOOK;
            } else if (step.compareTo(SHORTEST_LOOK) <= 0) {
                return false;
            } else {
                step = step.dividedBy(8).compareTo(SHORTEST_LOOK) < 0 ? SHORTEST_LOOK : step.dividedBy(8);
            }
        }
        return true;
    }

    private boolean isTaken(StripeAccount account, SessionReading listed) {
        if (!marks.areOurs(account.org(), listed.metadata())) {
            return true;
        }
        Optional<Applied> applied =
                gateway.session(account, listed.id()).answer().map(reading -> payments.apply(account, reading));
        applied.ifPresent(one -> LOG.debug("session {}: {}", listed.id(), one.kind()));
        return applied.isPresent();
    }
}
