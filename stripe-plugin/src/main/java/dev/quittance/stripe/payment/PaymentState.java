package dev.quittance.stripe.payment;

import java.util.EnumSet;
import java.util.Set;

/** Where the money of one PaymentIntent stands. What is not listed in {@link #next()} never happens. */
public enum PaymentState {
    /** On its way through a bank. */
    PROCESSING,
    /** It came. Refunds and disputes take it back in records of their own. */
    SUCCEEDED,
    /** The bank said no. */
    FAILED;

    /** The states that may follow this one. */
    public Set<PaymentState> next() {
        return switch (this) {
            case PROCESSING -> EnumSet.of(SUCCEEDED, FAILED);
            case SUCCEEDED -> EnumSet.noneOf(PaymentState.class);
            case FAILED -> EnumSet.of(SUCCEEDED);
        };
    }

    /** Whether the other state may follow this one. */
    public boolean canBecome(PaymentState other) {
        return next().contains(other);
    }
}
