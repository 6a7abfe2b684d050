package dev.quittance.stripe.webhook;

import dev.quittance.stripe.webhook.InboxRepository.Arrival;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts many events into the inbox by few statements, each of as many rows as a power of two says: a row in a crowd costs the database
 * a third of a row alone, and with so few different statements each is soon prepared. Bare JDBC, since nothing else runs as often.
 */
final class NewEvents {
    private static final String INTO = "insert into webhook_event (org_id, endpoint_id, stripe_event_id, type,"
            + " stripe_object_id, stripe_account_id, livemode, api_version, body_sealed, state, reason, tries,"
            + " next_try_at, received_at, finished_at, source, version) values ";
    private static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, 1)";
    private static final String UNLESS_THERE = " on conflict do nothing";

    private NewEvents() {}

    /** Adds those that are not there, in the connection's transaction. */
    static void add(Connection connection, List<Arrival> arrivals) throws SQLException {
        for (int from = 0; from < arrivals.size(); ) {
            int rows = Integer.highestOneBit(arrivals.size() - from);
            insert(connection, arrivals.subList(from, from + rows));
            from += rows;
        }
    }

    private static void insert(Connection connection, List<Arrival> arrivals) throws SQLException {
        String sql = INTO + ROW + (", " + ROW).repeat(arrivals.size() - 1) + UNLESS_THERE;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int at = 1;
            for (Arrival arrival : arrivals) {
                at = bind(statement, at, arrival);
            }
            int added = statement.executeUpdate();
            assert added <= arrivals.size();
        }
    }

    private static int bind(PreparedStatement statement, int first, Arrival arrival) throws SQLException {
        Endpoint endpoint = arrival.endpoint();
        Envelope envelope = arrival.envelope();
        boolean quarantined = !arrival.quarantine().isEmpty();
        OffsetDateTime now = arrival.at().atOffset(ZoneOffset.UTC);
        int at = first;
        statement.setString(at++, endpoint.org().value());
        statement.setString(at++, endpoint.endpointId());
        statement.setString(at++, envelope.eventId());
        statement.setString(at++, envelope.type());
        statement.setString(at++, envelope.objectId());
        statement.setString(at++, endpoint.stripeAccountId());
        statement.setBoolean(at++, endpoint.livemode());
        statement.setString(at++, envelope.apiVersion());
        statement.setBytes(at++, arrival.body().bytes());
        statement.setString(at++, quarantined ? InboxRepository.QUARANTINED : InboxRepository.RECEIVED);
        statement.setString(at++, arrival.quarantine());
        at = bind(statement, at, quarantined ? null : now);
        at = bind(statement, at, now);
        at = bind(statement, at, quarantined ? now : null);
        statement.setString(at++, arrival.source());
        return at;
    }

    private static int bind(PreparedStatement statement, int at, @Nullable OffsetDateTime moment) throws SQLException {
        if (moment == null) {
            statement.setNull(at, Types.TIMESTAMP_WITH_TIMEZONE);
        } else {
            statement.setObject(at, moment);
        }
        return at + 1;
    }
}
