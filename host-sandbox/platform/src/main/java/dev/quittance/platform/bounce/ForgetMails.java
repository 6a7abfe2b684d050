package dev.quittance.platform.bounce;

import dev.quittance.platform.jobs.HostTask;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Forgets, every hour, the mails that are too old to come back. Thread-safe. */
public final class ForgetMails implements HostTask {
    /** Servers try for some days; a report after a month is about nothing that anybody still waits for. */
    static final Duration KEPT = Duration.ofDays(30);

    private static final Duration EVERY = Duration.ofHours(1);

    /** A statement takes so many. */
    private static final int BATCH = 500;

    private final SentMails sent;
    private final Clock clock;

    /** Forgets some of these. */
    public ForgetMails(SentMails sent, Clock clock) {
        this.sent = sent;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forget-mails";
    }

    @Override
    public Next run(String key, int attempt) throws SQLException {
        Instant now = clock.instant();
        int some;
        do {
            some = sent.forget(now.minus(KEPT), BATCH);
        } while (some == BATCH && !Thread.currentThread().isInterrupted());
        return Next.recur(now.plus(EVERY));
    }

    @Override
    public Duration longestPause(String key) {
        return EVERY;
    }
}
