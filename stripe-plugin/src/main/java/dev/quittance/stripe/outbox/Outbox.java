package dev.quittance.stripe.outbox;

import dev.quittance.api.PluginContext;
import dev.quittance.api.job.JobHandler;
import dev.quittance.stripe.storage.Database;
import java.util.List;
import org.jooq.DSLContext;

/** Effects that leave the database, effectively once. Thread-safe. */
public final class Outbox {
    private final PluginContext context;

    /** An outbox in the plugin's database. */
    public Outbox(PluginContext context, Database database) {
        this.context = context;
    }

    /**
     * Adds an effect in the caller's transaction, unless one with its key is there.
     *
     * @return whether it was new
     */
    public boolean addIfNew(DSLContext tx, OutboxEntry entry) {
        throw new UnsupportedOperationException();
    }

    /** Asks for delivery soon; after commit. What is lost here a recurring run finds. */
    public void nudge() {
        context.jobs().runSoon("outbox", "now");
    }

    /** The job that delivers what is due, by these handlers, one for each kind. */
    public JobHandler job(List<OutboxHandler> handlers) {
        throw new UnsupportedOperationException();
    }
}
