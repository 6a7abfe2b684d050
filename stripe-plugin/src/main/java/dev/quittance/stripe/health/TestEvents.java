package dev.quittance.stripe.health;

import dev.quittance.api.PluginContext;
import dev.quittance.stripe.gateway.StripeAccount;
import dev.quittance.stripe.operation.Operation;
import dev.quittance.stripe.operation.OperationDraft;
import dev.quittance.stripe.operation.OperationState;
import dev.quittance.stripe.operation.Operations;
import dev.quittance.stripe.storage.Database;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Has Stripe tell us something true and harmless: a hosted session that nobody gets the address of is made and closed at once, of
 * which Stripe tells like of any other. No money moves. Thread-safe.
 */
public final class TestEvents {
    static final String MADE = "create_test_session";
    static final String CLOSED = "expire_test_session";

    private static final String PATH = "/v1/checkout/sessions";

    private final PluginContext context;
    private final Database database;
    private final Operations operations;

    /** Tests by these operations, which must know {@link TestEffect} of both kinds. */
    public TestEvents(PluginContext context, Database database, Operations operations) {
        this.context = context;
        this.database = database;
        this.operations = operations;
    }

    /**
     * Makes the session and closes it. Never inside a transaction.
     *
     * @return whether Stripe has done both, so that it tells us now
     */
    boolean send(StripeAccount account) {
        Operation made = perform(account, id -> new OperationDraft(account, MADE, PATH, parameters(id), id));
        if (made.state() != OperationState.ACCEPTED) {
            return false;
        }
        String path = PATH + "/" + made.stripeObjectId() + "/expire";
        Operation closed =
                perform(account, id -> new OperationDraft(account, CLOSED, path, new TreeMap<>(), made.operationId()));
        return closed.state() == OperationState.ACCEPTED;
    }

    private interface Draft {
        OperationDraft of(UUID operationId);
    }

    private Operation perform(StripeAccount account, Draft draft) {
        UUID id = context.ids().next();
        Operation prepared = database.transaction(tx -> operations.prepare(tx, id, draft.of(id)));
        return operations.perform(account.org(), prepared.operationId());
    }

    /** Without our installation's mark: whoever meets the session knows that it is no payment of ours. */
    private SortedMap<String, String> parameters(UUID operationId) {
        SortedMap<String, String> all = new TreeMap<>();
        all.put("mode", "payment");
        all.put("line_items[0][quantity]", "1");
        all.put("line_items[0][price_data][currency]", "usd");
        all.put("line_items[0][price_data][unit_amount]", "100");
        all.put("line_items[0][price_data][product_data][name]", "Test of the line to Stripe");
        all.put("success_url", context.urls().webhook("test").toString());
        all.put("metadata[q_operation]", operationId.toString());
        all.put("metadata[q_test]", "true");
        return all;
    }
}
