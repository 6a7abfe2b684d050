package dev.quittance.stripe.connection;

import static dev.quittance.stripe.storage.jooq.Tables.CONNECTION;
import static dev.quittance.stripe.storage.jooq.Tables.OPERATION;
import static dev.quittance.stripe.storage.jooq.Tables.WEBHOOK_ENDPOINT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.identity.OrgId;
import dev.quittance.api.screen.SettingsPage;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.api.ui.FormValues;
import dev.quittance.api.ui.Submission;
import dev.quittance.stripe.gateway.StripeGateway;
import dev.quittance.stripe.installation.Installations;
import dev.quittance.stripe.operation.Operations;
import dev.quittance.stripe.storage.Database;
import dev.quittance.stripe.testhost.Fault;
import dev.quittance.stripe.testhost.TestDatabase;
import dev.quittance.stripe.testhost.TestHost;
import dev.quittance.stripe.testhost.TestRecords;
import dev.quittance.stripe.webhook.Webhooks;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionsIT {
    private static final OrgId ORG = TestRecords.RIDGELINE;

    @ParameterizedTest
    @EnumSource
    void an_account_is_connected_by_its_key_and_gets_a_webhook_endpoint(TestDatabase kind) {
        try (World world = new World(kind)) {
            Connection connection = world.connect(ORG, TestHost.RIDGELINE_KEY);

            assertThat(connection.accountName()).isEqualTo("Ridgeline Roofing");
            assertThat(connection.keyHint()).isEqualTo("sk_test_…0001");
            assertThat(connection.canCharge()).isTrue();
            assertThat(connection.webhooksOn()).isTrue();
            assertThat(world.connections.findLive(ORG)).contains(connection);
            assertThat(world.connections.find(ORG, connection.connectionId())).contains(connection);
            assertThat(world.accounts.find(ORG, connection.connectionId())).contains(connection.stripeAccount());
            assertThat(world.connections.find(TestRecords.NORTHWIND, connection.connectionId()))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_key_and_the_signing_secret_lie_nowhere_in_clear(TestDatabase kind) {
        try (World world = new World(kind)) {
            assertThat(world.connect(ORG, TestHost.RIDGELINE_KEY)).isNotNull();

            String dump = world.database.read(sql -> {
                StringBuilder all = new StringBuilder();
                all.append(sql.selectFrom(CONNECTION).fetch().formatCSV());
                sql.selectFrom(CONNECTION).fetch().forEach(row -> all.append(latin(row.getKeySealed())));
                sql.selectFrom(WEBHOOK_ENDPOINT).fetch().forEach(row -> all.append(latin(row.getSecretSealed())));
                sql.selectFrom(OPERATION).fetch().forEach(row -> all.append(latin(row.getBodySealed())));
                return all.toString();
            });

            assertThat(dump)
                    .doesNotContain(TestHost.RIDGELINE_KEY)
                    .doesNotContain("whsec_")
                    .doesNotContain("crm.test");
        }
    }

    @ParameterizedTest
    @EnumSource
    void events_of_the_registered_endpoint_are_authentic(TestDatabase kind) {
        try (World world = new World(kind)) {
            Connection connection = world.connect(ORG, TestHost.RIDGELINE_KEY);
            assertThat(world.gateway
                            .send(
                                    connection.stripeAccount(),
                                    "/v1/checkout/sessions",
                                    ("mode=payment&success_url=https%3A%2F%2Fcrm.test%2Fdone&line_items[0][quantity]=1"
                                                    + "&line_items[0][price_data][currency]=usd"
                                                    + "&line_items[0][price_data][unit_amount]=500"
                                                    + "&line_items[0][price_data][product_data][name]=x")
                                            .getBytes(StandardCharsets.UTF_8),
                                    "q1_s")
                            .answer())
                    .isPresent();
            world.host.clock().advance(Duration.ofHours(25));

            assertThat(world.host.deliverWebhooks(
                            new Webhooks(world.host, world.database, new Installations(world.host, world.database))
                                    .endpoint()))
                    .isNotEmpty()
                    .allMatch(reply -> reply.status() == 200);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_same_account_again_takes_the_new_key_and_stays_one_connection(TestDatabase kind) {
        try (World world = new World(kind)) {
            Connection first = world.connect(ORG, TestHost.RIDGELINE_KEY);
            world.connections.keyRefused(ORG, first.connectionId(), "revoked");
            Connection broken = world.connections.findLive(ORG).orElseThrow();
            assertThat(broken.state()).isEqualTo(ConnectionState.NEEDS_RECONNECT);
            assertThat(broken.canCharge()).isFalse();

            Connection again =
                    world.connect(ORG, world.host.stripe().firstAccountKeys().restrictedKey());

            assertThat(again.connectionId()).isEqualTo(first.connectionId());
            assertThat(again.state()).isEqualTo(ConnectionState.CONNECTED);
            assertThat(again.keyHint()).startsWith("rk_test_");
            assertThat(world.host.outgoing().count("POST /v1/webhook_endpoints"))
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void another_account_takes_the_place_of_the_first_which_stays_for_its_payments(TestDatabase kind) {
        try (World world = new World(kind)) {
            Connection first = world.connect(ORG, TestHost.RIDGELINE_KEY);
            Connection second = world.connect(ORG, TestHost.NORTHWIND_KEY);

            assertThat(world.connections.findLive(ORG)).contains(second);
            assertThat(world.connections
                            .find(ORG, first.connectionId())
                            .orElseThrow()
                            .state())
                    .isEqualTo(ConnectionState.DISCONNECTED);
            assertThat(world.accounts.find(ORG, first.connectionId())).contains(first.stripeAccount());
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_account_of_another_organisation_is_refused(TestDatabase kind) {
        try (World world = new World(kind)) {
            assertThat(world.connect(ORG, TestHost.RIDGELINE_KEY)).isNotNull();

            assertThat(world.refusal(TestRecords.NORTHWIND, TestHost.RIDGELINE_KEY))
                    .isEqualTo("account_in_use");
            assertThat(world.connections.findLive(TestRecords.NORTHWIND)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_stripe_does_not_confirm_is_not_stored(TestDatabase kind) {
        try (World world = new World(kind)) {
            assertThat(world.refusal(ORG, "sk_test_unknown00")).isEqualTo("key_unknown");
            assertThat(world.refusal(ORG, "pk_test_unknown00")).isEqualTo("key_publishable");
            world.host.outgoing().plan("GET /v1/account", Fault.FORBIDDEN);
            assertThat(world.refusal(ORG, TestHost.RIDGELINE_KEY)).isEqualTo("key_not_allowed");
            for (Fault fault : List.of(Fault.REFUSED, Fault.LOST_ANSWER, Fault.ERROR_500, Fault.HTML)) {
                world.host.outgoing().plan("GET /v1/account", fault);
                assertThat(world.refusal(ORG, TestHost.RIDGELINE_KEY)).isEqualTo("stripe_unreachable");
            }

            assertThat(world.connections.findLive(ORG)).isEmpty();
            assertThat(world.host.outgoing().count("POST")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void without_webhooks_the_connection_stands_and_registering_goes_on(TestDatabase kind) {
        try (World world = new World(kind)) {
            world.host.outgoing().plan("POST /v1/webhook_endpoints", Fault.LOST_ANSWER);
            Connection connection = world.connect(ORG, TestHost.RIDGELINE_KEY);
            assertThat(connection.webhooksOn()).isFalse();
            assertThat(connection.canCharge()).isTrue();

            world.host.clock().advance(Duration.ofSeconds(10));
            world.host.jobs().runDue(List.of(world.operations.job()));

            assertThat(world.connections.findLive(ORG).orElseThrow().webhooksOn())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_key_that_may_not_register_webhooks_is_still_of_use(TestDatabase kind) {
        try (World world = new World(kind)) {
            world.host.outgoing().plan("POST /v1/webhook_endpoints", Fault.FORBIDDEN);

            Connection connection = world.connect(ORG, TestHost.RIDGELINE_KEY);

            assertThat(connection.state()).isEqualTo(ConnectionState.CONNECTED);
            assertThat(connection.webhooksOn()).isFalse();
            assertThat(world.connect(ORG, TestHost.RIDGELINE_KEY).webhooksOn()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_admin_connects_and_disconnects_on_the_settings_page(TestDatabase kind) {
        try (World world = new World(kind)) {
            SettingsPage page = world.connections.settingsPage();
            Actor admin = actor(Set.of("stripe-payments.settings"));
            assertThat(page.page(admin).toString()).contains("not connected yet");

            assertThat(page.submit("connect", submission("secretKey", "pk_test_12345678"), admin)
                            .toString())
                    .contains("This is the publishable key")
                    .doesNotContain("pk_test_12345678");
            assertThat(page.submit("connect", submission("secretKey", TestHost.RIDGELINE_KEY), admin))
                    .isInstanceOf(ActionResult.Done.class);
            assertThat(page.page(admin).toString())
                    .contains("Ridgeline Roofing", "sk_test_…0001", "payments show within seconds")
                    .doesNotContain(TestHost.RIDGELINE_KEY);
            assertThat(page.submit("disconnect", submission("other", ""), admin))
                    .isInstanceOf(ActionResult.Again.class);
            assertThat(world.connections.findLive(ORG)).isPresent();
            assertThat(page.submit("disconnect", submission("confirm", "true"), admin))
                    .isInstanceOf(ActionResult.Done.class);
            assertThat(page.submit("disconnect", submission("confirm", "true"), admin))
                    .isInstanceOf(ActionResult.Done.class);

            assertThat(world.connections.findLive(ORG)).isEmpty();
            assertThat(world.connect(ORG, TestHost.RIDGELINE_KEY).state()).isEqualTo(ConnectionState.CONNECTED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"connect", "disconnect", "nothing"})
    void who_may_not_change_settings_changes_nothing(String form) {
        try (World world = new World(TestDatabase.H2)) {
            assertThat(world.connect(ORG, TestHost.RIDGELINE_KEY)).isNotNull();

            ActionResult result =
                    world.connections.settingsPage().submit(form, submission("confirm", "true"), actor(Set.of()));

            assertThat(result).isInstanceOf(ActionResult.Absent.class);
            assertThat(world.connections.findLive(ORG)).isPresent();
        }
    }

    private static String latin(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static Actor actor(Set<String> permissions) {
        return new Actor("u1", "Alex Reyes", ORG, permissions, Locale.US, ZoneId.of("America/Denver"));
    }

    private static Submission submission(String key, String value) {
        return new Submission("s1", new FormValues(Map.of(key, value)));
    }

    private static final class World implements AutoCloseable {
        private final TestHost host;
        private final Database database;
        private final StripeGateway gateway;
        private final ConnectedAccounts accounts;
        private final Operations operations;
        private final Connections connections;

        private World(TestDatabase kind) {
            this.host = TestHost.on(kind);
            this.database = new Database(host.database());
            this.gateway = new StripeGateway(host, database);
            this.accounts = new ConnectedAccounts(database);
            this.operations = new Operations(
                    host,
                    database,
                    gateway,
                    new Operations.Surroundings(
                            accounts,
                            List.of(new WebhookRegistration(host)),
                            (tx, operation) -> {},
                            new Installations(host, database)));
            this.connections = new Connections(host, database, gateway, operations);
        }

        private Connection connect(OrgId org, String key) {
            return connections.connect(org, key, "u1").fold(ConnectResult.Connected::connection, not -> {
                throw new AssertionError(not.code().value());
            });
        }

        private String refusal(OrgId org, String key) {
            return connections
                    .connect(org, key, "u1")
                    .fold(yes -> "connected", not -> not.code().value());
        }

        @Override
        public void close() {
            host.close();
        }
    }
}
