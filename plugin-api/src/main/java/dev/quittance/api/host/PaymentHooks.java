package dev.quittance.api.host;

import dev.quittance.api.ImplementedByHost;
import dev.quittance.api.payment.Objection;
import dev.quittance.api.payment.PaymentDraft;
import dev.quittance.api.payment.PaymentEvent;
import dev.quittance.api.payment.RefundDraft;
import java.util.List;

/**
 * The other plugins' part in payments: the host knows them, orders them and bounds their time. The order of a request is
 * contribute, freeze, check, store, and after commit publish. Thread-safe. Never call it inside a transaction.
 */
@ImplementedByHost
public interface PaymentHooks {
    /** Asks every contributor and gives the draft back with what they added: from here on it is frozen. */
    PaymentDraft contribute(PaymentDraft draft);

    /** Asks every guard, so that the person sees all reasons at once. Empty means go on. */
    List<Objection> check(PaymentDraft frozen);

    /** Asks every guard about money that is about to be given back. Empty means go on, as on a host that asks nobody. */
    default List<Objection> checkRefund(RefundDraft draft) {
        return List.of();
    }

    /** Tells every listener, now or later. Durable when it returns; the same event id again changes nothing. */
    void publish(PaymentEvent event);
}
