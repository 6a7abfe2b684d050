package dev.quittance.stripe.connection;

import static dev.quittance.stripe.storage.jooq.Tables.CONNECTION;
import static dev.quittance.stripe.storage.jooq.Tables.STRIPE_ACCOUNT;
import static dev.quittance.stripe.storage.jooq.Tables.WEBHOOK_ENDPOINT;

import dev.quittance.api.host.Bearer;
import dev.quittance.api.host.Sealed;
import dev.quittance.api.identity.OrgId;
import dev.quittance.stripe.gateway.AccountReading;
import dev.quittance.stripe.gateway.StripeAccount;
import dev.quittance.stripe.storage.jooq.tables.records.ConnectionRecord;
import dev.quittance.stripe.storage.jooq.tables.records.StripeAccountRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;

/** SQL of the connections and of the directory of accounts. */
final class ConnectionRepository {
    /** What is stored when an organisation connects. */
    record Entry(OrgId org, AccountReading account, boolean livemode, String keyHint, String by, Instant now) {}

    static String purpose(UUID connectionId) {
        return "stripe_key/" + connectionId;
    }

    Optional<Connection> findLive(DSLContext sql, OrgId org) {
        return find(sql, CONNECTION.LIVE_ORG_ID.eq(org.value()));
    }

    Optional<Connection> find(DSLContext sql, OrgId org, UUID connectionId) {
        return find(sql, CONNECTION.ORG_ID.eq(org.value()).and(CONNECTION.CONNECTION_ID.eq(connectionId)));
    }

    List<Connection> listWorking(DSLContext sql) {
        return select(
                        sql,
                        CONNECTION.LIVE_ORG_ID.isNotNull().and(CONNECTION.STATE.eq(ConnectionState.CONNECTED.name())))
                .fetch(ConnectionRepository::read);
    }

    List<OrgId> listOrganisations(DSLContext sql) {
        return sql.selectDistinct(STRIPE_ACCOUNT.ORG_ID)
                .from(STRIPE_ACCOUNT)
                .orderBy(STRIPE_ACCOUNT.ORG_ID)
                .fetch(row -> new OrgId(row.value1()));
    }

    /** The organisation's connection to this account, whatever its state. */
    Optional<UUID> findByAccount(DSLContext tx, OrgId org, String stripeAccountId, boolean livemode) {
        return tx.select(CONNECTION.CONNECTION_ID)
                .from(CONNECTION)
                .where(CONNECTION.ORG_ID.eq(org.value()))
                .and(CONNECTION.STRIPE_ACCOUNT_ID.eq(stripeAccountId))
                .and(CONNECTION.LIVEMODE.eq(livemode))
                .orderBy(CONNECTION.CONNECTION_ID.desc())
                .limit(1)
                .fetchOptional(CONNECTION.CONNECTION_ID);
    }

    /** Takes the account for the organisation; false if another one has it. */
    boolean claimAccount(DSLContext tx, OrgId org, String stripeAccountId, boolean livemode) {
        StripeAccountRecord row = new StripeAccountRecord();
        row.setStripeAccountId(stripeAccountId);
        row.setLivemode(livemode);
        row.setOrgId(org.value());
        int made = tx.insertInto(STRIPE_ACCOUNT)
                .set(row)
                .onConflict(STRIPE_ACCOUNT.STRIPE_ACCOUNT_ID, STRIPE_ACCOUNT.LIVEMODE)
                .doNothing()
                .execute();
        String owner = tx.select(STRIPE_ACCOUNT.ORG_ID)
                .from(STRIPE_ACCOUNT)
                .where(STRIPE_ACCOUNT.STRIPE_ACCOUNT_ID.eq(stripeAccountId))
                .and(STRIPE_ACCOUNT.LIVEMODE.eq(livemode))
                .forUpdate()
                .fetchOptional(STRIPE_ACCOUNT.ORG_ID)
                .orElseThrow(() -> new IllegalStateException("a row vanished after " + made + " was made"));
        return owner.equals(org.value());
    }

    /** Takes every connection of the organisation but this one out of use. */
    int retireOthers(DSLContext tx, OrgId org, UUID connectionId) {
        return tx.update(CONNECTION)
                .set(CONNECTION.STATE, ConnectionState.DISCONNECTED.name())
                .set(CONNECTION.STATE_REASON, "replaced")
                .setNull(CONNECTION.LIVE_ORG_ID)
                .set(CONNECTION.VERSION, CONNECTION.VERSION.plus(1))
                .where(CONNECTION.LIVE_ORG_ID.eq(org.value()))
                .and(CONNECTION.CONNECTION_ID.ne(connectionId))
                .execute();
    }

    void add(DSLContext tx, UUID connectionId, Entry entry, Sealed key) {
        ConnectionRecord row = filled(new ConnectionRecord(), entry, key);
        row.setOrgId(entry.org().value());
        row.setConnectionId(connectionId);
        row.setLivemode(entry.livemode());
        row.setStripeAccountId(entry.account().id());
        row.setVersion(1L);
        one(tx.insertInto(CONNECTION).set(row).execute());
    }

