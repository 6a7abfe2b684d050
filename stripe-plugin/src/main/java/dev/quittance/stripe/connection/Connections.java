package dev.quittance.stripe.connection;

import dev.quittance.api.ErrorType;
import dev.quittance.api.PluginContext;
import dev.quittance.api.host.Bearer;
import dev.quittance.api.host.Sealed;
import dev.quittance.api.identity.OrgId;
import dev.quittance.api.screen.SettingsPage;
import dev.quittance.api.ui.Text;
import dev.quittance.stripe.audit.Audit;
import dev.quittance.stripe.connection.ConnectResult.Connected;
import dev.quittance.stripe.connection.ConnectResult.NotConnected;
import dev.quittance.stripe.connection.ConnectionRepository.Entry;
import dev.quittance.stripe.connection.EndpointRepository.Registered;
import dev.quittance.stripe.gateway.AccountReading;
import dev.quittance.stripe.gateway.Outcome;
import dev.quittance.stripe.gateway.StripeAccount;
import dev.quittance.stripe.gateway.StripeGateway;
import dev.quittance.stripe.operation.Operation;
import dev.quittance.stripe.operation.Operations;
import dev.quittance.stripe.storage.Database;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Stripe accounts of the organisations. Thread-safe. */
public final class Connections {
    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

    /** Only test keys are taken so far, by {@link SecretKeyForm}. */
    private static final boolean LIVEMODE = false;

    private final PluginContext context;
    private final Database database;
    private final StripeGateway gateway;
    private final Operations operations;
    private final WebhookRegistration registration;
    private final Audit audit;
    private final ConnectionRepository repository = new ConnectionRepository();
    private final EndpointRepository endpoints = new EndpointRepository();

    private record Stored(UUID connectionId, Optional<UUID> operationId) {}

    /** Connections in the plugin's database; {@code operations} must know a {@link WebhookRegistration}. */
    public Connections(PluginContext context, Database database, StripeGateway gateway, Operations operations) {
        this.context = context;
        this.database = database;
        this.gateway = gateway;
        this.operations = operations;
        this.registration = new WebhookRegistration(context);
        this.audit = new Audit(context);
    }

    /** The connection that the organisation uses now, whatever its state; empty if it has none. */
    public Optional<Connection> findLive(OrgId org) {
        return database.read(sql -> repository.findLive(sql, org));
    }

    /** The connections of all organisations that are in use and whose key works, as far as is known. */
    public List<Connection> listWorking() {
        return database.read(repository::listWorking);
    }

    /** Every organisation that has connected an account, also one that uses it no longer. */
    public List<OrgId> listOrganisations() {
        return database.read(repository::listOrganisations);
    }

    /** A connection, also one that is no longer in use. */
    public Optional<Connection> find(OrgId org, UUID connectionId) {
        return database.read(sql -> repository.find(sql, org, connectionId));
    }

    /**
     * Connects the account that a secret or restricted key belongs to. Reads the account first; if anything is wrong nothing is
     * stored. The same account again takes the new key, so repeating it changes nothing else.
     *
     * @param secretKey in clear; sealed before anything else happens
     * @param by the user's id
     */
    ConnectResult connect(OrgId org, String secretKey, String by) {
        String key = secretKey.strip();
        Optional<NotConnected> fault = SecretKeyForm.fault(key);
        if (fault.isPresent()) {
            return fault.get();
        }
        UUID probe = context.ids().next();
        Sealed sealed = seal(org, probe, key);
        Outcome<AccountReading> read =
                gateway.account(org, new Bearer(org, ConnectionRepository.purpose(probe), sealed));
        return read.fold(
                a -> connected(entry(org, a.value(), key, by), probe, key),
                d -> refused(d.code()),
                r -> r.status() == 401 ? unknownKey() : refused(r.code()),
                u -> SecretKeyForm.notConnected(
                        "stripe_unreachable",
                        ErrorType.STRIPE,
                        Text.of(
                                "settings.error.stripe_unreachable",
                                "Stripe could not be reached, so the key was not checked and nothing was stored. Try again in a minute.")));
    }

    /** Stops using the connection; earlier payments keep it. Safe to repeat; {@code by} is the user's id. */
    public void disconnect(OrgId org, UUID connectionId, String by) {
        int changed = database.transaction(tx -> {
            int rows = repository.disconnect(tx, org, connectionId);
            if (rows > 0) {
                audit.add(tx, org, new Audit.Deed("disconnected", by, "connection/" + connectionId, ""));
            }
            return rows;
        });
        LOG.info("{} connection disconnected: {}", changed, connectionId);
    }

    /**
     * Gives every account of the organisation away, in the caller's transaction: this is a copy, and they belong to the installation that
     * it was made of. Keys and webhook secrets are removed here; at Stripe nothing changes. None of them can be connected here again.
     *
     * @param by the user's id
     * @return how many
     */
    public int letGo(DSLContext tx, OrgId org, String by) {
        endpoints.letGo(tx, org);
        int accounts = repository.letGo(tx, org, context.clock().instant());
        audit.add(tx, org, new Audit.Deed("let_go", by, "connections", Integer.toString(accounts)));
        return accounts;
    }

    /** Notes that Stripe refused the key in a read (status 401 or 403). Safe to repeat. */
    public void keyRefused(OrgId org, UUID connectionId, String reason) {
        int changed = database.transaction(tx -> repository.needsReconnect(tx, org, connectionId, reason));
        if (changed > 0) {
            LOG.warn("Stripe refused the key of connection {}: {}", connectionId, reason);
        }
    }

