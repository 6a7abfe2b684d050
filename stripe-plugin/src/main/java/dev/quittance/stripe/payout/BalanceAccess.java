package dev.quittance.stripe.payout;

import dev.quittance.api.identity.OrgId;
import dev.quittance.stripe.payout.BalanceMarks.Mark;
import dev.quittance.stripe.storage.Database;
import java.util.UUID;

/** Whether a key may read what Stripe's balance did, as of the last look. Thread-safe. */
public final class BalanceAccess {
    private final Database database;
    private final BalanceMarks marks = new BalanceMarks();

    /** As it is noted in this database. */
    public BalanceAccess(Database database) {
        this.database = database;
    }

    /** Whether Stripe did not let the key read it. */
    public boolean isForbidden(OrgId org, UUID connectionId) {
        return database.read(sql -> marks.find(sql, org, connectionId))
                .filter(mark -> mark.problem().equals(Mark.NOT_ALLOWED))
                .isPresent();
    }
}
