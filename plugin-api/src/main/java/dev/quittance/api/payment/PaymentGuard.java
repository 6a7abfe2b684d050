package dev.quittance.api.payment;

import dev.quittance.api.ImplementedByPlugin;
import org.pf4j.ExtensionPoint;

/**
 * May stop a payment before it happens. Asked with the frozen draft, outside any transaction, with 2 s to answer. Must be
 * thread-safe and without effects. It fails closed: a guard that throws or is late counts as a veto.
 */
@ImplementedByPlugin
public interface PaymentGuard extends ExtensionPoint {
    /** Asked before a payment is requested. */
    Decision beforeRequest(PaymentDraft draft);

    /** Asked before money is given back from here. What is given back at the payment provider itself is not asked about. */
    default Decision beforeRefund(RefundDraft draft) {
        return Decision.allow();
    }
}
