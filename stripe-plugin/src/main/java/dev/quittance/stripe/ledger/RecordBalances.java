package dev.quittance.stripe.ledger;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.record.RecordRef;
import org.jooq.DSLContext;

/** The kept sums of each record and currency, changed in the transaction of what they sum. Thread-safe. */
public final class RecordBalances {
    /**
     * Changes the sums and locks their row until the transaction ends.
     *
     * @throws IllegalStateException if a sum would become negative: a mistake in the caller
     */
    public void change(DSLContext tx, OrgId org, RecordRef record, BalanceChange change) {
        throw new UnsupportedOperationException();
    }

    /** The sums in this currency; all zero if there are none yet. */
    public RecordBalance get(DSLContext sql, OrgId org, RecordRef record, String currency) {
        throw new UnsupportedOperationException();
    }
}
