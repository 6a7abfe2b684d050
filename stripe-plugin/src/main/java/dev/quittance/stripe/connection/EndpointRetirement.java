package dev.quittance.stripe.connection;

import dev.quittance.stripe.gateway.StripeAccount;
import dev.quittance.stripe.operation.Operation;
import dev.quittance.stripe.operation.OperationDraft;
import dev.quittance.stripe.operation.SideCall;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Switches off at Stripe an endpoint whose place another took. What Stripe no longer has needs no switching off. Thread-safe. */
public final class EndpointRetirement implements SideCall {
    static final String KIND = "disable_webhook_endpoint";

    private static final Logger LOG = LoggerFactory.getLogger(EndpointRetirement.class);

    private final EndpointRepository endpoints = new EndpointRepository();

    /** Retirements in the plugin's database. */
    public EndpointRetirement() {}

    @Override
    public String kind() {
        return KIND;
    }

    static OperationDraft draft(StripeAccount account, String stripeEndpointId) {
        SortedMap<String, String> parameters = new TreeMap<>();
        parameters.put("disabled", "true");
        return new OperationDraft(
                account, KIND, "/v1/webhook_endpoints/" + stripeEndpointId, parameters, account.connectionId());
    }

    @Override
    public void accepted(DSLContext tx, Operation operation, String json) {
        endpoints.retired(tx, operation.org(), operation.subjectId());
    }

    @Override
    public void ended(DSLContext tx, Operation operation) {
        LOG.info("an endpoint at Stripe was not switched off: {}", operation.errorCode());
        endpoints.retired(tx, operation.org(), operation.subjectId());
    }
}
