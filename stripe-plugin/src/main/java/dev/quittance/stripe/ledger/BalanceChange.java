package dev.quittance.stripe.ledger;

import dev.quittance.api.money.Money;

/**
 * By how much a record's sums change, all in one currency. Immutable and thread-safe.
 *
 * @param requested added to what is asked for; may be negative, as the others
 * @param processing added to what is on its way
 * @param paid added to what came
 * @param refunded added to what was given back
 * @param disputed added to what banks took back
 * @param waived added to what of the refunds comes off the price, and is not owed again
 */
public record BalanceChange(
        Money requested, Money processing, Money paid, Money refunded, Money disputed, Money waived) {
    /** Refuses different currencies. */
    public BalanceChange {
        Money sum = requested
                .plus(processing)
                .plus(paid)
                .plus(refunded)
                .plus(disputed)
                .plus(waived);
        assert sum.currency().equals(requested.currency());
    }

    /** A change of what is asked for, on its way and come. */
    public BalanceChange(Money requested, Money processing, Money paid) {
        this(
                requested,
                processing,
                paid,
                Money.zero(requested.currency()),
                Money.zero(requested.currency()),
                Money.zero(requested.currency()));
    }

    /** So much more, or less, was given back; so much of the price with it. */
    public static BalanceChange refunded(Money delta, Money waived) {
        Money zero = Money.zero(delta.currency());
        return new BalanceChange(zero, zero, zero, delta, zero, waived);
    }

    /** So much more, or less, is with a bank. */
    public static BalanceChange disputed(Money delta) {
        Money zero = Money.zero(delta.currency());
        return new BalanceChange(zero, zero, zero, zero, delta, zero);
    }

    /** Asked for so much more, or less. */
    public static BalanceChange requested(Money delta) {
        Money zero = Money.zero(delta.currency());
        return new BalanceChange(delta, zero, zero);
    }

    /** So much more, or less, on its way. */
    public static BalanceChange processing(Money delta) {
        Money zero = Money.zero(delta.currency());
        return new BalanceChange(zero, delta, zero);
    }

    /** So much more, or less, has come. */
    public static BalanceChange paid(Money delta) {
        Money zero = Money.zero(delta.currency());
        return new BalanceChange(zero, zero, delta);
    }

    /** Whether it changes nothing. */
    public boolean isNothing() {
        return requested.isZero()
                && processing.isZero()
                && paid.isZero()
                && refunded.isZero()
                && disputed.isZero()
                && waived.isZero();
    }

    /** Both changes at once. */
    public BalanceChange and(BalanceChange other) {
        return new BalanceChange(
                requested.plus(other.requested),
                processing.plus(other.processing),
                paid.plus(other.paid),
                refunded.plus(other.refunded),
                disputed.plus(other.disputed),
                waived.plus(other.waived));
    }
}