    /** The settings page, id {@code settings}. */
    public SettingsPage settingsPage() {
        return new ConnectionSettings(this);
    }

    private Entry entry(OrgId org, AccountReading account, String key, String by) {
        return new Entry(
                org,
                account,
                LIVEMODE,
                SecretKeyForm.hint(key),
                by,
                context.clock().instant());
    }

    private ConnectResult connected(Entry entry, UUID newId, String key) {
        Optional<Stored> stored = database.transaction(tx -> store(tx, entry, newId, key));
        if (stored.isEmpty() && isLetGo(entry)) {
            return SecretKeyForm.notConnected(
                    "account_of_original",
                    ErrorType.USER,
                    Text.of(
                            "settings.error.account_of_original",
                            "This is a copy, and this Stripe account belongs to the installation it was made of. Nothing was stored. "
                                    + "Connect another account, for example a test account."));
        }
        if (stored.isEmpty()) {
            return SecretKeyForm.notConnected(
                    "account_in_use",
                    ErrorType.USER,
                    Text.of(
                            "settings.error.account_in_use",
                            "This Stripe account is already connected to another organisation here. Use another account, or disconnect "
                                    + "it there first."));
        }
        // Whatever comes of it, the connection stands: without webhooks we look ourselves.
        operations.nudge();
        stored.get().operationId().ifPresent(operationId -> register(entry.org(), operationId));
        return new Connected(find(entry.org(), stored.get().connectionId()).orElseThrow());
    }

    private boolean isLetGo(Entry entry) {
        return database.transaction(tx -> repository
                .findByAccount(tx, entry.org(), entry.account().id(), entry.livemode())
                .filter(id -> repository.isLetGo(tx, entry.org(), id))
                .isPresent());
    }

    private Optional<Stored> store(DSLContext tx, Entry entry, UUID newId, String key) {
        OrgId org = entry.org();
        String accountId = entry.account().id();
        operations.installations().remember(tx, org);
        if (!repository.claimAccount(tx, org, accountId, entry.livemode())) {
            return Optional.empty();
        }
        Optional<UUID> known = repository.findByAccount(tx, org, accountId, entry.livemode());
        if (known.filter(id -> repository.isLetGo(tx, org, id)).isPresent()) {
            return Optional.empty();
        }
        UUID connectionId = known.orElse(newId);
        int retired = repository.retireOthers(tx, org, connectionId);
        if (retired > 0) {
            LOG.info("connection {} takes the place of another", connectionId);
        }
        Sealed sealed = seal(org, connectionId, key);
        if (known.isPresent()) {
            repository.renew(tx, connectionId, entry, sealed);
            endpoints.forgetHeard(tx, org, connectionId);
            int resumed = operations.resume(tx, org, connectionId);
            LOG.info("{} calls of connection {} go on", resumed, connectionId);
        } else {
            repository.add(tx, connectionId, entry, sealed);
        }
        audit.add(tx, org, new Audit.Deed("connected", entry.by(), "connection/" + connectionId, accountId));
        Bearer bearer = new Bearer(org, ConnectionRepository.purpose(connectionId), sealed);
        StripeAccount account = new StripeAccount(org, connectionId, accountId, entry.livemode(), bearer);
        return Optional.of(new Stored(connectionId, prepareEndpoint(tx, account)));
    }

    /** An operation that registers a webhook endpoint, unless there is one or it is being made. */
    private Optional<UUID> prepareEndpoint(DSLContext tx, StripeAccount account) {
        Optional<Registered> endpoint = endpoints.lock(tx, account.org(), account.connectionId());
        boolean active = endpoint.map(one -> one.state().equals(EndpointRepository.ACTIVE))
                .orElse(false);
        if (active || operations.isOpen(tx, account.org(), WebhookRegistration.KIND, account.connectionId())) {
            return Optional.empty();
        }
        String endpointId = endpoint.map(Registered::endpointId)
                .orElseGet(() -> context.ids().token());
        if (endpoint.isEmpty()) {
            endpoints.add(tx, endpointId, account, context.clock().instant());
        }
        UUID operationId = context.ids().next();
        Operation prepared = operations.prepare(tx, operationId, registration.draft(account, endpointId));
        return Optional.of(prepared.operationId());
    }

    private void register(OrgId org, UUID operationId) {
        Operation after = operations.perform(org, operationId);
        LOG.info("webhook endpoint: operation {} is {}", operationId, after.state());
    }

    private Sealed seal(OrgId org, UUID connectionId, String key) {
        return context.secrets().sealText(org, ConnectionRepository.purpose(connectionId), key);
    }

    private static ConnectResult unknownKey() {
        return SecretKeyForm.notConnected(
                "key_unknown",
                ErrorType.USER,
                Text.of(
                        "settings.error.key_unknown",
                        "Stripe does not know this key: it may have been rolled or deleted. Copy the current one from Stripe."));
    }

    private static ConnectResult refused(String code) {
        return SecretKeyForm.notConnected(
                "key_not_allowed",
                ErrorType.USER,
                Text.of(
                        "settings.error.key_not_allowed",
                        "Stripe refused to show the account with this key ({0}). A restricted key needs at least read access to the account.",
                        code));
    }
}
