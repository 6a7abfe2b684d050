package dev.quittance.stripe.connection;

import dev.quittance.api.identity.OrgId;
import dev.quittance.stripe.gateway.StripeAccount;
import dev.quittance.stripe.gateway.StripeAccounts;
import dev.quittance.stripe.storage.Database;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keys for calls, by connection. Thread-safe. */
public final class ConnectedAccounts implements StripeAccounts {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectedAccounts.class);

    private final Database database;
    private final ConnectionRepository repository = new ConnectionRepository();

    /** Keys in the plugin's database. */
    public ConnectedAccounts(Database database) {
        this.database = database;
    }

    @Override
    public Optional<StripeAccount> find(OrgId org, UUID connectionId) {
        return database.read(sql -> repository.find(sql, org, connectionId)).map(Connection::stripeAccount);
    }

    @Override
    public Access access(OrgId org, UUID connectionId) {
        return database.read(sql -> repository.find(sql, org, connectionId))
                .map(Connection::state)
                .map(state -> switch (state) {
                    case CONNECTED -> Access.OPEN;
                    case NEEDS_RECONNECT -> Access.KEY_REFUSED;
                    case DISCONNECTED -> Access.DISCONNECTED;
                })
                .orElse(Access.DISCONNECTED);
    }

    @Override
    public void keyRefused(DSLContext tx, OrgId org, UUID connectionId, String reason) {
        if (repository.needsReconnect(tx, org, connectionId, reason) > 0) {
            LOG.warn("Stripe refused the key of connection {}: {}", connectionId, reason);
        }
    }
}
