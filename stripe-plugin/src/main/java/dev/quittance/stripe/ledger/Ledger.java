package dev.quittance.stripe.ledger;

import dev.quittance.api.PluginContext;
import org.jooq.DSLContext;

/** The append-only double entry. Thread-safe. */
public final class Ledger {
    /** A ledger in the plugin's database. */
    public Ledger(PluginContext context) {}

    /**
     * Books in the caller's transaction, unless this key is booked already.
     *
     * @return whether it was new
     */
    public boolean addIfNew(DSLContext tx, Posting posting) {
        throw new UnsupportedOperationException();
    }
}
