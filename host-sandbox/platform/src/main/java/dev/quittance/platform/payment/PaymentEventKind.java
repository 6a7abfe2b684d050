package dev.quittance.platform.payment;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.payment.PaymentEvent;
import dev.quittance.api.payment.PaymentListener;
import dev.quittance.platform.event.EventKind;

/** What happened to payments. Thread-safe. */
public final class PaymentEventKind implements EventKind<PaymentEvent, PaymentListener> {
    @Override
    public String stream() {
        return "payment";
    }

    @Override
    public Class<PaymentListener> listener() {
        return PaymentListener.class;
    }

    @Override
    public String id(PaymentEvent event) {
        return event.eventId();
    }

    @Override
    public OrgId org(PaymentEvent event) {
        return event.org();
    }

    @Override
    public String write(PaymentEvent event) {
        return PaymentEventJson.write(event);
    }

    @Override
    public PaymentEvent read(String text) {
        return PaymentEventJson.read(text);
    }

    @Override
    public void tell(PaymentListener listener, PaymentEvent event) {
        listener.on(event);
    }
}
