package dev.quittance.stripe.payment;

import static dev.quittance.stripe.storage.jooq.Tables.DISCREPANCY;

import dev.quittance.api.PluginContext;
import dev.quittance.api.identity.OrgId;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** Where Stripe and we disagree: noted once, for a person to look at. */
final class Discrepancies {
    private final PluginContext context;

    Discrepancies(PluginContext context) {
        this.context = context;
    }

    /** Notes a difference about an object of Stripe's; false if just that was noted before. */
    boolean addIfNew(DSLContext tx, OrgId org, String stripeObjectId, Optional<UUID> requestId, Difference difference) {
        return tx.insertInto(DISCREPANCY)
                        .set(DISCREPANCY.ORG_ID, org.value())
                        .set(DISCREPANCY.DISCREPANCY_ID, context.ids().next())
                        .set(DISCREPANCY.DISCREPANCY_KEY, difference.kind() + "/" + stripeObjectId)
                        .set(DISCREPANCY.KIND, difference.kind())
                        .set(DISCREPANCY.STRIPE_OBJECT_ID, stripeObjectId)
                        .set(DISCREPANCY.REQUEST_ID, requestId.orElse(null))
                        .set(DISCREPANCY.DETAIL, difference.detail())
                        .set(DISCREPANCY.STATE, "OPEN")
                        .set(DISCREPANCY.FOUND_AT, context.clock().instant())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }
}
