package dev.quittance.trials.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the plugin's tables say of its endpoint and its inbox. */
final class InboxTable implements AutoCloseable {
    private static final String SCHEMA = "plugin_stripe_payments";
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final String EVENTS = " from " + SCHEMA + ".webhook_event where stripe_event_id like 'evt_bench%'";

    private final Connection connection;

    InboxTable(String url) throws SQLException {
        this.connection = DriverManager.getConnection(url);
    }

    /**
     * Where Stripe sends events, and with which secret it signs them.
     *
     * @param path of the address
     * @param secret as Stripe gave it out
     */
    record Endpoint(String path, String secret) {}

    /** Waits until one is registered. */
    void awaitEndpoint() throws SQLException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (number("select count(*) from " + SCHEMA + ".webhook_endpoint where state = 'ACTIVE'") == 0) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("no endpoint was registered within " + LONGEST);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** An endpoint that is registered; its secret, which the plugin keeps sealed, is in the local Stripe's own journal. */
    Endpoint findEndpoint(Path stripeData) throws SQLException, IOException {
        String id = text("select endpoint_id from " + SCHEMA + ".webhook_endpoint where state = 'ACTIVE'"
                + " order by created_at fetch first 1 row only");
        String journal = Files.readString(stripeData.resolve("journal.jsonl"));
        Matcher secret = Pattern.compile("[^\n]*" + Pattern.quote(id) + "[^\n]*?(whsec_[A-Za-z0-9]+)[^\n]*")
                .matcher(journal);
        if (!secret.find()) {
            throw new IOException("the local Stripe's journal has no signing secret of " + id);
        }
        return new Endpoint("/webhooks/stripe-payments/" + id, secret.group(1));
    }

    /** Forgets what was stored so far. */
    void clear() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            int gone = statement.executeUpdate("delete" + EVENTS);
            assert gone >= 0;
        }
    }

    long stored() throws SQLException {
        return number("select count(*)" + EVENTS);
    }

    long waiting() throws SQLException {
        return number("select count(*)" + EVENTS + " and finished_at is null");
    }

    /** From the first event that was worked off to the last one. */
    long millisOfWork() throws SQLException {
        return number("select 1000 * extract(epoch from max(finished_at) - min(finished_at))" + EVENTS);
    }

    private String text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            if (!rows.next()) {
                throw new SQLException("nothing found: " + sql);
            }
            return rows.getString(1);
        }
    }

    private long number(String sql) throws SQLException {
        return (long) Double.parseDouble(text(sql));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
