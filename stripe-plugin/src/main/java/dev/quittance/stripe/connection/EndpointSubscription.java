package dev.quittance.stripe.connection;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import dev.quittance.stripe.gateway.StripeAccount;
import dev.quittance.stripe.operation.Operation;
import dev.quittance.stripe.operation.OperationDraft;
import dev.quittance.stripe.operation.SideCall;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has an endpoint that was made by an earlier version told of what this version listens to. Its address and secret stay. Where Stripe
 * refuses that, the sweep goes on finding what is not told. Thread-safe.
 */
public final class EndpointSubscription implements SideCall {
    static final String KIND = "subscribe_webhook_endpoint";

    private static final Logger LOG = LoggerFactory.getLogger(EndpointSubscription.class);

    private final EndpointRepository endpoints = new EndpointRepository();

    /** Subscriptions in the plugin's database. */
    public EndpointSubscription() {}

    @Override
    public String kind() {
        return KIND;
    }

    static OperationDraft draft(StripeAccount account, String stripeEndpointId) {
        SortedMap<String, String> parameters = new TreeMap<>();
        putEventTypes(parameters);
        return new OperationDraft(
                account, KIND, "/v1/webhook_endpoints/" + stripeEndpointId, parameters, account.connectionId());
    }

    /** The parameters by which an endpoint is told of all that this version listens to. */
    static void putEventTypes(SortedMap<String, String> parameters) {
        for (int i = 0; i < WebhookRegistration.EVENT_TYPES.size(); i++) {
            parameters.put("enabled_events[" + i + "]", WebhookRegistration.EVENT_TYPES.get(i));
        }
    }

    /** What this version listens to, as it is kept with an endpoint. */
    static String wanted() {
        return joined(WebhookRegistration.EVENT_TYPES);
    }

    /** What an endpoint is told of by Stripe's own word. */
    static String heardBy(String json) {
        JsonArray types = JsonParser.parseString(json).getAsJsonObject().getAsJsonArray("enabled_events");
        Collection<String> all = new TreeSet<>();
        for (JsonElement type : types) {
            all.add(type.getAsString());
        }
        return joined(all);
    }

    private static String joined(Collection<String> types) {
        return String.join(" ", new TreeSet<>(types));
    }

    @Override
    public void accepted(DSLContext tx, Operation operation, String json) {
        endpoints.hears(tx, operation.org(), operation.subjectId(), heardBy(json));
    }

    /** Not asked again until there is another key, or more to listen to. */
    @Override
    public void ended(DSLContext tx, Operation operation) {
        LOG.info("an endpoint at Stripe still hears what it did before: {}", operation.errorCode());
        endpoints.hears(tx, operation.org(), operation.subjectId(), wanted());
    }
}
