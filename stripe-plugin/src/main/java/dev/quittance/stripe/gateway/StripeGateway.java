package dev.quittance.stripe.gateway;

import dev.quittance.api.PluginContext;
import dev.quittance.api.host.Bearer;
import dev.quittance.api.identity.OrgId;
import dev.quittance.stripe.storage.Database;
import java.time.Instant;
import java.util.List;

/**
 * Calls to Stripe, one try each: no retries, no redirects, 20 s at most. Never inside a transaction. Thread-safe; keeps no key.
 */
public final class StripeGateway {
    private final Database database;

    /** Calls through the host's {@code Outgoing}. */
    public StripeGateway(PluginContext context, Database database) {
        this.database = database;
    }

    /** A hosted session with its intent, charge and balance transaction. */
    public Outcome<SessionReading> session(StripeAccount account, String sessionId) {
        throw pending();
    }

    /** Sessions made since a moment, newest first, by Stripe's consistent list. */
    public Outcome<List<SessionReading>> recentSessions(StripeAccount account, Instant createdFrom) {
        throw pending();
    }

    /** A PaymentIntent with its latest charge and balance transaction. */
    public Outcome<IntentReading> intent(StripeAccount account, String intentId) {
        throw pending();
    }

    /** A charge with its balance transaction. */
    public Outcome<ChargeReading> charge(StripeAccount account, String chargeId) {
        throw pending();
    }

    /** The account that a key belongs to. */
    public Outcome<AccountReading> account(OrgId org, Bearer key) {
        throw pending();
    }

    /** Sends the bytes of an operation and gives Stripe's JSON. */
    public Outcome<String> send(StripeAccount account, String path, byte[] encodedBody, String idempotencyKey) {
        throw pending();
    }

    /** Reads a session from Stripe's JSON, as an operation's answer holds it. */
    public SessionReading readSession(String json) {
        throw pending();
    }

    private UnsupportedOperationException pending() {
        database.requireOutsideTransaction("a call to Stripe");
        return new UnsupportedOperationException();
    }
}
