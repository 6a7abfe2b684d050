package dev.quittance.stripe.connection;

import dev.quittance.api.PluginContext;
import dev.quittance.api.identity.OrgId;
import dev.quittance.stripe.audit.Audit;
import dev.quittance.stripe.connection.EndpointRepository.Registered;
import dev.quittance.stripe.gateway.StripeAccount;
import dev.quittance.stripe.operation.Operation;
import dev.quittance.stripe.operation.OperationState;
import dev.quittance.stripe.operation.Operations;
import dev.quittance.stripe.storage.Database;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * Mends the address at which Stripe tells us of events: a new endpoint at Stripe, with a new secret, takes the place of the one
 * before, whose secret counts for another day. Thread-safe.
 */
public final class EndpointCare {
    private final PluginContext context;
    private final Database database;
    private final Audit audit;
    private final Operations operations;
    private final WebhookRegistration registration;
    private final EndpointRepository endpoints = new EndpointRepository();

    /** Care by these operations. */
    public EndpointCare(PluginContext context, Database database, Operations operations) {
        this.context = context;
        this.database = database;
        this.audit = new Audit(context);
        this.operations = operations;
        this.registration = new WebhookRegistration(context);
    }

    /** The id of a connection's endpoint, the last part of its address; empty if it has none. */
    public Optional<String> findEndpointId(OrgId org, UUID connectionId) {
        return database.read(sql -> endpoints.find(sql, org, connectionId)).map(Registered::endpointId);
    }

    /**
     * Registers the address anew. Safe to repeat: while one registration has no answer no other begins. Never inside a transaction.
     *
     * @param by the user's id
     * @return the registration as it stands; empty if one is on its way already or the connection has no address
     */
    public Optional<Operation> repair(StripeAccount account, String by) {
        Optional<UUID> prepared = database.transaction(tx -> {
            Optional<Registered> endpoint = endpoints.lock(tx, account.org(), account.connectionId());
            boolean busy = operations.isOpen(tx, account.org(), WebhookRegistration.KIND, account.connectionId());
            if (endpoint.isPresent() && !busy) {
                audit.add(
                        tx,
                        account.org(),
                        new Audit.Deed("endpoint_repaired", by, "connection/" + account.connectionId(), ""));
            }
            return endpoint.filter(one -> !busy)
                    .map(one -> operations
                            .prepare(tx, context.ids().next(), registration.draft(account, one.endpointId()))
                            .operationId());
        });
        Optional<Operation> after = prepared.map(id -> operations.perform(account.org(), id));
        if (after.filter(done -> done.state() == OperationState.ACCEPTED).isPresent()) {
            retireReplaced(account);
        }
        return after;
    }

    /** Whether an earlier version made the endpoint, which Stripe does not tell of all that this one listens to. */
    public boolean hearsTooLittle(StripeAccount account) {
        return database.read(sql -> notHearing(sql, account)).isPresent();
    }

    /**
     * Has Stripe tell the endpoint of all that this version listens to, if it does not. Once: what Stripe has answered is not asked
     * again, and while one call has no answer no other begins. Never inside a transaction.
     *
     * @return the call as it stands; empty if there was nothing to ask
     */
    public Optional<Operation> subscribe(StripeAccount account) {
        Optional<UUID> prepared = database.transaction(tx -> {
            boolean exists =
                    endpoints.lock(tx, account.org(), account.connectionId()).isPresent();
            boolean busy = operations.isOpen(tx, account.org(), EndpointSubscription.KIND, account.connectionId())
                    || operations.isOpen(tx, account.org(), WebhookRegistration.KIND, account.connectionId());
            return notHearing(tx, account)
                    .filter(id -> exists && !busy)
                    .map(id -> operations
                            .prepare(tx, context.ids().next(), EndpointSubscription.draft(account, id))
                            .operationId());
        });
        return prepared.map(id -> operations.perform(account.org(), id));
    }

    private Optional<String> notHearing(DSLContext sql, StripeAccount account) {
        return endpoints.findNotHearing(sql, account.org(), account.connectionId(), EndpointSubscription.wanted());
    }

    /** The new one is at work: the other would only tell everything twice. */
    private void retireReplaced(StripeAccount account) {
        Optional<UUID> prepared = database.transaction(tx -> {
            boolean busy = operations.isOpen(tx, account.org(), EndpointRetirement.KIND, account.connectionId());
            return endpoints
                    .findReplaced(tx, account.org(), account.connectionId())
                    .filter(replaced -> !busy)
                    .map(replaced -> operations
                            .prepare(tx, context.ids().next(), EndpointRetirement.draft(account, replaced))
                            .operationId());
        });
        prepared.ifPresent(id -> {
            Operation after = operations.perform(account.org(), id);
            assert after.operationId().equals(id);
        });
    }
}
