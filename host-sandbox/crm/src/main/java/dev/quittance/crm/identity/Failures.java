package dev.quittance.crm.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts failed sign-ins under a key for a while. Thread-safe. Kept in memory: a limit per node is limit enough. */
final class Failures {
    private static final Duration WINDOW = Duration.ofMinutes(15);
    /** More keys than a guesser has addresses; the oldest is forgotten first, so memory stays bounded. */
    private static final int MAX_KEYS = 10_000;

    private final Clock clock;
    private final int limit;
    private final Map<String, Deque<Instant>> byKey = new LinkedHashMap<>();

    Failures(Clock clock, int limit) {
        this.clock = clock;
        this.limit = limit;
    }

    /** How long this key has to wait; zero if it may try. */
    synchronized Duration waitFor(String key) {
        Deque<Instant> failures = byKey.get(key);
        if (failures == null) {
            return Duration.ZERO;
        }
        Instant now = clock.instant();
        failures.removeIf(failure -> !failure.plus(WINDOW).isAfter(now));
        if (failures.size() < limit) {
            return Duration.ZERO;
        }
        return Duration.between(now, failures.getFirst().plus(WINDOW));
    }

    synchronized void add(String key) {
        Deque<Instant> failures = byKey.computeIfAbsent(key, absent -> new ArrayDeque<>());
        failures.addLast(clock.instant());
        if (byKey.size() > MAX_KEYS) {
            byKey.remove(byKey.keySet().iterator().next());
        }
    }

    synchronized void forget(String key) {
        byKey.remove(key);
    }
}
