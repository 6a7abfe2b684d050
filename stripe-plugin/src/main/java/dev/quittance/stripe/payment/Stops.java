package dev.quittance.stripe.payment;

import dev.quittance.api.PluginContext;
import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import dev.quittance.api.record.RecordRef;
import dev.quittance.stripe.outbox.Outbox;
import dev.quittance.stripe.outbox.OutboxEntry;
import dev.quittance.stripe.request.PaymentRequest;
import dev.quittance.stripe.request.RequestState;
import dev.quittance.stripe.request.Requests;
import dev.quittance.stripe.request.StopReason;
import dev.quittance.stripe.request.TimelineEntry;
import dev.quittance.stripe.storage.Database;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * Stops requests: from the moment that is committed nobody can begin to pay them. What was begun is closed at Stripe by way of
 * the outbox; once nothing can be paid any more the request is CANCELED. Whoever was faster has paid. Thread-safe.
 */
public final class Stops {
    /** The outbox kind that closes the session of a stopped request; its subject is the request. */
    public static final String KIND = "close_session";

    private final PluginContext context;
    private final Database database;
    private final Requests requests;
    private final Attempts attempts;
    private final Outbox outbox;

    Stops(PluginContext context, Database database, Requests requests, Attempts attempts, Outbox outbox) {
        this.context = context;
        this.database = database;
        this.requests = requests;
        this.attempts = attempts;
        this.outbox = outbox;
    }

    /**
     * Stops whatever was asked for by a moment on these records and is open or on its way, each in a transaction of its own. Safe to
     * repeat.
     */
    public void stopAll(OrgId org, List<RecordRef> records, Instant until, StopReason reason) {
        for (UUID requestId : requests.listRunning(org, records)) {
            database.inTransaction(tx -> {
                PaymentRequest locked = requests.lock(tx, org, requestId);
                if (!locked.createdAt().isAfter(until)) {
                    stop(tx, locked, reason);
                }
            });
        }
        outbox.nudge();
    }

    /** Stops a locked request, unless it is stopped or was never open. The caller nudges the outbox after its commit. */
    public void stop(DSLContext tx, PaymentRequest locked, StopReason reason) {
        stop(tx, locked, reason, TimelineEntry.SYSTEM);
    }

    /**
     * Stops a locked request as {@link #stop(DSLContext, PaymentRequest, StopReason)} does.
     *
     * @param by the user's id
     */
    public void stop(DSLContext tx, PaymentRequest locked, StopReason reason, String by) {
        boolean runs = locked.state() == RequestState.OPEN || locked.state() == RequestState.PROCESSING;
        if (!runs || locked.stopped().filter(StopReason::isEnd).isPresent()) {
            return;
        }
        closeAndSettle(tx, requests.stop(tx, locked, reason, by));
    }

    /**
     * Has a locked request ask for another amount, at once or as soon as nobody can pay the former one at Stripe; until then nobody
     * can begin to. Whoever was faster has paid the former amount, and nothing changes. The caller nudges the outbox after its commit.
     *
     * @param by the user's id
     * @throws IllegalStateException if it is not open, or stopped for good
     */
    public void change(DSLContext tx, PaymentRequest locked, Money next, String by) {
        if (locked.state() != RequestState.OPEN
                || locked.stopped().filter(StopReason::isEnd).isPresent()) {
            throw new IllegalStateException(locked.requestId() + " asks for nothing that could change");
        }
        closeAndSettle(tx, requests.plan(tx, locked, next, by));
    }

    private void closeAndSettle(DSLContext tx, PaymentRequest stopped) {
        // One entry for each time that something is to be closed: a request can change and be withdrawn later.
        boolean isNew = !hasLive(tx, stopped)
                || outbox.addIfNew(
                        tx,
                        new OutboxEntry(
                                stopped.org(),
                                KIND + "/" + stopped.requestId() + "/" + stopped.version(),
                                KIND,
                                stopped.requestId(),
                                "",
                                context.clock().instant()));
        assert isNew : "each version is stopped once";
        settle(tx, stopped);
    }

    /** Has sessions closed soon; after commit. */
    public void nudge() {
        outbox.nudge();
    }

    /** Cancels a stopped request that nobody can pay any more, or has it ask for its next amount. The caller holds its lock. */
    void settle(DSLContext tx, OrgId org, UUID requestId) {
        settle(tx, requests.lock(tx, org, requestId));
    }

    private void settle(DSLContext tx, PaymentRequest locked) {
        if (locked.stopped().isEmpty() || locked.state() != RequestState.OPEN || hasLive(tx, locked)) {
            return;
        }
        if (locked.isChanging()) {
            PaymentRequest changed = requests.change(tx, locked);
            assert changed.isPayable() : "it goes on with its next amount";
        } else {
            PaymentRequest canceled = requests.move(tx, locked, RequestState.CANCELED);
            requests.note(tx, canceled, "canceled", TimelineEntry.SYSTEM);
        }
    }

    private boolean hasLive(DSLContext tx, PaymentRequest request) {
        return attempts.findLive(tx, request.org(), request.requestId()).isPresent();
    }
}
