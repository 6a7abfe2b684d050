package dev.quittance.emulator;

import java.time.Instant;

/**
 * One balance transaction.
 *
 * @param account the account it belongs to
 * @param transactionId {@code txn_…}
 * @param category Stripe's reporting category
 * @param sourceId what it is for
 * @param currency three letters, lower case
 * @param amountMinor what came, in minor units; negative for what left
 * @param feeMinor what Stripe kept of it, in minor units
 */
public record BookedMovement(
        String account,
        String transactionId,
        String category,
        String sourceId,
        String currency,
        long amountMinor,
        long feeMinor,
        Instant createdAt) {
    /** What it did to the balance, in minor units. */
    public long netMinor() {
        return Math.subtractExact(amountMinor, feeMinor);
    }
}
