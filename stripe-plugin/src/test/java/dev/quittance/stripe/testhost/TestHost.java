package dev.quittance.stripe.testhost;

import dev.quittance.api.PluginContext;
import dev.quittance.api.PluginInfo;
import dev.quittance.api.host.Chance;
import dev.quittance.api.host.Ids;
import dev.quittance.api.host.Installation;
import dev.quittance.api.host.PluginDatabase;
import dev.quittance.api.host.Secrets;
import dev.quittance.api.host.Urls;
import dev.quittance.api.rest.WebhookCall;
import dev.quittance.api.rest.WebhookEndpoint;
import dev.quittance.api.rest.WebhookReply;
import dev.quittance.emulator.LocalStripe;
import dev.quittance.emulator.account.AccountSpec;
import dev.quittance.emulator.journal.Journal;
import dev.quittance.emulator.port.Delivery;
import dev.quittance.emulator.port.World;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * A host for tests. It is the {@link PluginContext} and keeps everything that outlives a process: database, mail, Stripe. Close it
 * after the test.
 */
public final class TestHost implements PluginContext, AutoCloseable {
    /** Ridgeline's key, the one to connect with. */
    public static final String RIDGELINE_KEY = "sk_test_ridgeline0001";
    /** Another account's key. */
    public static final String NORTHWIND_KEY = "sk_test_northwind0001";

    private static final URI STRIPE = URI.create("http://stripe.test");
    private static final String INSTALLATION = "installation-1";

    private final TestDatabase.Opened opened;
    private final RecordedStatements statements;
    private final CrashingDataSource source;
    private final PluginDatabase database;
    private final TestClock clock;
    private final Ids ids;
    private final Random random;
    private final TestJobs jobs;
    private final Secrets secrets;
    private final LocalStripe stripe;
    private final TestOutgoing outgoing;
    private final TestMail mail;
    private final TestNotifications notifications;
    private final TestRecords records;
    private final TestSettlements settlements;
    private final TestHooks hooks;
    private final TestMetrics metrics;
    private final Urls urls = new TestUrls();
    private Installation installation = TestInstallation.USUAL;

    private TestHost(TestDatabase kind, long seed) {
        this.opened = kind.create();
        this.statements = new RecordedStatements(opened.pool());
        this.source = new CrashingDataSource(statements);
        this.database = opened.as(source);
        this.clock = new TestClock();
        this.jobs = new TestJobs(clock);
        this.mail = new TestMail();
        this.notifications = new TestNotifications();
        this.records = new TestRecords();
        this.settlements = new TestSettlements();
        this.hooks = new TestHooks();
        this.metrics = new TestMetrics();
        this.ids = new TestIds(clock, seed);
        this.random = new Random(seed);
        this.secrets = new TestSecrets(seed);
        this.stripe = LocalStripe.open(new World(clock, new Random(seed)::nextLong, Journal.inMemory(), STRIPE));
        stripe.addAccount(new AccountSpec("Ridgeline Roofing", "US", "usd", Optional.of(RIDGELINE_KEY)));
        stripe.addAccount(new AccountSpec("Northwind Builders", "US", "usd", Optional.of(NORTHWIND_KEY)));
        this.outgoing = new TestOutgoing(clock, stripe, secrets);
    }

    private TestHost(TestHost first) {
        this.opened = first.opened.again();
        this.statements = new RecordedStatements(opened.pool());
        this.source = new CrashingDataSource(statements);
        this.database = opened.as(source);
        this.clock = first.clock;
        this.ids = first.ids;
        this.random = first.random;
        this.jobs = first.jobs;
        this.secrets = first.secrets;
        this.stripe = first.stripe;
        this.outgoing = first.outgoing;
        this.mail = first.mail;
        this.notifications = first.notifications;
        this.records = first.records;
        this.settlements = first.settlements;
        this.hooks = first.hooks;
        this.metrics = first.metrics;
        this.installation = first.installation;
    }

    /** Another node of this host: everything is the same but the connections to the database. Close it before this one. */
    public TestHost node() {
        return new TestHost(this);
    }

    /** A host on an empty database. */
    public static TestHost on(TestDatabase kind) {
        return new TestHost(kind, 42);
    }

    /** Stripe, as it is without the plugin. */
    public LocalStripe stripe() {
        return stripe;
    }

    /** What went to the database. */
    public RecordedStatements statements() {
        return statements;
    }

    /** The database's connections, to make them fail. */
    public CrashingDataSource source() {
        return source;
    }

    /**
     * Delivers the webhooks that are due at Stripe, each once.
     *
     * @return what the plugin answered
     */
    public List<WebhookReply> deliverWebhooks(WebhookEndpoint endpoint) {
        stripe.runDue();
        List<WebhookReply> replies = new ArrayList<>();
        for (Delivery delivery : stripe.takeDueDeliveries()) {
            WebhookReply reply = endpoint.receive(call(delivery));
            stripe.reportDelivery(delivery.deliveryId(), reply.status());
            replies.add(reply);
        }
        return replies;
    }

    /** A delivery as the host passes it on. */
    public static WebhookCall call(Delivery delivery) {
        Map<String, String> headers = new TreeMap<>();
        delivery.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        String path = delivery.url().getPath();
        return new WebhookCall(path.substring(path.lastIndexOf('/') + 1), headers, delivery.body());
    }

    @Override
    public PluginInfo plugin() {
        return new PluginInfo("stripe-payments", "0.1.0", INSTALLATION);
    }

    @Override
    public Installation installation() {
        return installation;
    }

    /** From its next start on the plugin finds itself there. */
    public void isNow(Installation elsewhere) {
        this.installation = elsewhere;
    }

    @Override
    public TestClock clock() {
        return clock;
    }

    @Override
    public Ids ids() {
        return ids;
    }

    @Override
    public Chance chance() {
        return bound -> Math.floorMod(random.nextLong(), bound);
    }

    @Override
    public PluginDatabase database() {
        return database;
    }

    @Override
    public TestJobs jobs() {
        return jobs;
    }

    @Override
    public TestOutgoing outgoing() {
        return outgoing;
    }

    @Override
    public TestMail mail() {
        return mail;
    }

    @Override
    public TestNotifications notifications() {
        return notifications;
    }

    @Override
    public Secrets secrets() {
        return secrets;
    }

    @Override
    public Urls urls() {
        return urls;
    }

    @Override
    public TestRecords records() {
        return records;
    }

    @Override
    public TestSettlements settlements() {
        return settlements;
    }

    @Override
    public TestHooks paymentHooks() {
        return hooks;
    }

    @Override
    public TestMetrics metrics() {
        return metrics;
    }

    @Override
    public void close() {
        opened.pool().close();
    }
}
