package dev.quittance.stripe.request;

import java.util.EnumSet;
import java.util.Set;

/** Where a payment request stands. What is not listed in {@link #next()} never happens. */
public enum RequestState {
    /** Not sent yet. */
    DRAFT,
    /** The customer was asked and nothing has come. */
    OPEN,
    /** A payment is on its way through a bank. */
    PROCESSING,
    /** Some of it came; only where another amount was allowed. */
    PARTLY_PAID,
    /** All of it came. */
    PAID,
    /** The due rule closed it; a new link reopens it. */
    EXPIRED,
    /** Withdrawn by the office. */
    CANCELED,
    /** The office gave up the rest. */
    CLOSED;

    /** The states that may follow this one. */
    public Set<RequestState> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(OPEN, CANCELED);
            case OPEN -> EnumSet.of(PROCESSING, PARTLY_PAID, PAID, CANCELED, EXPIRED);
            case PROCESSING -> EnumSet.of(OPEN, PARTLY_PAID, PAID);
            case PARTLY_PAID -> EnumSet.of(PROCESSING, PAID, CLOSED);
            case PAID -> EnumSet.of(OPEN, PARTLY_PAID);
            case EXPIRED -> EnumSet.of(OPEN);
            case CANCELED, CLOSED -> EnumSet.of(PAID, PARTLY_PAID);
        };
    }

    /** Whether the other state may follow this one. */
    public boolean canBecome(RequestState other) {
        return next().contains(other);
    }

    /** Whether the customer may pay it now. */
    public boolean isPayable() {
        return this == OPEN;
    }
}
