package dev.quittance.stripe.operation;

import java.util.Set;

/** Where a mutating call to Stripe stands. */
public enum OperationState {
    /** Committed; for certain nothing has been done at Stripe. */
    PREPARED,
    /** Committed that it is being sent. */
    SENT,
    /** Stripe did it. */
    ACCEPTED,
    /** A bank said no: no money moved. */
    DECLINED,
    /** Stripe said no for certain. */
    REFUSED,
    /** It may have been done or not: it is sent again with the same key, or looked for. */
    UNKNOWN,
    /** Nobody can tell by program: a person looks. */
    QUARANTINED,
    /** It was never done, as a reading proved; or, of a session, it never will be and nobody has its address. */
    ABSENT;

    /** What may come next. */
    public Set<OperationState> next() {
        return switch (this) {
            case PREPARED -> Set.of(SENT, ABSENT);
            case SENT -> Set.of(PREPARED, SENT, ACCEPTED, DECLINED, REFUSED, UNKNOWN, QUARANTINED, ABSENT);
            case UNKNOWN -> Set.of(SENT, ACCEPTED, ABSENT, QUARANTINED);
            case ACCEPTED, DECLINED, REFUSED, QUARANTINED, ABSENT -> Set.of();
        };
    }

    /** Whether that may come next. */
    public boolean canBecome(OperationState target) {
        return next().contains(target);
    }

    /** Whether nothing comes after it. */
    public boolean isFinal() {
        return next().isEmpty();
    }
}
