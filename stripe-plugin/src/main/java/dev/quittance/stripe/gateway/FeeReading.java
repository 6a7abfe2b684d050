package dev.quittance.stripe.gateway;

import dev.quittance.api.money.Money;
import java.time.Instant;

/**
 * A balance transaction as read at Stripe: all three amounts are in the currency of the balance, which may differ from the
 * payment's. Immutable and thread-safe.
 *
 * @param balanceTransactionId {@code txn_…}
 * @param gross what came into the balance
 * @param fee what Stripe took
 * @param net gross less fee
 * @param availableOn when it can be paid out, UTC
 */
public record FeeReading(String balanceTransactionId, Money gross, Money fee, Money net, Instant availableOn) {}
