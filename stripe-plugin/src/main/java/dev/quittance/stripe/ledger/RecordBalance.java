package dev.quittance.stripe.ledger;

import dev.quittance.api.money.Money;

/**
 * The kept sums of a record in one currency; all not negative. Immutable and thread-safe.
 *
 * @param requested asked for and neither paid nor given up; what is processing is not in it
 * @param processing on its way
 * @param paid come
 * @param refunded given back
 * @param disputed taken back by a bank
 * @param waived of what was given back, what comes off the price: nobody owes it again
 */
public record RecordBalance(
        Money requested, Money processing, Money paid, Money refunded, Money disputed, Money waived) {
    /** Sums with nothing off the price. */
    public RecordBalance(Money requested, Money processing, Money paid, Money refunded, Money disputed) {
        this(requested, processing, paid, refunded, disputed, Money.zero(requested.currency()));
    }

    /** The same record with this much less asked for. */
    public RecordBalance withoutRequested(Money asked) {
        return new RecordBalance(requested.minus(asked), processing, paid, refunded, disputed, waived);
    }

    /** Both records together. */
    RecordBalance plus(RecordBalance other) {
        return new RecordBalance(
                requested.plus(other.requested),
                processing.plus(other.processing),
                paid.plus(other.paid),
                refunded.plus(other.refunded),
                disputed.plus(other.disputed),
                waived.plus(other.waived));
    }

    /** A record without any payment. */
    public static RecordBalance none(String currency) {
        Money zero = Money.zero(currency);
        return new RecordBalance(zero, zero, zero, zero, zero);
    }
}
