package dev.quittance.stripe.operation;

import dev.quittance.api.PluginContext;
import dev.quittance.api.identity.OrgId;
import dev.quittance.api.job.JobHandler;
import dev.quittance.stripe.gateway.StripeAccounts;
import dev.quittance.stripe.gateway.StripeGateway;
import dev.quittance.stripe.storage.Database;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;

/** Mutating calls to Stripe: prepared in the caller's transaction, performed after its commit. Thread-safe. */
public final class Operations {
    private final Database database;

    /** Operations whose answers go to these effects, one for each kind. */
    public Operations(
            PluginContext context,
            Database database,
            StripeGateway gateway,
            StripeAccounts accounts,
            List<OperationEffect> effects) {
        this.database = database;
    }

    /**
     * Writes the operation down, PREPARED, in the caller's transaction.
     *
     * @param operationId chosen by the caller, since the metadata names it
     */
    public Operation prepare(DSLContext tx, UUID operationId, OperationDraft draft) {
        throw new UnsupportedOperationException();
    }

    /**
     * Commits that it is being sent, sends it, and commits the answer together with its effect. Safe to call again: what is
     * PREPARED or UNKNOWN is sent with the same bytes and key, what is final stays.
     *
     * @return the operation as it stands after the call: final, PREPARED (Stripe could not be reached, nothing was done), UNKNOWN,
     *     or SENT while somebody else is just sending it
     * @throws IllegalStateException inside a transaction
     */
    public Operation perform(OrgId org, UUID operationId) {
        database.requireOutsideTransaction("a call to Stripe");
        throw new UnsupportedOperationException();
    }

    /**
     * The operation as it stands.
     *
     * @throws IllegalArgumentException if this organisation has none by that id
     */
    public Operation get(OrgId org, UUID operationId) {
        throw new UnsupportedOperationException();
    }

    /** The job that sends again, or looks for, what has no answer yet. */
    public JobHandler job() {
        throw new UnsupportedOperationException();
    }
}
