package dev.quittance.stripe.outbox;

import dev.quittance.api.PluginContext;
import dev.quittance.api.identity.OrgId;
import dev.quittance.api.job.JobHandler;
import dev.quittance.stripe.installation.Installations;
import dev.quittance.stripe.storage.Backlog;
import dev.quittance.stripe.storage.Database;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;

/** Effects that leave the database, effectively once. Thread-safe. */
public final class Outbox {
    static final String JOB = "outbox";

    private final PluginContext context;
    private final Database database;
    private final Installations installations;
    private final OutboxRepository repository = new OutboxRepository();

    /** An outbox in the plugin's database. */
    public Outbox(PluginContext context, Database database, Installations installations) {
        this.installations = installations;
        this.context = context;
        this.database = database;
    }

    /**
     * Adds an effect in the caller's transaction, unless one with its key is there.
     *
     * @return whether it was new
     */
    public boolean addIfNew(DSLContext tx, OutboxEntry entry) {
        return repository.addIfNew(
                tx, context.ids().next(), entry, context.clock().instant());
    }

    /**
     * What is not delivered yet of a kind about any of these, in the order in which it was decided; for a handler whose word must not
     * come before another one.
     */
    public List<OutboxRow> listDue(OrgId org, String kind, Collection<UUID> subjectIds) {
        return subjectIds.isEmpty() ? List.of() : database.read(db -> repository.listDue(db, org, kind, subjectIds));
    }

    /** Whether the effect with this key is decided and not delivered yet. */
    public boolean isWaiting(OrgId org, String dedupeKey) {
        return database.read(db -> repository.isDue(db, org, dedupeKey));
    }

    /** What is decided and not delivered yet. */
    public Backlog waiting(OrgId org) {
        return database.read(db -> repository.backlog(db, org, "DUE"));
    }

    /** What could not be delivered and waits for a person. */
    public Backlog dead(OrgId org) {
        return database.read(db -> repository.backlog(db, org, OutboxOutcome.Kind.FAILED.name()));
    }

    /** Asks for delivery soon; after commit. What is lost here a recurring run finds. */
    public void nudge() {
        context.jobs().runSoon(JOB, "now");
    }

    /** The job that delivers what is due, by these handlers, one for each kind. */
    public JobHandler job(List<OutboxHandler> handlers) {
        Map<String, OutboxHandler> byKind = new TreeMap<>();
        for (OutboxHandler handler : handlers) {
            if (byKind.put(handler.kind(), handler) != null) {
                throw new IllegalArgumentException("two handlers of kind " + handler.kind());
            }
        }
        return new OutboxJob(context, database, byKind, held(handlers));
    }

    /** What of this outbox stays while money is held. */
    public Held held(List<OutboxHandler> handlers) {
        return new Held(database, installations, handlers);
    }
}
