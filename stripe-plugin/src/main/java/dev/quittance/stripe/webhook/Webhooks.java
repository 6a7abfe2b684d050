package dev.quittance.stripe.webhook;

import dev.quittance.api.PluginContext;
import dev.quittance.api.job.JobHandler;
import dev.quittance.api.rest.WebhookEndpoint;
import dev.quittance.stripe.installation.Installations;
import dev.quittance.stripe.storage.Database;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;

/** Intake and working off of Stripe's events. Thread-safe. */
public final class Webhooks {
    static final String JOB = "webhooks";

    /** Objects that are looked into at the same time, over all nodes. */
    static final int WORKERS = 4;

    /** Of them as many settle crowds of what is not ours at the same time, on one node: all of them would take its processors from people. */
    static final int CROWDS = 2;

    private final PluginContext context;
    private final Database database;
    private final Installations installations;
    private final Rejections rejections = new Rejections();
    private final Heard heard = new Heard();
    private final Semaphore crowds = new Semaphore(CROWDS);

    /** An inbox in the plugin's database. */
    public Webhooks(PluginContext context, Database database, Installations installations) {
        this.context = context;
        this.database = database;
        this.installations = installations;
    }

    /** What the host passes webhooks to. */
    public WebhookEndpoint endpoint() {
        return new StripeWebhooks(context, database, rejections, heard);
    }

    /** The job that works the inbox off, by these handlers. */
    public JobHandler job(List<WebhookHandler> handlers) {
        Map<String, WebhookHandler> byType = new TreeMap<>();
        for (WebhookHandler handler : handlers) {
            for (String type : handler.eventTypes()) {
                if (byType.put(type, handler) != null) {
                    throw new IllegalArgumentException("two handlers of " + type);
                }
            }
        }
        return new WebhookJob(
                context, database, byType, new WebhookJob.Surroundings(rejections, heard, installations, crowds));
    }

    /** Held by each that settles a crowd. */
    Semaphore crowds() {
        return crowds;
    }

    /** The job that forgets what is done with and old. */
    public JobHandler retention() {
        return new RetentionJob(context, database);
    }

    /** Which of the workers is asked for; each of them takes whatever is due. */
    static String worker(String objectId) {
        return "worker-" + workerNumber(objectId);
    }

    static int workerNumber(String objectId) {
        return Math.floorMod(objectId.hashCode(), WORKERS);
    }

    static String purpose(String endpointId, String eventId) {
        return "webhook_event/" + endpointId + "/" + eventId;
    }
}
