package dev.quittance.stripe.checkout;

import dev.quittance.stripe.gateway.StripeGateway;
import dev.quittance.stripe.operation.Operation;
import dev.quittance.stripe.operation.OperationEffect;
import dev.quittance.stripe.payment.Payments;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Stripe's answer to the closing of a hosted session means: read like any session. Where Stripe refuses, the customer was
 * faster or the session had closed by itself; a reading says which. Thread-safe.
 */
public final class SessionExpiry implements OperationEffect {
    /** The kind of the operations that close sessions. */
    public static final String KIND = "expire_checkout_session";

    private static final Logger LOG = LoggerFactory.getLogger(SessionExpiry.class);

    private final StripeGateway gateway;
    private final Payments payments;

    /** Closing of these payments' sessions. */
    public SessionExpiry(StripeGateway gateway, Payments payments) {
        this.gateway = gateway;
        this.payments = payments;
    }

    /** Stripe's path to close a session. */
    static String path(String sessionId) {
        return "/v1/checkout/sessions/" + sessionId + "/expire";
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean movesMoney() {
        return false;
    }

    @Override
    public boolean mayBeAbandoned() {
        return true;
    }

    @Override
    public void accepted(DSLContext tx, Operation operation, String json) {
        boolean quarantined = payments.apply(
                        tx, operation.org(), operation.stripeAccountId(), gateway.readSession(json))
                .isQuarantined();
        LOG.debug("session of attempt {} closed, quarantined: {}", operation.subjectId(), quarantined);
    }

    /** Nothing by itself: {@link SessionCloser} and the sweep read the session again. */
    @Override
    public void ended(DSLContext tx, Operation operation) {
        LOG.info("session of attempt {} was not closed: {}", operation.subjectId(), operation.errorCode());
    }
}
