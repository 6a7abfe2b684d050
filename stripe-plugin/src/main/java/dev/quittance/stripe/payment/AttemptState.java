package dev.quittance.stripe.payment;

import java.util.EnumSet;
import java.util.Set;

/** Where one hosted session stands. What is not listed in {@link #next()} never happens. */
public enum AttemptState {
    /** Written down; Stripe's answer is not known yet. */
    PREPARED,
    /** The customer can pay. A decline leaves it here. */
    OPEN,
    /** The money is on its way through a bank. */
    PROCESSING,
    /** The money came. */
    SUCCEEDED,
    /** Nobody paid in time. */
    EXPIRED,
    /** There never was a session, or none that anybody has the address of. */
    ABANDONED,
    /** The bank said no days later. */
    FAILED;

    /** The states that may follow this one. Late news may follow an end, since money that came is booked. */
    public Set<AttemptState> next() {
        return switch (this) {
            case PREPARED -> EnumSet.of(OPEN, SUCCEEDED, PROCESSING, ABANDONED);
            case OPEN -> EnumSet.of(PROCESSING, SUCCEEDED, EXPIRED);
            case PROCESSING -> EnumSet.of(SUCCEEDED, FAILED);
            case EXPIRED, ABANDONED, FAILED -> EnumSet.of(SUCCEEDED, PROCESSING);
            case SUCCEEDED -> EnumSet.noneOf(AttemptState.class);
        };
    }

    /** Whether the other state may follow this one. */
    public boolean canBecome(AttemptState other) {
        return next().contains(other);
    }

    /**
     * Whether a reading may bring it there, also past one state that nobody saw: a session that was made, and has expired, before
     * its address was known.
     */
    boolean canReach(AttemptState target) {
        return canBecome(target) || next().stream().anyMatch(between -> between.canBecome(target) && this != target);
    }

    /** Whether it stands in the way of another attempt. */
    public boolean isLive() {
        return this == PREPARED || this == OPEN || this == PROCESSING;
    }
}
