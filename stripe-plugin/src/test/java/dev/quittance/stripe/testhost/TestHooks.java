package dev.quittance.stripe.testhost;

import dev.quittance.api.host.PaymentHooks;
import dev.quittance.api.payment.Objection;
import dev.quittance.api.payment.PaymentDraft;
import dev.quittance.api.payment.PaymentEvent;
import dev.quittance.api.payment.RefundDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The other plugins' part, as a test sets it. */
public final class TestHooks implements PaymentHooks {
    private final List<PaymentEvent> published = new ArrayList<>();
    private UnaryOperator<PaymentDraft> contribution = UnaryOperator.identity();
    private List<Objection> objections = List.of();

    /** What contributors make of a draft. */
    public synchronized void contributes(UnaryOperator<PaymentDraft> change) {
        contribution = change;
    }

    /** What guards say. */
    public synchronized void objects(List<Objection> reasons) {
        objections = reasons;
    }

    /** What listeners were told, each event once. */
    public synchronized List<PaymentEvent> published() {
        return List.copyOf(published);
    }

    @Override
    public PaymentDraft contribute(PaymentDraft draft) {
        CrashingDataSource.requireNoTransaction("a contributor");
        // Not under the lock: a test may let two asks meet here.
        return contribution().apply(draft);
    }

    private synchronized UnaryOperator<PaymentDraft> contribution() {
        return contribution;
    }

    @Override
    public synchronized List<Objection> check(PaymentDraft frozen) {
        CrashingDataSource.requireNoTransaction("a guard");
        return objections;
    }

    @Override
    public synchronized List<Objection> checkRefund(RefundDraft draft) {
        CrashingDataSource.requireNoTransaction("a guard");
        return objections;
    }

    @Override
    public synchronized void publish(PaymentEvent event) {
        CrashingDataSource.requireNoTransaction("an event");
        if (published.stream().noneMatch(one -> one.eventId().equals(event.eventId()))) {
            published.add(event);
        }
    }
}
