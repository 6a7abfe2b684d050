package dev.quittance.platform.rest;

import dev.quittance.platform.jobs.HostTask;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;

/** Forgets, every hour, the answers that were kept for a day. Thread-safe. */
final class ForgetAnswers implements HostTask {
    private static final Duration EVERY = Duration.ofHours(1);

    private final NamedCalls calls;
    private final Clock clock;

    ForgetAnswers(NamedCalls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forget-rest-answers";
    }

    @Override
    public Next run(String key, int attempt) throws SQLException {
        calls.forgetOld();
        return Next.recur(clock.instant().plus(EVERY));
    }

    @Override
    public Duration longestPause(String key) {
        return EVERY;
    }
}
