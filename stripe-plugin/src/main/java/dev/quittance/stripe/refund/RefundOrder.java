package dev.quittance.stripe.refund;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import java.util.Objects;
import java.util.UUID;

/**
 * What somebody wants given back. Immutable and thread-safe.
 *
 * @param org whose money
 * @param paymentId the payment that it is taken from
 * @param amount how much, in the payment's currency
 * @param terms why, and what it means for what is owed
 * @param submissionKey names the click: the same key again gives nothing back again
 */
public record RefundOrder(OrgId org, UUID paymentId, Money amount, RefundTerms terms, String submissionKey) {
    /** Refuses null and what is not positive. */
    public RefundOrder {
        Objects.requireNonNull(org, "org");
        Objects.requireNonNull(paymentId, "paymentId");
        Objects.requireNonNull(terms, "terms");
        Objects.requireNonNull(submissionKey, "submissionKey");
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("a refund is positive");
        }
    }
}
