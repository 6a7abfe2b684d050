package dev.quittance.stripe.connection;

import dev.quittance.api.PluginContext;
import dev.quittance.stripe.operation.Operation;
import dev.quittance.stripe.operation.OperationEffect;
import org.jooq.DSLContext;

/** What Stripe's answer to a new webhook endpoint means: its secret is kept, or we look ourselves. Thread-safe. */
public final class WebhookRegistration implements OperationEffect {
    /** The kind of its operations. */
    public static final String KIND = "create_webhook_endpoint";

    /** Registrations in the plugin's database. */
    public WebhookRegistration(PluginContext context) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean movesMoney() {
        return false;
    }

    @Override
    public void accepted(DSLContext tx, Operation operation, String json) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void ended(DSLContext tx, Operation operation) {
        throw new UnsupportedOperationException();
    }
}
