package dev.quittance.stripe.flow;

import dev.quittance.api.host.MailMessage;
import dev.quittance.api.identity.Actor;
import dev.quittance.api.identity.OrgId;
import dev.quittance.api.job.JobHandler;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.rest.WebhookEndpoint;
import dev.quittance.api.screen.PublicCall;
import dev.quittance.api.screen.PublicPage;
import dev.quittance.api.screen.RecordAction;
import dev.quittance.api.screen.RecordPanel;
import dev.quittance.api.screen.RelatedList;
import dev.quittance.api.screen.SettingsPage;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.api.ui.Block;
import dev.quittance.api.ui.FormValues;
import dev.quittance.api.ui.ListQuery;
import dev.quittance.api.ui.ListView;
import dev.quittance.api.ui.Page;
import dev.quittance.api.ui.Submission;
import dev.quittance.api.ui.Target;
import dev.quittance.stripe.StripePaymentsPlugin;
import dev.quittance.stripe.testhost.TestDatabase;
import dev.quittance.stripe.testhost.TestHost;
import dev.quittance.stripe.testhost.TestPayer;
import dev.quittance.stripe.testhost.TestRecords;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The whole plugin on a test host, used as people and Stripe use it: through its extension points and its addresses only. What it
 * left in the database is read by plain SQL.
 */
final class Shop implements AutoCloseable {
    static final RecordRef PROJECT = RecordRef.project("7");
    static final OrgId RIDGELINE = TestRecords.RIDGELINE;

    final TestHost host;
    final TestPayer payer;
    private List<Object> extensions = List.of();
    private int submissions;

    private final boolean first;
    private boolean sumsTouched;

    private Shop(TestHost host, boolean first) {
        this.host = host;
        this.first = first;
        this.payer = new TestPayer(host.stripe());
    }

    /** A host with the plugin, not connected to Stripe. */
    static Shop unconnected(TestDatabase database) {
        Shop shop = new Shop(TestHost.on(database), true);
        shop.start();
        return shop;
    }

    /** A host with the plugin, connected to Ridgeline's account. */
    static Shop connected(TestDatabase database) {
        Shop shop = unconnected(database);
        shop.connect(RIDGELINE, TestHost.RIDGELINE_KEY);
        return shop;
    }

    /** The plugin on another node of the same host, with connections of its own. Close it before this one. */
    Shop node() {
        Shop shop = new Shop(host.node(), false);
        shop.start();
        return shop;
    }

    /** Builds the plugin anew, as after a crash: nudges are lost, tables stay. */
    void restart() {
        host.jobs().forget();
        start();
    }

