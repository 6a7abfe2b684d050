package dev.quittance.stripe.webhook;

import dev.quittance.api.PluginContext;
import dev.quittance.api.job.JobHandler;
import dev.quittance.api.job.JobRun;
import dev.quittance.stripe.storage.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.pf4j.Extension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forgets events that were taken in or were none of ours, once nobody can ask about them any more. What waits, was given up or set aside
 * stays until it is settled; what the events brought is booked elsewhere and stays for good.
 */
@Extension
final class RetentionJob implements JobHandler {
    /** Three times as long as Stripe itself lists an event: until then it shows why something was booked. */
    static final Duration KEPT = Duration.ofDays(90);

    /** Rows of a transaction. */
    static final int BATCH = 500;

    private static final Logger LOG = LoggerFactory.getLogger(RetentionJob.class);
    private static final Duration EVERY = Duration.ofHours(1);

    /** Batches of a run; the rest goes with the next. */
    private static final int BATCHES = 40;

    private final PluginContext context;
    private final Database database;
    private final InboxRetention repository = new InboxRetention();

    RetentionJob(PluginContext context, Database database) {
        this.context = context;
        this.database = database;
    }

    @Override
    public String id() {
        return "retention";
    }

    @Override
    public Optional<Duration> every() {
        return Optional.of(EVERY);
    }

    @Override
    public void run(JobRun run) {
        Instant before = context.clock().instant().minus(KEPT);
        int gone = 0;
        int some = BATCH;
        for (int batch = 0; batch < BATCHES && some == BATCH; batch++) {
            some = database.transaction(tx -> repository.forget(tx, before, BATCH));
            gone += some;
        }
        if (gone > 0) {
            LOG.info("{} events went: they were done with and {} days old", gone, KEPT.toDays());
        }
    }
}
