package dev.quittance.stripe.gateway;

import dev.quittance.api.identity.OrgId;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** Finds the key for a call by its connection, and hears when Stripe no longer takes it. Implementations are thread-safe. */
public interface StripeAccounts {
    /** The account of a connection, also of one that is no longer in use; empty if this organisation has none by that id. */
    Optional<StripeAccount> find(OrgId org, UUID connectionId);

    /** Whether calls may be made with a connection now. DISCONNECTED if this organisation has none by that id. */
    Access access(OrgId org, UUID connectionId);

    /** Whether calls may be made. */
    enum Access {
        /** They may. */
        OPEN,
        /** Stripe no longer takes the key: calls wait for another one. */
        KEY_REFUSED,
        /** The organisation uses the account no more: calls wait until it does. */
        DISCONNECTED
    }

    /** Notes, in the caller's transaction, that Stripe refused the connection's key; safe to repeat. */
    void keyRefused(DSLContext tx, OrgId org, UUID connectionId, String reason);
}
