package dev.quittance.stripe.refund;

import static dev.quittance.stripe.storage.jooq.Tables.PAYMENT_POLICY;

import dev.quittance.api.PluginContext;
import dev.quittance.api.identity.OrgId;
import dev.quittance.stripe.storage.Database;
import java.time.Instant;

/** What an organisation wants done with money that came twice. Thread-safe. */
public final class OverpaymentPolicy {
    private static final String ASK = "ASK";
    private static final String REFUND = "REFUND";

    private final PluginContext context;
    private final Database database;

    /** The decisions in this database. */
    public OverpaymentPolicy(PluginContext context, Database database) {
        this.context = context;
        this.database = database;
    }

    /** Whether it is given back by itself; else, as long as nobody has decided, the office is asked. */
    public boolean refundsByItself(OrgId org) {
        return database.read(sql -> sql.fetchExists(
                PAYMENT_POLICY, PAYMENT_POLICY.ORG_ID.eq(org.value()).and(PAYMENT_POLICY.OVERPAYMENT.eq(REFUND))));
    }

    /**
     * Decides. Safe to repeat.
     *
     * @param by the user's id
     */
    void save(OrgId org, boolean byItself, String by) {
        String word = byItself ? REFUND : ASK;
        Instant now = context.clock().instant();
        database.inTransaction(tx -> tx.insertInto(PAYMENT_POLICY)
                .set(PAYMENT_POLICY.ORG_ID, org.value())
                .set(PAYMENT_POLICY.OVERPAYMENT, word)
                .set(PAYMENT_POLICY.CHANGED_BY, by)
                .set(PAYMENT_POLICY.CHANGED_AT, now)
                .onConflict(PAYMENT_POLICY.ORG_ID)
                .doUpdate()
                .set(PAYMENT_POLICY.OVERPAYMENT, word)
                .set(PAYMENT_POLICY.CHANGED_BY, by)
                .set(PAYMENT_POLICY.CHANGED_AT, now)
                .execute());
    }
}
