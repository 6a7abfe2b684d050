package dev.quittance.stripe.refund;

import dev.quittance.stripe.gateway.StripeGateway;
import dev.quittance.stripe.operation.Operation;
import dev.quittance.stripe.operation.OperationEffect;
import dev.quittance.stripe.operation.OperationState;
import org.jooq.DSLContext;

/**
 * What Stripe's answer to a refund means: it is booked, or what was set aside is let go. What nobody can tell stays set aside, so
 * that the same money is never given back a second time. Thread-safe.
 */
public final class RefundEffect implements OperationEffect {
    static final String KIND = "create_refund";

    private final StripeGateway gateway;
    private final RefundBooks books;

    /** Answers for these books. */
    public RefundEffect(StripeGateway gateway, RefundBooks books) {
        this.gateway = gateway;
        this.books = books;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean movesMoney() {
        return true;
    }

    /** A restricted key that may not refund still takes payments. */
    @Override
    public boolean isVital() {
        return false;
    }

    @Override
    public void accepted(DSLContext tx, Operation operation, String json) {
        books.apply(tx, operation.org(), operation.stripeAccountId(), gateway.readRefund(json));
    }

    @Override
    public void ended(DSLContext tx, Operation operation) {
        if (operation.state() != OperationState.QUARANTINED) {
            books.refused(tx, operation);
        }
    }
}
