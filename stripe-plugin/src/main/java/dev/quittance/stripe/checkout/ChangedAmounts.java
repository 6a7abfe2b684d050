package dev.quittance.stripe.checkout;

import dev.quittance.api.PluginContext;
import dev.quittance.api.payment.Objection;
import dev.quittance.stripe.outbox.OutboxOutcome;
import dev.quittance.stripe.payment.Stops;
import dev.quittance.stripe.request.AmountChanges;
import dev.quittance.stripe.request.PaymentRequest;
import dev.quittance.stripe.request.RequestState;
import dev.quittance.stripe.request.Requests;
import dev.quittance.stripe.request.StopReason;
import dev.quittance.stripe.storage.Database;
import java.util.List;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Changes what open requests ask for: noted first, then the open page is closed at Stripe, then it counts. Thread-safe. */
public final class ChangedAmounts implements AmountChanges {
    private static final Logger LOG = LoggerFactory.getLogger(ChangedAmounts.class);

    private final PluginContext context;
    private final Database database;
    private final Requests requests;
    private final Stops stops;
    private final SessionCloser closer;

    /** Changes of these requests. */
    public ChangedAmounts(
            PluginContext context, Database database, Requests requests, Stops stops, SessionCloser closer) {
        this.context = context;
        this.database = database;
        this.requests = requests;
        this.stops = stops;
        this.closer = closer;
    }

    @Override
    public List<Objection> change(PaymentRequest request, Change change) {
        List<Objection> objections = context.paymentHooks().check(request.draft(change.next()));
        if (!objections.isEmpty()) {
            return objections;
        }
        database.inTransaction(tx -> plan(tx, request, change));
        boolean isChanging = requests.find(request.org(), request.requestId())
                .filter(PaymentRequest::isChanging)
                .isPresent();
        if (isChanging) {
            OutboxOutcome closed = closer.close(request.org(), request.requestId());
            LOG.debug("session of request {} closed: {}", request.requestId(), closed.kind());
        }
        stops.nudge();
        return List.of();
    }

    private void plan(DSLContext tx, PaymentRequest request, Change change) {
        PaymentRequest locked = requests.lock(tx, request.org(), request.requestId());
        boolean isOpen = locked.state() == RequestState.OPEN
                && locked.stopped().filter(StopReason::isEnd).isEmpty();
        if (isOpen && requests.sums().take(tx, locked.org(), change.turn())) {
            stops.change(tx, locked, change.next(), change.by());
        }
    }
}
