package dev.quittance.api.record;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import java.time.Instant;
import java.util.Objects;

/**
 * Money that was taken back from a payment: a refund, or a payment that the bank returned. Immutable and thread-safe.
 *
 * @param org whose record
 * @param record what the payment was for
 * @param paymentId the payment
 * @param reversalId names the reversal; the key by which telling twice changes nothing
 * @param amount what was taken back, positive
 * @param owedAgain whether the customer owes it again; else it comes off the price
 * @param reversedAt when, UTC
 */
public record Reversal(
        OrgId org,
        RecordRef record,
        String paymentId,
        String reversalId,
        Money amount,
        boolean owedAgain,
        Instant reversedAt) {
    /** Refuses null and what is not positive. */
    public Reversal {
        Objects.requireNonNull(org, "org");
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(paymentId, "paymentId");
        Objects.requireNonNull(reversalId, "reversalId");
        Objects.requireNonNull(reversedAt, "reversedAt");
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("a reversal is positive");
        }
    }
}
