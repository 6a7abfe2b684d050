package dev.quittance.stripe.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.api.rest.WebhookCall;
import dev.quittance.api.rest.WebhookEndpoint;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.stripe.testhost.TestDatabase;
import dev.quittance.stripe.testhost.TestHost;
import dev.quittance.stripe.testhost.TestPayer;
import dev.quittance.stripe.testhost.TestRecords;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What somebody does who is not signed in changes rows of their own link, and none besides. */
final class AnonymousWritesIT {
    /** What everybody's payments stand on. */
    private static final Set<String> SETTINGS =
            Set.of("installation_mark", "stripe_account", "connection", "webhook_endpoint");

    @ParameterizedTest
    @EnumSource
    void a_payer_and_a_webhook_change_rows_of_their_own_link_alone(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            shop.connect(TestRecords.NORTHWIND, TestHost.NORTHWIND_KEY);
            requestFor(shop, TestRecords.NORTHWIND.value());
            URI link = shop.requestedLink();
            String own = shop.sql("select request_id from payment_request where org_id = 'ridgeline'");
            assertThat(shop.request(Shop.answers("custom", "", "75.00"))).isInstanceOf(ActionResult.Done.class);
            shop.work();
            Map<String, List<Map<String, String>>> before = everything(shop);

            assertThat(shop.open(link)).isPresent();
            URI back =
                    shop.payer.pay(shop.clickThrough(link), TestPayer.GOOD_CARD).orElseThrow();
            String endpoint = shop.sql("select endpoint_id from webhook_endpoint where org_id = 'ridgeline'");
            assertThat(shop.extension(WebhookEndpoint.class)
                            .receive(new WebhookCall(
                                    endpoint, Map.of(), "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                            .status())
                    .isEqualTo(400);
            shop.webhooks();
            assertThat(shop.open(back)).isPresent();
            assertThat(shop.open(URI.create(link + "/done?session_id=cs_test_invented")))
                    .isEmpty();

            int changed = changedOf(own, before, everything(shop));
            assertThat(changed).isGreaterThan(10);
            assertThat(shop.sql("select state from payment_request where request_id = '" + own + "'"))
                    .isEqualTo("PAID");
        }
    }

    /** How many rows are new or different; each must be of this request, and none may be gone. */
    private static int changedOf(
            String own, Map<String, List<Map<String, String>>> before, Map<String, List<Map<String, String>>> after) {
        int changed = 0;
        for (String table : after.keySet()) {
            List<Map<String, String>> different = new ArrayList<>(after.get(table));
            different.removeAll(Objects.requireNonNull(before.get(table)));
            changed += different.size();
            assertThat(SETTINGS.contains(table) ? different : List.of())
                    .as(table)
                    .isEmpty();
            assertThat(different).as(table).allSatisfy(row -> {
                assertThat(row.getOrDefault("org_id", "")).isEqualTo("ridgeline");
                assertThat(row.getOrDefault("request_id", own)).isEqualTo(own);
            });
            assertThat(after.get(table).size())
                    .as(table)
                    .isGreaterThanOrEqualTo(before.get(table).size());
        }
        return changed;
    }

    private static void requestFor(Shop shop, String org) {
        ActionResult result = shop.request(
                shop.submission(Shop.deposit()),
                Shop.actor(
                        new dev.quittance.api.identity.OrgId(org), "stripe-payments.request", "stripe-payments.view"));
        assertThat(result).isInstanceOf(ActionResult.Done.class);
        shop.work();
    }

    /** Every row of every table, its columns as text. */
    private static Map<String, List<Map<String, String>>> everything(Shop shop) {
        Map<String, List<Map<String, String>>> all = new TreeMap<>();
        String tables = shop.sql("select string_agg(table_name, ',') from information_schema.tables"
                + " where table_schema = 'public' and table_name <> 'flyway_schema_history'");
        for (String table : tables.split(",")) {
            all.put(table, rows(shop, table));
        }
        return all;
    }

    private static List<Map<String, String>> rows(Shop shop, String table) {
        List<Map<String, String>> found = new ArrayList<>();
        try (Connection connection = shop.host.database().dataSource().getConnection();
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery("select * from " + table)) {
            ResultSetMetaData columns = rows.getMetaData();
            while (rows.next()) {
                Map<String, String> row = new HashMap<>();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    String value = rows.getString(i);
                    row.put(columns.getColumnName(i), value == null ? "" : value);
                }
                found.add(row);
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
