package dev.quittance.stripe.sweep;

import dev.quittance.stripe.checkout.SessionRefresh;
import dev.quittance.stripe.connection.Connection;
import dev.quittance.stripe.connection.Connections;
import dev.quittance.stripe.gateway.SessionReading;
import dev.quittance.stripe.gateway.StripeAccount;
import dev.quittance.stripe.gateway.StripeGateway;
import dev.quittance.stripe.payment.Attempt;
import dev.quittance.stripe.payment.Attempts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out within a minute which open sessions are over, however old: one list of an account's sessions stands for reading each of
 * them. Those that are over are then read one by one. Never inside a transaction. Thread-safe.
 */
public final class OpenSessions {
    private static final Logger LOG = LoggerFactory.getLogger(OpenSessions.class);

    /** Sessions live for a day; more are open at once on no host of this kind. */
    private static final int MOST = 2000;

    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    /** No session is open for longer: one of ours that seems so must not make the list long. */
    private static final Duration LIFE = Duration.ofHours(25);

    private static final String OPEN = "open";

    private final Clock clock;
    private final StripeGateway gateway;
    private final Connections connections;
    private final Attempts attempts;
    private final SessionRefresh refresh;

    /** Looks by this gateway at the sessions of these attempts. */
    public OpenSessions(
            Clock clock, StripeGateway gateway, Connections connections, Attempts attempts, SessionRefresh refresh) {
        this.clock = clock;
        this.gateway = gateway;
        this.connections = connections;
        this.attempts = attempts;
        this.refresh = refresh;
    }

    /** Reads again those that are over; what cannot be read now is read a minute later. */
    void look() {
        Map<UUID, List<Attempt>> byConnection = new LinkedHashMap<>();
        for (Attempt attempt : attempts.listOpen(MOST)) {
            byConnection
                    .computeIfAbsent(attempt.place().connectionId(), id -> new ArrayList<>())
                    .add(attempt);
        }
        byConnection.values().forEach(this::look);
    }

    private void look(List<Attempt> open) {
        Attempt oldest = open.get(0);
        Optional<StripeAccount> account = connections
                .find(oldest.org(), oldest.place().connectionId())
                .map(Connection::stripeAccount)
                .filter(gateway::hasSpare);
        Instant earliest = clock.instant().minus(LIFE);
        Instant from = (oldest.createdAt().isAfter(earliest) ? oldest.createdAt() : earliest).minus(CLOCK_SKEW);
        Optional<List<SessionReading>> listed =
                account.flatMap(one -> gateway.recentSessions(one, from).answer());
        Set<String> over = listed.orElse(List.of()).stream()
                .filter(session -> !session.status().equals(OPEN))
                .map(SessionReading::id)
                .collect(Collectors.toSet());
        for (Attempt attempt : open) {
            if (attempt.sessionId().filter(over::contains).isPresent()) {
                read(attempt);
            }
        }
    }

    private void read(Attempt attempt) {
        try {
            boolean read = refresh.refresh(attempt).isPresent();
            LOG.debug("session of attempt {} is over, read: {}", attempt.attemptId(), read);
        } catch (RuntimeException e) {
            LOG.warn("a session that is over could not be read; it is tried again", e);
        }
    }
}
