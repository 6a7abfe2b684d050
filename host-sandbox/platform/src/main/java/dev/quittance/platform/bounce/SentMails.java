package dev.quittance.platform.bounce;

import dev.quittance.api.identity.OrgId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;

/** Remembers which mail was whose, so that one that comes back finds its plugin. Thread-safe. */
public final class SentMails {
    private final DataSource dataSource;
    private final String table;

    /**
     * A mail that is about to be sent.
     *
     * @param pluginId whose
     * @param org in whose name
     * @param key the plugin's key for it
     */
    public record Sent(String pluginId, OrgId org, String key) {}

    /** Mails in the platform's schema. */
    public SentMails(DataSource dataSource, String schema) {
        this.dataSource = dataSource;
        this.table = schema + ".sent_mail";
    }

    /** Remembers a mail before it is sent: a report may be faster than the server's answer. The same mail again moves its time. */
    public void remember(String messageId, Sent sent, String recipient, Instant now) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            if (!moved(connection, messageId, recipient, now)) {
                insert(connection, messageId, sent, recipient, now);
            }
        }
    }

    private boolean moved(Connection connection, String messageId, String recipient, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update " + table + " set sent_at = ?, recipient_hash = ? where message_id = ?")) {
            update.setObject(1, utc(now));
            update.setString(2, hash(recipient));
            update.setString(3, messageId);
            return update.executeUpdate() == 1;
        }
    }

    private void insert(Connection connection, String messageId, Sent sent, String recipient, Instant now)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into " + table
                + " (message_id, plugin_id, org_id, mail_key, recipient_hash, sent_at) values (?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, messageId);
            insert.setString(2, sent.pluginId());
            insert.setString(3, sent.org().value());
            insert.setString(4, sent.key());
            insert.setString(5, hash(recipient));
            insert.setObject(6, utc(now));
            insert.executeUpdate();
        } catch (SQLException e) {
            if (!String.valueOf(e.getSQLState()).startsWith("23")) {
                throw e;
            }
            // Another node sends the same mail at this moment, and has remembered it.
        }
    }

    /** Whose mail this was, if it was sent to just this address. */
    Optional<Sent> find(String messageId, String recipient) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("select plugin_id, org_id, mail_key from "
                        + table + " where message_id = ? and recipient_hash = ?")) {
            select.setString(1, messageId);
            select.setString(2, hash(recipient));
            try (ResultSet rows = select.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Sent(rows.getString(1), new OrgId(rows.getString(2)), rows.getString(3)))
                        : Optional.empty();
            }
        }
    }

    /** Forgets some of those that were sent before this moment; returns how many. */
    int forget(Instant before, int limit) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement("delete from " + table
                        + " where message_id in (select message_id from " + table
                        + " where sent_at < ? order by sent_at fetch first " + limit + " rows only)")) {
            delete.setObject(1, utc(before));
            return delete.executeUpdate();
        }
    }

    static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(text.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