    void renew(DSLContext tx, UUID connectionId, Entry entry, Sealed key) {
        one(tx.update(CONNECTION)
                .set(filled(new ConnectionRecord(), entry, key))
                .set(CONNECTION.VERSION, CONNECTION.VERSION.plus(1))
                .where(CONNECTION.ORG_ID.eq(entry.org().value()))
                .and(CONNECTION.CONNECTION_ID.eq(connectionId))
                .execute());
    }

    /** Nothing where the connection is not in use or known to be broken already. */
    int needsReconnect(DSLContext tx, OrgId org, UUID connectionId, String reason) {
        return tx.update(CONNECTION)
                .set(CONNECTION.STATE, ConnectionState.NEEDS_RECONNECT.name())
                .set(CONNECTION.STATE_REASON, reason)
                .set(CONNECTION.VERSION, CONNECTION.VERSION.plus(1))
                .where(CONNECTION.ORG_ID.eq(org.value()))
                .and(CONNECTION.CONNECTION_ID.eq(connectionId))
                .and(CONNECTION.STATE.eq(ConnectionState.CONNECTED.name()))
                .execute();
    }

    int disconnect(DSLContext tx, OrgId org, UUID connectionId) {
        return tx.update(CONNECTION)
                .set(CONNECTION.STATE, ConnectionState.DISCONNECTED.name())
                .set(CONNECTION.STATE_REASON, "disconnected")
                .setNull(CONNECTION.LIVE_ORG_ID)
                .set(CONNECTION.VERSION, CONNECTION.VERSION.plus(1))
                .where(CONNECTION.ORG_ID.eq(org.value()))
                .and(CONNECTION.CONNECTION_ID.eq(connectionId))
                .and(CONNECTION.LIVE_ORG_ID.eq(org.value()))
                .execute();
    }

    /** Gives every account of the organisation away: no key is left, and none of them is taken again. */
    int letGo(DSLContext tx, OrgId org, Instant now) {
        return tx.update(CONNECTION)
                .set(CONNECTION.STATE, ConnectionState.DISCONNECTED.name())
                .set(CONNECTION.STATE_REASON, "copy")
                .set(CONNECTION.KEY_SEALED, new byte[0])
                .setNull(CONNECTION.LIVE_ORG_ID)
                .set(CONNECTION.LET_GO_AT, now)
                .set(CONNECTION.VERSION, CONNECTION.VERSION.plus(1))
                .where(CONNECTION.ORG_ID.eq(org.value()))
                .execute();
    }

    boolean isLetGo(DSLContext tx, OrgId org, UUID connectionId) {
        return tx.fetchExists(tx.selectOne()
                .from(CONNECTION)
                .where(CONNECTION.ORG_ID.eq(org.value()))
                .and(CONNECTION.CONNECTION_ID.eq(connectionId))
                .and(CONNECTION.LET_GO_AT.isNotNull()));
    }

    private static ConnectionRecord filled(ConnectionRecord row, Entry entry, Sealed key) {
        row.setAccountName(entry.account().name());
        row.setCountry(entry.account().country());
        row.setDefaultCurrency(entry.account().defaultCurrency());
        row.setChargesEnabled(entry.account().chargesEnabled());
        row.setKeySealed(key.bytes());
        row.setKeyHint(entry.keyHint());
        row.setState(ConnectionState.CONNECTED.name());
        row.setStateReason("");
        row.setLiveOrgId(entry.org().value());
        row.setConnectedBy(entry.by());
        row.setConnectedAt(entry.now());
        row.setCheckedAt(entry.now());
        return row;
    }

    private static Optional<Connection> find(DSLContext sql, Condition which) {
        return select(sql, which).fetchOptional(ConnectionRepository::read);
    }

    private static Connection read(Record row) {
        return read(row.into(CONNECTION), row.get("webhooks_on", Boolean.class));
    }

    private static ResultQuery<Record> select(DSLContext sql, Condition which) {
        Condition webhooks = DSL.exists(DSL.selectOne()
                .from(WEBHOOK_ENDPOINT)
                .where(WEBHOOK_ENDPOINT.CONNECTION_ID.eq(CONNECTION.CONNECTION_ID))
                .and(WEBHOOK_ENDPOINT.ORG_ID.eq(CONNECTION.ORG_ID))
                .and(WEBHOOK_ENDPOINT.STATE.eq(EndpointRepository.ACTIVE)));
        return sql.select(CONNECTION.asterisk(), DSL.field(webhooks).as("webhooks_on"))
                .from(CONNECTION)
                .where(which);
    }

    private static Connection read(ConnectionRecord row, boolean webhooksOn) {
        OrgId org = new OrgId(row.getOrgId());
        UUID id = row.getConnectionId();
        Bearer key = new Bearer(org, purpose(id), new Sealed(row.getKeySealed()));
        return new Connection(
                new StripeAccount(org, id, row.getStripeAccountId(), row.getLivemode(), key),
                row.getAccountName(),
                row.getCountry(),
                row.getDefaultCurrency(),
                row.getChargesEnabled(),
                row.getKeyHint(),
                ConnectionState.valueOf(row.getState()),
                row.getStateReason(),
                row.getConnectedBy(),
                row.getConnectedAt(),
                row.getCheckedAt(),
                webhooksOn,
                row.getVersion());
    }

    private static void one(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("a connection was not stored");
        }
    }
}
