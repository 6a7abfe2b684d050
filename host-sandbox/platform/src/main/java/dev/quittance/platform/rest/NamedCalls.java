package dev.quittance.platform.rest;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls that name themselves by an {@code Idempotency-Key}: the first answer is kept for a day and given again. Only answers that
 * a later try could not better are kept; what failed, or was refused for who asks or how often, is tried anew. If this host dies
 * before an answer is kept, the next call is passed on again with its key, by which the plugin does nothing twice. Thread-safe.
 */
final class NamedCalls {
    private static final Logger LOG = LoggerFactory.getLogger(NamedCalls.class);
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{16,128}");
    private static final Duration KEPT = Duration.ofHours(24);
    /** Longer than a page may take. */
    private static final Duration RUNNING = Duration.ofSeconds(60);

    private static final int MOST_KEYS = 1000;
    private static final int FIRST_FAILURE = 500;
    private static final Set<Integer> NOT_KEPT = Set.of(401, 403, 429);
    /** What a client needs of the first answer. */
    private static final Set<String> KEPT_HEADERS = Set.of("content-type", "location", "etag");

    private final NamedCallRepository repository;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    NamedCalls(DataSource dataSource, String schema, Clock clock) {
        this.repository = new NamedCallRepository(dataSource, schema);
        this.clock = clock;
    }

    /** Whether these values of the header are one sound key. */
    static boolean isKey(List<String> values) {
        return values.size() == 1 && KEY.matcher(values.get(0)).matches();
    }

    /**
     * Answers a call by its name.
     *
     * @param name which call
     * @param first does it, if it was not done before
     */
    RestApplication.Answer answer(CallName name, Supplier<RestApplication.Answer> first) {
        String runner = Long.toHexString(random.nextLong());
        Instant now = clock.instant();
        Optional<NamedCallRepository.Row> before;
        try {
            before = repository.findLive(name, now);
            if (before.isEmpty()) {
                if (repository.countLive(name, now) >= MOST_KEYS) {
                    return new Problem(
                                    429,
                                    "idempotency_keys_exhausted",
                                    "You have used too many keys.",
                                    "Nothing was done. At most " + MOST_KEYS + " are kept for a user, each for a day.")
                            .answer();
                }
                if (repository.begin(name, runner, now, now.plus(RUNNING), now.plus(KEPT))) {
                    return run(name, runner, first);
                }
                before = repository.findLive(name, now);
            }
            return before.isPresent() ? again(name, runner, before.get(), first) : inUse();
        } catch (SQLException e) {
            LOG.error("the calls that are kept cannot be read", e);
            return new Problem(
                            503,
                            "not_available",
                            "Not available right now.",
                            "Nothing was done. Try again in a minute.")
                    .answer();
        }
    }

    /** Forgets what is older than a day. */
    void forgetOld() throws SQLException {
        repository.deleteExpired(clock.instant());
    }

    private RestApplication.Answer again(
            CallName name, String runner, NamedCallRepository.Row before, Supplier<RestApplication.Answer> first)
            throws SQLException {
        if (!before.requestHash().equals(name.requestHash())) {
            return new Problem(
                            422,
                            "idempotency_key_reused",
                            "This key was used for another request.",
                            "Nothing was done. Take a new key for a new request.")
                    .answer();
        }
        if (before.isDone()) {
            return before.answer().with("Idempotent-Replayed", "true");
        }
        Instant now = clock.instant();
        if (before.runningUntil().isAfter(now)
                || !repository.takeOver(name, before.runner(), runner, now.plus(RUNNING))) {
            return inUse();
        }
        return run(name, runner, first);
    }

    private RestApplication.Answer run(CallName name, String runner, Supplier<RestApplication.Answer> first) {
        boolean answered = false;
        try {
            RestApplication.Answer answer = first.get();
            answered = answer.status() < FIRST_FAILURE && !NOT_KEPT.contains(answer.status());
            if (answered) {
                keep(name, runner, answer);
            }
            return answer;
        } finally {
            if (!answered) {
                release(name, runner);
            }
        }
    }

    private void keep(CallName name, String runner, RestApplication.Answer answer) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(answer.headers());
        headers.keySet().removeIf(header -> !KEPT_HEADERS.contains(header.toLowerCase(Locale.ROOT)));
        try {
            repository.keep(name, runner, new RestApplication.Answer(answer.status(), headers, answer.body()));
        } catch (SQLException e) {
            // It is done all the same, and the plugin knows the key.
            LOG.warn("an answer could not be kept for its key", e);
        }
    }

    private void release(CallName name, String runner) {
        try {
            repository.release(name, runner);
        } catch (SQLException e) {
            LOG.warn("a key could not be given back; it is free in a minute", e);
        }
    }

    private static RestApplication.Answer inUse() {
        return new Problem(
                        409,
                        "idempotency_key_in_use",
                        "A request with this key is being answered.",
                        "Send the same again in a few seconds for its answer.")
                .answer();
    }
}
