package dev.quittance.stripe.checkout;

import dev.quittance.api.PluginContext;
import dev.quittance.api.identity.OrgId;
import dev.quittance.stripe.connection.Connection;
import dev.quittance.stripe.gateway.StripeAccount;
import dev.quittance.stripe.operation.Operation;
import dev.quittance.stripe.operation.OperationDraft;
import dev.quittance.stripe.outbox.OutboxHandler;
import dev.quittance.stripe.outbox.OutboxOutcome;
import dev.quittance.stripe.outbox.OutboxRow;
import dev.quittance.stripe.payment.Attempt;
import dev.quittance.stripe.payment.AttemptState;
import dev.quittance.stripe.payment.Stops;
import dev.quittance.stripe.storage.Database;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes at Stripe the session of a request that was stopped, and comes back until nobody can pay it any more. A session whose
 * address is not known yet is looked for first. Thread-safe.
 */
public final class SessionCloser implements OutboxHandler {
    private static final Logger LOG = LoggerFactory.getLogger(SessionCloser.class);

    private final PluginContext context;
    private final Database database;
    private final Checkouts.Services services;

    /** A closer of these sessions. */
    public SessionCloser(PluginContext context, Database database, Checkouts.Services services) {
        this.context = context;
        this.database = database;
        this.services = services;
    }

    @Override
    public String kind() {
        return Stops.KIND;
    }

    @Override
    public OutboxOutcome deliver(OutboxRow row) {
        return close(row.org(), row.subjectId());
    }

    /**
     * Closes the session of a stopped request now, if there is one; safe to repeat, and beside a delivery. Never inside a
     * transaction.
     */
    OutboxOutcome close(OrgId org, UUID requestId) {
        Optional<Attempt> live = findLive(org, requestId);
        if (live.filter(attempt -> attempt.sessionId().isEmpty()).isPresent()) {
            boolean read = services.refresh().refresh(live.get()).isPresent();
            LOG.debug("session of attempt {} looked for: {}", live.get().attemptId(), read);
            live = findLive(org, requestId);
        }
        if (live.isEmpty() || live.get().state() == AttemptState.PROCESSING) {
            return OutboxOutcome.delivered();
        }
        return live.get()
                .sessionId()
                .map(sessionId -> close(org, requestId, sessionId))
                .orElseGet(() -> OutboxOutcome.retry("the session is not known yet"));
    }

    private OutboxOutcome close(OrgId org, UUID requestId, String sessionId) {
        Optional<Attempt> live = findLive(org, requestId);
        if (live.isEmpty()) {
            return OutboxOutcome.delivered();
        }
        Attempt attempt = live.get();
        Optional<StripeAccount> account =
                services.connections().find(org, attempt.place().connectionId()).map(Connection::stripeAccount);
        if (account.isEmpty()) {
            return OutboxOutcome.retry("no connection to close the session with");
        }
        Optional<UUID> prepared = database.transaction(tx ->
                services.operations().isOpen(tx, org, SessionExpiry.KIND, attempt.attemptId())
                        ? Optional.empty()
                        : Optional.of(services.operations()
                                .prepare(tx, context.ids().next(), draft(account.get(), sessionId, attempt.attemptId()))
                                .operationId()));
        if (prepared.isEmpty()) {
            return OutboxOutcome.retry("the session is being closed");
        }
        Operation after = services.operations().perform(org, prepared.get());
        if (findLive(org, requestId)
                .filter(one -> one.state() == AttemptState.OPEN)
                .isPresent()) {
            boolean read = services.refresh().refresh(attempt).isPresent();
            LOG.debug("operation {} is {}, session read: {}", after.operationId(), after.state(), read);
        }
        return findLive(org, requestId)
                        .filter(one -> one.state() == AttemptState.OPEN)
                        .isPresent()
                ? OutboxOutcome.retry("the session is still open")
                : OutboxOutcome.delivered();
    }

    private Optional<Attempt> findLive(OrgId org, UUID requestId) {
        return database.read(db -> services.attempts().findLive(db, org, requestId));
    }

    private static OperationDraft draft(StripeAccount account, String sessionId, UUID attemptId) {
        return new OperationDraft(
                account, SessionExpiry.KIND, SessionExpiry.path(sessionId), new TreeMap<>(), attemptId);
    }
}
