package dev.quittance.stripe.operation;

import static dev.quittance.stripe.storage.jooq.Tables.DISCREPANCY;

import dev.quittance.api.host.Bearer;
import dev.quittance.api.host.Sealed;
import dev.quittance.api.identity.OrgId;
import dev.quittance.api.job.JobHandler;
import dev.quittance.stripe.gateway.SessionReading;
import dev.quittance.stripe.gateway.StripeAccount;
import dev.quittance.stripe.gateway.StripeAccounts;
import dev.quittance.stripe.gateway.StripeGateway;
import dev.quittance.stripe.installation.Installations;
import dev.quittance.stripe.storage.Database;
import dev.quittance.stripe.testhost.TestDatabase;
import dev.quittance.stripe.testhost.TestHost;
import dev.quittance.stripe.testhost.TestRecords;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;

/** A host with operations on it, that can be restarted. */
final class OperationWorld implements AutoCloseable {
    static final OrgId ORG = TestRecords.RIDGELINE;
    static final String SESSION = "make_session";
    static final String MONEY = "move_money";
    static final String OTHER = "make_customer";

    private final TestHost host;
    private final StripeAccount account;
    private final List<UUID> alarms = new ArrayList<>();
    private StripeAccounts.Access access = StripeAccounts.Access.OPEN;
    private final AtomicInteger keyRefusals = new AtomicInteger();
    private Database database;
    private StripeGateway gateway;
    private Operations operations;

    OperationWorld(TestDatabase kind) {
        this.host = TestHost.on(kind);
        UUID id = host.ids().next();
        Sealed sealed = host.secrets().sealText(ORG, "stripe_key/" + id, TestHost.RIDGELINE_KEY);
        this.account = new StripeAccount(ORG, id, "acct_test", false, new Bearer(ORG, "stripe_key/" + id, sealed));
        this.database = new Database(host.database());
        this.gateway = new StripeGateway(host, database);
        this.operations = graph();
    }

    /** The process ended: what lay in memory is gone, waiting jobs too. */
    void restart() {
        host.jobs().forget();
        host.outgoing().heal();
        database = new Database(host.database());
        gateway = new StripeGateway(host, database);
        operations = graph();
    }

    private Operations graph() {
        StripeAccounts accounts = new StripeAccounts() {
            @Override
            public Optional<StripeAccount> find(OrgId org, UUID connectionId) {
                return Optional.of(account).filter(one -> one.org().equals(org));
            }

            @Override
            public Access access(OrgId org, UUID connectionId) {
                return access;
            }

            @Override
            public void keyRefused(DSLContext tx, OrgId org, UUID connectionId, String reason) {
                keyRefusals.incrementAndGet();
            }
        };
        List<OperationEffect> effects = List.of(
                new TestEffect(SESSION, false, true),
                new TestEffect(MONEY, true, false),
                new TestEffect(OTHER, false, false));
        return new Operations(
                host,
                database,
                gateway,
                new Operations.Surroundings(
                        accounts,
                        effects,
                        (tx, operation) -> alarms.add(operation.operationId()),
                        new Installations(host, database)));
    }

    TestHost host() {
        return host;
    }

    Database database() {
        return database;
    }

    Operations operations() {
        return operations;
    }

    /** Whether calls may be made, from here on. */
    void access(StripeAccounts.Access next) {
        access = next;
    }

    /** The account can be used again, as after connecting it anew. */
    void reconnect() {
        access = StripeAccounts.Access.OPEN;
        int woken = database.transaction(tx -> operations.resume(tx, ORG, account.connectionId()));
        assert woken >= 0;
        operations.nudge();
    }

    /** The calls that a person was called to. */
    List<UUID> alarms() {
        return alarms;
    }

    StripeAccount account() {
        return account;
    }

    StripeGateway gateway() {
        return gateway;
    }

    int keyRefusals() {
        return keyRefusals.get();
    }

    UUID prepare(String kind) {
        UUID id = host.ids().next();
        SortedMap<String, String> form = new TreeMap<>();
        if (kind.equals(OTHER)) {
            form.put("name", "Dana Miller");
        } else {
            form.put("mode", "payment");
            form.put("success_url", "https://crm.test/pay/x/done?session_id={CHECKOUT_SESSION_ID}");
            form.put("line_items[0][quantity]", "1");
            form.put("line_items[0][price_data][currency]", "usd");
            form.put("line_items[0][price_data][unit_amount]", "600000");
            form.put("line_items[0][price_data][product_data][name]", "Deposit & first half");
            form.put("metadata[q_operation]", id.toString());
        }
        String path = kind.equals(OTHER) ? "/v1/customers" : "/v1/checkout/sessions";
        Operation prepared = database.transaction(tx -> operations.prepare(
                tx, id, new OperationDraft(account, kind, path, form, host.ids().next())));
        return prepared.operationId();
    }

    Operation perform(UUID id) {
        return operations.perform(ORG, id);
    }

    Operation get(UUID id) {
        return operations.get(ORG, id);
    }

    /** Lets time pass and runs what falls due in it, as the host would. */
    void pass(Duration time, Duration step) {
        Instant end = host.clock().instant().plus(time);
        while (host.clock().instant().isBefore(end)) {
            Instant now = host.clock().advance(step);
            List<JobHandler> jobs = List.of(operations.job());
            host.jobs().runSchedule(jobs);
            assert !now.isAfter(end.plus(step));
        }
    }

    void pass(Duration time) {
        pass(time, Duration.ofSeconds(30));
    }

    /** How many sessions Stripe made for the operation. */
    long sessions(UUID id) {
        host.outgoing().heal();
        List<SessionReading> all = gateway.recentSessions(
                        account, host.clock().instant().minus(Duration.ofDays(30)))
                .answer()
                .orElseThrow();
        return all.stream()
                .filter(session -> id.toString().equals(session.metadata().get("q_operation")))
                .count();
    }

    /** The states in which effects were committed. */
    List<String> effects(UUID id) {
        return database.read(sql -> sql.select(DISCREPANCY.KIND)
                .from(DISCREPANCY)
                .where(DISCREPANCY.DISCREPANCY_KEY.eq(id.toString()))
                .fetch(DISCREPANCY.KIND));
    }

    @Override
    public void close() {
        host.close();
    }
}
