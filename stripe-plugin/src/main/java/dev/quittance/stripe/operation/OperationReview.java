package dev.quittance.stripe.operation;

import dev.quittance.api.PluginContext;
import dev.quittance.api.identity.OrgId;
import dev.quittance.stripe.audit.Audit;
import dev.quittance.stripe.storage.Backlog;
import dev.quittance.stripe.storage.Database;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Calls to Stripe as a person sees them: which have no answer, and which need somebody to look. Thread-safe. */
public final class OperationReview {
    /** As many as a person looks at. */
    private static final int MOST = 50;

    private final PluginContext context;
    private final Database database;
    private final OperationRepository repository = new OperationRepository();
    private final Audit audit;

    /** Calls in this database. */
    public OperationReview(PluginContext context, Database database) {
        this.context = context;
        this.database = database;
        this.audit = new Audit(context);
    }

    /** Those without an answer, and those set aside that nobody has looked at yet; the oldest first, at most 50. */
    public List<Operation> listOpen(OrgId org) {
        return database.read(sql -> repository.listOpen(sql, org, MOST));
    }

    /** Those whose outcome nobody knows yet. */
    public Backlog unknown(OrgId org) {
        return database.read(sql -> repository.backlog(sql, org, OperationState.UNKNOWN));
    }

    /** The latest call of a kind; empty if there was none. */
    public Optional<Operation> findLatest(OrgId org, String kind) {
        return database.read(sql -> repository.findLatest(sql, org, kind));
    }

    /**
     * Notes that somebody has looked at one that was set aside; nothing is sent. Safe to repeat.
     *
     * @param by the user's id
     * @return whether this was the first time
     */
    public boolean settle(OrgId org, UUID operationId, String by) {
        return database.transaction(tx -> {
            boolean first =
                    repository.settle(tx, org, operationId, by, context.clock().instant()) == 1;
            if (first) {
                audit.add(tx, org, new Audit.Deed("call_settled", by, "operation/" + operationId, ""));
            }
            return first;
        });
    }
}
