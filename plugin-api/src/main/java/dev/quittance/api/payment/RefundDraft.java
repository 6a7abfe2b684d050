package dev.quittance.api.payment;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import dev.quittance.api.record.RecordRef;
import java.util.Objects;

/**
 * Money about to be given back, before it is reserved. Plugins read it; further components may come, so only the payments plugin and
 * the host make one. Immutable and thread-safe.
 *
 * @param org whose customer gets it
 * @param record the record that the payment was for
 * @param paymentId the payment that it is taken from
 * @param amount how much, positive, in the payment's currency
 * @param reason {@code duplicate}, {@code requested_by_customer}, {@code fraudulent}, {@code other}; string-coded
 * @param owedAgain whether the customer owes it again; else it comes off the price
 * @param requestedBy the host's id of the user, or {@code system}
 */
public record RefundDraft(
        OrgId org,
        RecordRef record,
        String paymentId,
        Money amount,
        String reason,
        boolean owedAgain,
        String requestedBy) {
    /** Refuses null and what is not positive. */
    public RefundDraft {
        Objects.requireNonNull(org, "org");
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(paymentId, "paymentId");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(requestedBy, "requestedBy");
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("a refund is positive");
        }
    }
}
