package dev.quittance.stripe.connection;

import static dev.quittance.stripe.storage.jooq.Tables.WEBHOOK_ENDPOINT;

import dev.quittance.api.host.Sealed;
import dev.quittance.api.identity.OrgId;
import dev.quittance.stripe.gateway.StripeAccount;
import dev.quittance.stripe.storage.jooq.tables.records.WebhookEndpointRecord;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** SQL of the webhook endpoints, as far as connections make them. */
final class EndpointRepository {
    private static final String RETIRED = "RETIRED";

    static final String ACTIVE = "ACTIVE";
    static final String UNREGISTERED = "UNREGISTERED";

    /** An endpoint that a connection has. */
    record Registered(String endpointId, String state) {}

    /** The connection's endpoint, locked until the transaction ends. */
    Optional<Registered> lock(DSLContext tx, OrgId org, UUID connectionId) {
        return tx.selectFrom(WEBHOOK_ENDPOINT)
                .where(WEBHOOK_ENDPOINT.ORG_ID.eq(org.value()))
                .and(WEBHOOK_ENDPOINT.CONNECTION_ID.eq(connectionId))
                .forUpdate()
                .fetchOptional(row -> new Registered(row.getEndpointId(), row.getState()));
    }

    void add(DSLContext tx, String endpointId, StripeAccount account, Instant now) {
        WebhookEndpointRecord row = new WebhookEndpointRecord();
        row.setEndpointId(endpointId);
        row.setOrgId(account.org().value());
        row.setConnectionId(account.connectionId());
        row.setStripeAccountId(account.stripeAccountId());
        row.setLivemode(account.livemode());
        row.setState(UNREGISTERED);
        row.setCreatedAt(now);
        one(tx.insertInto(WEBHOOK_ENDPOINT).set(row).execute());
    }

    /** Takes a new address at Stripe into use; the secret of the one before counts for a while. */
    void registered(DSLContext tx, String endpointId, String stripeEndpointId, Sealed secret, Instant previousUntil) {
        one(tx.update(WEBHOOK_ENDPOINT)
                .set(WEBHOOK_ENDPOINT.PREVIOUS_SECRET_SEALED, WEBHOOK_ENDPOINT.SECRET_SEALED)
                .set(WEBHOOK_ENDPOINT.PREVIOUS_UNTIL, previousUntil)
                .set(WEBHOOK_ENDPOINT.REPLACED_STRIPE_ENDPOINT_ID, WEBHOOK_ENDPOINT.STRIPE_WEBHOOK_ENDPOINT_ID)
                .set(WEBHOOK_ENDPOINT.STRIPE_WEBHOOK_ENDPOINT_ID, stripeEndpointId)
                .set(WEBHOOK_ENDPOINT.SECRET_SEALED, secret.bytes())
                .set(WEBHOOK_ENDPOINT.STATE, ACTIVE)
                .where(WEBHOOK_ENDPOINT.ENDPOINT_ID.eq(endpointId))
                .execute());
    }

    /** The one at Stripe that is to be switched off, since another took its place. */
    Optional<String> findReplaced(DSLContext sql, OrgId org, UUID connectionId) {
        return sql.select(WEBHOOK_ENDPOINT.REPLACED_STRIPE_ENDPOINT_ID)
                .from(WEBHOOK_ENDPOINT)
                .where(WEBHOOK_ENDPOINT.ORG_ID.eq(org.value()))
                .and(WEBHOOK_ENDPOINT.CONNECTION_ID.eq(connectionId))
                .and(WEBHOOK_ENDPOINT.REPLACED_STRIPE_ENDPOINT_ID.isNotNull())
                .fetchOptional(WEBHOOK_ENDPOINT.REPLACED_STRIPE_ENDPOINT_ID);
    }

    void retired(DSLContext tx, OrgId org, UUID connectionId) {
        one(tx.update(WEBHOOK_ENDPOINT)
                .setNull(WEBHOOK_ENDPOINT.REPLACED_STRIPE_ENDPOINT_ID)
                .where(WEBHOOK_ENDPOINT.ORG_ID.eq(org.value()))
                .and(WEBHOOK_ENDPOINT.CONNECTION_ID.eq(connectionId))
                .execute());
    }

    /** The one at Stripe that does not hear all of this; empty if there is none or it does. */
    Optional<String> findNotHearing(DSLContext sql, OrgId org, UUID connectionId, String wanted) {
        return sql.select(WEBHOOK_ENDPOINT.STRIPE_WEBHOOK_ENDPOINT_ID)
                .from(WEBHOOK_ENDPOINT)
                .where(WEBHOOK_ENDPOINT.ORG_ID.eq(org.value()))
                .and(WEBHOOK_ENDPOINT.CONNECTION_ID.eq(connectionId))
                .and(WEBHOOK_ENDPOINT.STATE.eq(ACTIVE))
                .and(WEBHOOK_ENDPOINT.STRIPE_WEBHOOK_ENDPOINT_ID.isNotNull())
                .and(WEBHOOK_ENDPOINT.HEARD_TYPES.isNull().or(WEBHOOK_ENDPOINT.HEARD_TYPES.ne(wanted)))
                .fetchOptional(WEBHOOK_ENDPOINT.STRIPE_WEBHOOK_ENDPOINT_ID);
    }

    void hears(DSLContext tx, OrgId org, UUID connectionId, String types) {
        one(tx.update(WEBHOOK_ENDPOINT)
                .set(WEBHOOK_ENDPOINT.HEARD_TYPES, types)
                .where(WEBHOOK_ENDPOINT.ORG_ID.eq(org.value()))
                .and(WEBHOOK_ENDPOINT.CONNECTION_ID.eq(connectionId))
                .execute());
    }

    /** Has what it hears said again: another key may be allowed what the one before was not. Nothing where there is no endpoint. */
    void forgetHeard(DSLContext tx, OrgId org, UUID connectionId) {
        tx.update(WEBHOOK_ENDPOINT)
                .setNull(WEBHOOK_ENDPOINT.HEARD_TYPES)
                .where(WEBHOOK_ENDPOINT.ORG_ID.eq(org.value()))
                .and(WEBHOOK_ENDPOINT.CONNECTION_ID.eq(connectionId))
                .execute();
    }

    Optional<Registered> find(DSLContext sql, OrgId org, UUID connectionId) {
        return sql.selectFrom(WEBHOOK_ENDPOINT)
                .where(WEBHOOK_ENDPOINT.ORG_ID.eq(org.value()))
                .and(WEBHOOK_ENDPOINT.CONNECTION_ID.eq(connectionId))
                .fetchOptional(row -> new Registered(row.getEndpointId(), row.getState()));
    }

    /** Forgets the secrets of an organisation's endpoints; at Stripe they stay as they are. */
    void letGo(DSLContext tx, OrgId org) {
        int rows = tx.update(WEBHOOK_ENDPOINT)
                .set(WEBHOOK_ENDPOINT.STATE, RETIRED)
                .setNull(WEBHOOK_ENDPOINT.SECRET_SEALED)
                .setNull(WEBHOOK_ENDPOINT.PREVIOUS_SECRET_SEALED)
                .setNull(WEBHOOK_ENDPOINT.PREVIOUS_UNTIL)
                .setNull(WEBHOOK_ENDPOINT.REPLACED_STRIPE_ENDPOINT_ID)
                .where(WEBHOOK_ENDPOINT.ORG_ID.eq(org.value()))
                .execute();
        assert rows >= 0;
    }

    private static void one(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("a webhook endpoint was not stored");
        }
    }
}
