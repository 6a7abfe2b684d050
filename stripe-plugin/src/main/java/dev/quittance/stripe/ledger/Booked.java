package dev.quittance.stripe.ledger;

import dev.quittance.api.money.Money;
import java.util.Map;

/**
 * What the ledger says of something at Stripe: sums of its bookings by currency, in minor units, without those that are zero. Immutable
 * and thread-safe.
 *
 * @param balance what Stripe's balance has more, or less
 * @param fees what Stripe took
 */
public record Booked(Map<String, Long> balance, Map<String, Long> fees) {
    /** Copies the sums. */
    public Booked {
        balance = Map.copyOf(balance);
        fees = Map.copyOf(fees);
    }

    /** Whether Stripe's balance is so much more, or less, and in no other currency. */
    public boolean isBalance(Money net) {
        return balance.equals(net.isZero() ? Map.of() : Map.of(net.currency(), net.minor()));
    }

    /** Whether just so much was taken. */
    public boolean isFee(Money fee) {
        return fees.getOrDefault(fee.currency(), 0L) == fee.minor();
    }

    /** Whether it stands in another currency only. */
    public boolean isInAnother(String currency) {
        return !balance.isEmpty() && !balance.containsKey(currency);
    }
}
