package dev.quittance.stripe.webhook;

import dev.quittance.api.PluginContext;
import dev.quittance.api.job.JobHandler;
import dev.quittance.api.rest.WebhookEndpoint;
import dev.quittance.stripe.storage.Database;
import java.util.List;

/** Intake and working off of Stripe's events. Thread-safe. */
public final class Webhooks {
    /** An inbox in the plugin's database. */
    public Webhooks(PluginContext context, Database database) {}

    /** What the host passes webhooks to. */
    public WebhookEndpoint endpoint() {
        throw new UnsupportedOperationException();
    }

    /** The job that works the inbox off, by these handlers. */
    public JobHandler job(List<WebhookHandler> handlers) {
        throw new UnsupportedOperationException();
    }
}
