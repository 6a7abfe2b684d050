package dev.quittance.stripe.connection;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.quittance.api.PluginContext;
import dev.quittance.api.host.Sealed;
import dev.quittance.stripe.connection.EndpointRepository.Registered;
import dev.quittance.stripe.gateway.StripeAccount;
import dev.quittance.stripe.gateway.StripeGateway;
import dev.quittance.stripe.operation.Operation;
import dev.quittance.stripe.operation.OperationDraft;
import dev.quittance.stripe.operation.SideCall;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Stripe's answer to a new webhook endpoint means: its secret is kept, or we look ourselves. Thread-safe. */
public final class WebhookRegistration implements SideCall {
    /** The kind of its operations. */
    public static final String KIND = "create_webhook_endpoint";

    /** What we are told of; everything else would only be ignored. */
    public static final List<String> EVENT_TYPES = List.of(
            "checkout.session.completed",
            "checkout.session.expired",
            "checkout.session.async_payment_succeeded",
            "checkout.session.async_payment_failed",
            "payment_intent.succeeded",
            "payment_intent.processing",
            "payment_intent.payment_failed",
            "charge.succeeded",
            "charge.updated",
            "charge.refunded",
            "refund.created",
            "refund.updated",
            "refund.failed",
            "charge.dispute.created",
            "charge.dispute.updated",
            "charge.dispute.funds_withdrawn",
            "charge.dispute.funds_reinstated",
            "charge.dispute.closed");

    /** Stripe tries a delivery again for days, mostly within hours; the sweep finds what comes later. */
    private static final Duration OVERLAP = Duration.ofHours(24);

    private static final Logger LOG = LoggerFactory.getLogger(WebhookRegistration.class);

    private final PluginContext context;
    private final EndpointRepository endpoints = new EndpointRepository();

    /** Registrations in the plugin's database. */
    public WebhookRegistration(PluginContext context) {
        this.context = context;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** The call that makes the endpoint at Stripe. */
    OperationDraft draft(StripeAccount account, String endpointId) {
        SortedMap<String, String> parameters = new TreeMap<>();
        parameters.put("url", context.urls().webhook(endpointId).toString());
        // Pinned, so that events keep their shape when the account's default version moves on.
        parameters.put("api_version", StripeGateway.API_VERSION);
        parameters.put("description", "Quittance");
        parameters.put("metadata[q_installation]", context.plugin().installationId());
        EndpointSubscription.putEventTypes(parameters);
        return new OperationDraft(account, KIND, "/v1/webhook_endpoints", parameters, account.connectionId());
    }

    @Override
    public void accepted(DSLContext tx, Operation operation, String json) {
        JsonObject made = JsonParser.parseString(json).getAsJsonObject();
        Registered endpoint = endpoints
                .lock(tx, operation.org(), operation.subjectId())
                .orElseThrow(() -> new IllegalStateException("no endpoint for " + operation.operationId()));
        Sealed secret = context.secrets()
                .sealText(
                        operation.org(),
                        "webhook_secret/" + endpoint.endpointId(),
                        made.getAsJsonPrimitive("secret").getAsString());
        endpoints.registered(
                tx,
                endpoint.endpointId(),
                made.getAsJsonPrimitive("id").getAsString(),
                secret,
                context.clock().instant().plus(OVERLAP));
        endpoints.hears(tx, operation.org(), operation.subjectId(), EndpointSubscription.heardBy(json));
    }

    @Override
    public void ended(DSLContext tx, Operation operation) {
        LOG.info("Stripe takes no webhook address here ({}): payments are looked up instead", operation.errorCode());
    }
}
