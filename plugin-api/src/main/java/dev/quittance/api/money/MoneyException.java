package dev.quittance.api.money;

import java.util.Objects;

/** An amount that cannot be: it says why in a way that a program can act on. No guarantee of thread-safety. */
public final class MoneyException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why an amount was refused. */
    public enum Reason {
        /** Nothing was given. */
        EMPTY,
        /** Not a plain decimal number. */
        NOT_A_NUMBER,
        /** Could mean two amounts, as {@code 1.234} does where both signs are in use. */
        AMBIGUOUS,
        /** Less than zero where that makes no sense. */
        NEGATIVE,
        /** More decimals than the currency has, or not a multiple of its step. */
        TOO_MANY_DECIMALS,
        /** More than a count of minor units can hold. */
        OVERFLOW,
        /** Two currencies in one calculation. */
        CURRENCY_MISMATCH,
        /** A currency that Stripe does not charge in. */
        UNKNOWN_CURRENCY
    }

    /** An exception for this reason; the message is for developers. */
    public MoneyException(Reason reason, String message) {
        super(message);
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
