package dev.quittance.api.payment;

import dev.quittance.api.ImplementedByPlugin;
import org.pf4j.ExtensionPoint;

/**
 * Is told what happened to payments: after commit, at least once, in order for each listener. Must be thread-safe and drop
 * events it has had, by {@link PaymentEvent#eventId()}. What it throws is told again later; other listeners do not wait for it.
 */
@ImplementedByPlugin
public interface PaymentListener extends ExtensionPoint {
    /** Told of one event. */
    void on(PaymentEvent event);
}
