package dev.quittance.stripe.connection;

import dev.quittance.api.PluginContext;
import dev.quittance.api.identity.OrgId;
import dev.quittance.stripe.gateway.StripeAccount;
import dev.quittance.stripe.gateway.StripeAccounts;
import dev.quittance.stripe.storage.Database;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** Keys for calls, by connection. Thread-safe. */
public final class ConnectedAccounts implements StripeAccounts {
    /** Keys in the plugin's database. */
    public ConnectedAccounts(PluginContext context, Database database) {}

    @Override
    public Optional<StripeAccount> find(OrgId org, UUID connectionId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void keyRefused(DSLContext tx, OrgId org, UUID connectionId, String reason) {
        throw new UnsupportedOperationException();
    }
}
