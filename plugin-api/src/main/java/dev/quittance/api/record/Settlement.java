package dev.quittance.api.record;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import java.time.Instant;
import java.util.Objects;

/**
 * Money that came for a record. Immutable and thread-safe.
 *
 * @param org whose record
 * @param record what it was paid for: a project or an invoice
 * @param paymentId names the payment; the key by which telling twice changes nothing
 * @param amount what was paid, positive, gross
 * @param paidAt when, UTC
 * @param method how, for people: {@code Visa •4242}; never more of a number than its last four digits
 */
public record Settlement(OrgId org, RecordRef record, String paymentId, Money amount, Instant paidAt, String method) {
    /** Refuses null and what is not positive. */
    public Settlement {
        Objects.requireNonNull(org, "org");
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(paymentId, "paymentId");
        Objects.requireNonNull(paidAt, "paidAt");
        Objects.requireNonNull(method, "method");
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("a settlement is positive");
        }
    }
}
