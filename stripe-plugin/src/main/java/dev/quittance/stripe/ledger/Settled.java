package dev.quittance.stripe.ledger;

import dev.quittance.api.money.Money;
import java.util.Optional;

/**
 * What a balance transaction of Stripe's did, in the currency of the balance. Immutable and thread-safe.
 *
 * @param balanceTransactionId {@code txn_…}
 * @param gross what came, before the fee; negative for what left
 * @param fee what Stripe took besides; negative for what it gave back
 * @param exchangeRate Stripe's rate as it wrote it, where money was changed
 */
public record Settled(String balanceTransactionId, Money gross, Money fee, Optional<String> exchangeRate) {
    /** Refuses two currencies. */
    public Settled {
        if (!gross.currency().equals(fee.currency())) {
            throw new IllegalArgumentException("a balance is in one currency: " + gross + ", " + fee);
        }
    }

    /** What the balance has more, or less, afterwards. */
    public Money net() {
        return gross.plus(fee.negated());
    }
}
