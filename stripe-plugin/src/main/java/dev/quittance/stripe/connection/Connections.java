package dev.quittance.stripe.connection;

import dev.quittance.api.PluginContext;
import dev.quittance.api.identity.OrgId;
import dev.quittance.api.screen.SettingsPage;
import dev.quittance.stripe.gateway.StripeGateway;
import dev.quittance.stripe.operation.Operations;
import dev.quittance.stripe.storage.Database;
import java.util.Optional;
import java.util.UUID;

/** The Stripe accounts of the organisations. Thread-safe. */
public final class Connections {
    /** Connections in the plugin's database. */
    public Connections(PluginContext context, Database database, StripeGateway gateway, Operations operations) {}

    /** The connection that the organisation uses now, whatever its state; empty if it has none. */
    public Optional<Connection> findLive(OrgId org) {
        throw new UnsupportedOperationException();
    }

    /** A connection, also one that is no longer in use. */
    public Optional<Connection> find(OrgId org, UUID connectionId) {
        throw new UnsupportedOperationException();
    }

    /**
     * Connects the account that a secret or restricted key belongs to. Reads the account first; if anything is wrong nothing is
     * stored. The same account again takes the new key.
     *
     * @param secretKey in clear; sealed before anything else happens
     * @param by the user's id
     */
    public ConnectResult connect(OrgId org, String secretKey, String by) {
        throw new UnsupportedOperationException();
    }

    /** Stops using the connection; earlier payments keep it. */
    public void disconnect(OrgId org, UUID connectionId) {
        throw new UnsupportedOperationException();
    }

    /** Notes that Stripe refused the key in a read (status 401 or 403). */
    public void keyRefused(OrgId org, UUID connectionId, String reason) {
        throw new UnsupportedOperationException();
    }

    /** The settings page, id {@code settings}. */
    public SettingsPage settingsPage() {
        throw new UnsupportedOperationException();
    }
}
