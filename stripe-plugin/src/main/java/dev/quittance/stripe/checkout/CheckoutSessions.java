package dev.quittance.stripe.checkout;

import dev.quittance.stripe.gateway.SessionReading;
import dev.quittance.stripe.gateway.StripeGateway;
import dev.quittance.stripe.operation.Operation;
import dev.quittance.stripe.operation.OperationEffect;
import dev.quittance.stripe.payment.Applied;
import dev.quittance.stripe.payment.Payments;
import org.jooq.DSLContext;

/** What Stripe's answer to a new hosted session means: its attempt is open, or ended so that another can begin. Thread-safe. */
public final class CheckoutSessions implements OperationEffect {
    /** The kind of the operations that make sessions. */
    public static final String KIND = "create_checkout_session";

    private final StripeGateway gateway;
    private final Payments payments;

    /** Sessions of these payments. */
    public CheckoutSessions(StripeGateway gateway, Payments payments) {
        this.gateway = gateway;
        this.payments = payments;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Making a session moves no money: the customer does that, at its address, which nobody has of a lost answer. */
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
        SessionReading reading = gateway.readSession(json);
        Applied applied = payments.apply(tx, operation.org(), operation.stripeAccountId(), reading);
        if (applied.isQuarantined()) {
            payments.abandon(tx, operation.org(), operation.subjectId(), applied.reason());
        }
    }

    @Override
    public void ended(DSLContext tx, Operation operation) {
        payments.abandon(tx, operation.org(), operation.subjectId(), operation.errorCode());
    }
}
