package dev.quittance.stripe.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.record.Outstanding;
import dev.quittance.api.record.RecordRef;
import dev.quittance.stripe.testhost.TestHost;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the host's books say of every record, held against what the plugin's sums say. It is asked after every test, once all faults
 * are over and what was due is done: whatever a test did, both must then tell the same.
 */
final class HostsBooks {
    /** Longer than the outbox waits before it tries again what was refused a few times. */
    private static final Duration LATER = Duration.ofMinutes(10);

    private static final String SUMS =
            "select org_id, record_object, record_id, currency, requested_minor, processing_minor,"
                    + " paid_minor - refunded_minor - disputed_minor as kept_minor"
                    + " from record_balance";

    private final Shop shop;

    HostsBooks(Shop shop) {
        this.shop = shop;
    }

    void agree() {
        heal(shop.host);
        shop.sweep(LATER);
        Map<String, String> told = new TreeMap<>();
        Map<String, String> summed = new TreeMap<>();
        try (Connection connection = shop.host.database().dataSource().getConnection();
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(SUMS)) {
            while (row.next()) {
                String name = row.getString("org_id") + " " + row.getString("record_object") + " "
                        + row.getString("record_id") + " " + row.getString("currency");
                summed.put(
                        name,
                        words(
                                row.getLong("kept_minor"),
                                row.getLong("processing_minor"),
                                row.getLong("requested_minor")));
                told.put(
                        name,
                        told(
                                new OrgId(row.getString("org_id")),
                                new RecordRef(row.getString("record_object"), row.getString("record_id")),
                                row.getString("currency")));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        assertThat(told).as("the host's books, beside the plugin's sums").isEqualTo(summed);
    }

    private static void heal(TestHost host) {
        host.source().crashBeforeCommit(0);
        host.source().crashAfterCommit(0);
        host.source().refuseConnections(0);
        host.outgoing().heal();
        host.settlements().refuse(false);
        host.settlements().refuseMoney(false);
        host.settlements().crashAt(0);
    }

    private String told(OrgId org, RecordRef record, String currency) {
        Optional<Outstanding> open = shop.host.settlements().outstanding(org, record, currency);
        return words(
                shop.host.settlements().paid(org, record, currency).minor(),
                open.map(one -> one.processing().minor()).orElse(0L),
                open.map(one -> one.requested().minor()).orElse(0L));
    }

    private static String words(long paid, long processing, long requested) {
        return paid + " paid, " + processing + " processing, " + requested + " requested";
    }
}
