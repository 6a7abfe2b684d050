package dev.quittance.stripe.gateway;

import dev.quittance.api.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * A balance transaction as read at Stripe: all three amounts are in the currency of the balance, which may differ from the
 * payment's. Immutable and thread-safe.
 *
 * @param balanceTransactionId {@code txn_…}
 * @param gross what came into the balance
 * @param fee what Stripe took
 * @param net gross less fee
 * @param exchangeRate Stripe's rate as it wrote it, where the payment was changed into the currency of the balance
 * @param availableOn when it can be paid out, UTC
 */
public record FeeReading(
        String balanceTransactionId,
        Money gross,
        Money fee,
        Money net,
        Optional<String> exchangeRate,
        Instant availableOn) {}
