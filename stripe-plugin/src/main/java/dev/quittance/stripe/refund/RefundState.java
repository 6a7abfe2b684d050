package dev.quittance.stripe.refund;

import java.util.EnumSet;
import java.util.Set;

/** Where money that is given back stands. What is not listed in {@link #next()} never happens. */
public enum RefundState {
    /** Written down and set aside; Stripe may have heard of it or not. */
    RESERVED,
    /** Stripe has it and a bank takes its time. */
    PENDING,
    /** Stripe waits for the customer. */
    REQUIRES_ACTION,
    /** It was given back. A bank may still return it. */
    SUCCEEDED,
    /** It came back: the customer has not got it. */
    FAILED,
    /** Stopped at Stripe before it arrived. */
    CANCELED,
    /** Stripe would not do it, or for certain never did. */
    REFUSED;

    /** The states that may follow this one. */
    public Set<RefundState> next() {
        return switch (this) {
            case RESERVED -> EnumSet.of(PENDING, REQUIRES_ACTION, SUCCEEDED, FAILED, CANCELED, REFUSED);
            case PENDING -> EnumSet.of(REQUIRES_ACTION, SUCCEEDED, FAILED, CANCELED);
            case REQUIRES_ACTION -> EnumSet.of(PENDING, SUCCEEDED, FAILED, CANCELED);
            case SUCCEEDED -> EnumSet.of(FAILED);
            case FAILED, CANCELED, REFUSED -> EnumSet.noneOf(RefundState.class);
        };
    }

    /** Whether the other state may follow this one. */
    public boolean canBecome(RefundState other) {
        return next().contains(other);
    }

    /** Whether it counts against what came: nobody can give that part back again. */
    public boolean counts() {
        return this == RESERVED || this == PENDING || this == REQUIRES_ACTION || this == SUCCEEDED;
    }

    /** The state for a word of Stripe's; pending for a word that nobody knew when this was written. */
    static RefundState of(String status) {
        return switch (status) {
            case "succeeded" -> SUCCEEDED;
            case "failed" -> FAILED;
            case "canceled" -> CANCELED;
            case "requires_action" -> REQUIRES_ACTION;
            default -> PENDING;
        };
    }
}
