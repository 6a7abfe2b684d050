package dev.quittance.stripe.ledger;

import dev.quittance.api.money.Money;

/**
 * By how much a record's sums change, all in one currency. Immutable and thread-safe.
 *
 * @param requested added to what is asked for; may be negative, as the others
 * @param processing added to what is on its way
 * @param paid added to what came
 */
public record BalanceChange(Money requested, Money processing, Money paid) {
    /** Refuses different currencies. */
    public BalanceChange {
        Money sum = requested.plus(processing).plus(paid);
        assert sum.currency().equals(requested.currency());
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
        return requested.isZero() && processing.isZero() && paid.isZero();
    }

    /** Both changes at once. */
    public BalanceChange and(BalanceChange other) {
        return new BalanceChange(
                requested.plus(other.requested), processing.plus(other.processing), paid.plus(other.paid));
    }
}
