package dev.quittance.stripe.webhook;

import dev.quittance.stripe.storage.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The endpoints, remembered for some seconds with their secrets sealed as they are. What does not fit a remembered one is to be
 * compared with a fresh one, so a new secret counts at once. Thread-safe.
 */
final class Endpoints {
    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    /** Each is some hundred bytes. */
    private static final int MOST = 1000;

    private record Known(Endpoint endpoint, Instant readAt) {}

    private final Database database;
    private final Clock clock;
    private final InboxRepository repository = new InboxRepository();
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    Endpoints(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The endpoint as it was within the last seconds; empty if there is none. */
    Optional<Endpoint> find(String endpointId) {
        Known remembered = known.get(endpointId);
        Instant now = clock.instant();
        return remembered != null && now.isBefore(remembered.readAt().plus(REMEMBERED))
                ? Optional.of(remembered.endpoint())
                : findFresh(endpointId);
    }

    /** The endpoint as it is now; empty if there is none. */
    Optional<Endpoint> findFresh(String endpointId) {
        Instant now = clock.instant();
        Optional<Endpoint> read = database.read(sql -> repository.findEndpoint(sql, endpointId, now));
        if (known.size() >= MOST) {
            known.clear();
        }
        read.ifPresentOrElse(
                endpoint -> known.put(endpointId, new Known(endpoint, now)), () -> known.remove(endpointId));
        return read;
    }
}
