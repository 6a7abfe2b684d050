package dev.quittance.stripe.webhook;

import dev.quittance.api.identity.OrgId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Counts in memory what was not believed, so that nobody outside can make us write: a job stores the sums now and then. What a
 * crash loses is a count. Thread-safe.
 */
final class Rejections {
    /** No true signature over the bytes. */
    static final String SIGNATURE = "signature";

    /** There is no signing secret to check with. */
    static final String NO_SECRET = "no_secret";

    /** What was not believed at one endpoint, for one reason. */
    record Key(OrgId org, String endpointId, String reason) {}

    /** How often, and when last. */
    record Sum(long rejected, Instant lastAt) {}

    /** Both, as it is stored. */
    record Counted(Key key, Sum sum) {}

    private final Map<Key, Sum> sums = new ConcurrentHashMap<>();

    void add(Endpoint endpoint, String reason, Instant now) {
        Sum sum = sums.merge(
                new Key(endpoint.org(), endpoint.endpointId(), reason),
                new Sum(1, now),
                (one, other) -> new Sum(one.rejected() + other.rejected(), now));
        assert sum.rejected() > 0;
    }

    /** Takes what was counted since. */
    List<Counted> take() {
        return sums.keySet().stream()
                .map(key -> {
                    Sum sum = sums.remove(key);
                    return new Counted(key, sum == null ? new Sum(0, Instant.EPOCH) : sum);
                })
                .filter(counted -> counted.sum().rejected() > 0)
                .collect(Collectors.toList());
    }
}