    private void start() {
        StripePaymentsPlugin plugin = new StripePaymentsPlugin(host);
        plugin.start();
        List<Object> all = new ArrayList<>();
        for (String name : index()) {
            try {
                all.add(plugin.extension(Class.forName(name)));
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
        extensions = List.copyOf(all);
    }

    /** As a host reads it. The tests' own classes have an index of the same name, without an entry. */
    private static List<String> index() {
        List<String> names = new ArrayList<>();
        try {
            for (URL index : Collections.list(
                    StripePaymentsPlugin.class.getClassLoader().getResources("META-INF/extensions.idx"))) {
                try (BufferedReader lines =
                        new BufferedReader(new InputStreamReader(index.openStream(), StandardCharsets.UTF_8))) {
                    lines.lines()
                            .map(line -> line.replaceAll("#.*", "").strip())
                            .filter(line -> !line.isEmpty())
                            .forEach(names::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    <T> T extension(Class<T> type) {
        return extensions.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    RecordAction action(String id) {
        return extensions.stream()
                .filter(RecordAction.class::isInstance)
                .map(RecordAction.class::cast)
                .filter(action -> action.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    RecordPanel panel(String id) {
        return extensions.stream()
                .filter(RecordPanel.class::isInstance)
                .map(RecordPanel.class::cast)
                .filter(panel -> panel.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    SettingsPage settings(String id) {
        return extensions.stream()
                .filter(SettingsPage.class::isInstance)
                .map(SettingsPage.class::cast)
                .filter(page -> page.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    ActionResult connect(OrgId org, String key) {
        Actor admin = actor(org, "stripe-payments.settings");
        Page page = settings("settings").page(admin);
        String form = page.blocks().stream()
                .filter(Block.Ask.class::isInstance)
                .map(block -> ((Block.Ask) block).form().id())
                .findFirst()
                .orElseThrow();
        return settings("settings").submit(form, submission(Map.of("secretKey", key)), admin);
    }

    static Actor office() {
        return actor(RIDGELINE, "stripe-payments.request", "stripe-payments.view", "stripe-payments.over-request");
    }

    static Actor technician() {
        return actor(RIDGELINE, "stripe-payments.request", "stripe-payments.view");
    }

    static Actor actor(OrgId org, String... permissions) {
        return new Actor("u1", "Pat", org, Set.of(permissions), Locale.US, ZoneId.of("America/Denver"));
    }

    Submission submission(Map<String, String> values) {
        submissions++;
        return new Submission("submission-" + submissions, new FormValues(values));
    }

    /** The usual answers: 40 percent as a deposit. */
    static Map<String, String> deposit() {
        return answers("deposit", "40", "");
    }

    static Map<String, String> answers(String type, String percent, String amount) {
        Map<String, String> answers = new TreeMap<>();
        answers.put("type", type);
        answers.put("percent", percent);
        answers.put("amount", amount);
        answers.put("recipientEmail", "dana@example.com");
        answers.put("recipientName", "Dana Miller");
        return answers;
    }

    ActionResult request(Map<String, String> answers) {
        return request(submission(answers), office());
    }

    ActionResult request(Submission submission, Actor actor) {
        return request(PROJECT, submission, actor);
    }

    ActionResult request(RecordRef record, Submission submission, Actor actor) {
        return action("request-payment").submit(record, submission, actor);
    }

    /** Requests 40 percent and reads the link in the mail. */
    URI requestedLink() {
        ActionResult result = request(deposit());
        if (!(result instanceof ActionResult.Done)) {
            throw new IllegalStateException("not requested: " + result);
        }
        work();
        return linkIn(host.mail().taken().get(host.mail().taken().size() - 1));
    }

    static URI linkIn(MailMessage mail) {
        return mail.body().stream()
                .filter(Block.Button.class::isInstance)
                .map(block -> ((Target.ToAddress) ((Block.Button) block).target()).uri())
                .findFirst()
                .orElseThrow();
    }

    Optional<Page> open(URI address) {
        return extension(PublicPage.class).page(call(address));
    }

    /** The customer presses the button. */
    ActionResult click(URI address) {
        return click(address, Map.of());
    }

    ActionResult click(URI address, Map<String, String> values) {
        return extension(PublicPage.class).submit(call(address), submission(values));
    }

    /** The customer presses the button and gets to Stripe. */
    URI clickThrough(URI address) {
        ActionResult result = click(address);
        if (result instanceof ActionResult.Leave leave) {
            return leave.uri();
        }
        throw new IllegalStateException("not at Stripe: " + result);
    }

    private static PublicCall call(URI address) {
        List<String> parts =
                new ArrayList<>(List.of(address.getPath().substring(1).split("/", -1)));
        parts.remove(0);
        Map<String, String> query = new TreeMap<>();
        if (address.getQuery() != null) {
            for (String pair : address.getQuery().split("&", -1)) {
                query.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
            }
        }
        return new PublicCall(parts, query, Locale.US);
    }

    ListView payments() {
        return payments(PROJECT);
    }

    ListView payments(RecordRef record) {
        return list("payments").list(record, ListQuery.first(20), office());
    }

    RelatedList list(String id) {
        return extensions.stream()
                .filter(RelatedList.class::isInstance)
                .map(RelatedList.class::cast)
                .filter(list -> list.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    List<JobHandler> jobs() {
        return extensions.stream()
                .filter(JobHandler.class::isInstance)
                .map(JobHandler.class::cast)
                .toList();
    }

    /** Runs what waits. */
    void work() {
        host.jobs().runDue(jobs());
    }

    /** Lets time pass and runs every recurring job once. */
    void sweep(Duration later) {
        host.clock().advance(later);
        host.jobs().runSchedule(jobs());
    }

    /** Runs one recurring job once, as its schedule would, and then what that makes due. */
    void run(String jobId) {
        host.jobs().runSoon(jobId, "");
        work();
    }

    /** Loses what Stripe has to tell. */
    int loseWebhooks() {
        host.stripe().runDue();
        var lost = host.stripe().takeDueDeliveries();
        lost.forEach(delivery -> host.stripe().reportDelivery(delivery.deliveryId(), 500));
        return lost.size();
    }

    /** Delivers what Stripe has to tell, and works it off. */
    void webhooks() {
        host.deliverWebhooks(extension(WebhookEndpoint.class));
        work();
    }

    /** The first value of a statement, as text; empty for null. */
    String sql(String statement) {
        try (Connection connection = host.database().dataSource().getConnection();
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(statement)) {
            if (!rows.next()) {
                return "";
            }
            String value = rows.getString(1);
            return value == null ? "" : value;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Changes rows, as nobody should. Where these are the sums themselves, nobody can say afterwards what the host should have heard. */
    void tamper(String statement) {
        sumsTouched |= statement.contains("record_balance");
        try (Connection connection = host.database().dataSource().getConnection();
                Statement sql = connection.createStatement()) {
            if (sql.executeUpdate(statement) == 0) {
                throw new IllegalStateException("changed nothing: " + statement);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Changes the database itself, as its owner may. */
    void execute(String statement) {
        try (Connection connection = host.database().dataSource().getConnection();
                Statement sql = connection.createStatement()) {
            boolean rows = sql.execute(statement);
            assert !rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            if (first) {
                if (!sumsTouched) {
                    new HostsBooks(this).agree();
                }
                new LedgerBooks(this).hold();
            }
        } finally {
            host.close();
        }
    }
}
