package dev.quittance.platform.event;

import dev.quittance.platform.jobs.HostTask;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets old events go, every hour, some at a time. What every plugin has been told goes after {@link #KEPT}. A plugin that is behind
 * or off keeps what it has not been told, but not beyond {@link #KEPT_FOR_THE_LAST}: then that goes, too, is counted with the plugin,
 * and is said in the log and in the health. The same event published again after that counts as new. Thread-safe.
 */
public final class OldEvents implements HostTask {
    /** How long what everybody has been told stays, to be looked at. */
    static final Duration KEPT = Duration.ofDays(30);
    /** How long it stays for a plugin that has not been told. */
    static final Duration KEPT_FOR_THE_LAST = Duration.ofDays(90);
    /** A transaction takes so many. */
    static final int BATCH = 500;

    private static final Logger LOG = LoggerFactory.getLogger(OldEvents.class);
    private static final Duration EVERY = Duration.ofHours(1);

    private final OldEventRepository repository;
    private final List<String> streams;
    private final Clock clock;

    /** Events in this schema, of these streams. */
    public OldEvents(DataSource dataSource, String schema, List<String> streams, Clock clock) {
        this.repository = new OldEventRepository(dataSource, schema);
        this.streams = List.copyOf(streams);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forget-events";
    }

    @Override
    public Next run(String key, int attempt) throws SQLException {
        Instant now = clock.instant();
        for (String stream : streams) {
            deleteTold(stream, now.minus(KEPT));
            dropUntold(stream, now.minus(KEPT_FOR_THE_LAST));
        }
        return Next.recur(now.plus(EVERY));
    }

    @Override
    public Duration longestPause(String key) {
        return EVERY;
    }

    private void deleteTold(String stream, Instant before) throws SQLException {
        long gone = 0;
        int some;
        do {
            some = repository.deleteTold(stream, before, BATCH);
            gone += some;
        } while (some == BATCH && !Thread.currentThread().isInterrupted());
        if (gone > 0) {
            LOG.info(
                    "{} {} events went: everybody has been told, and they are {} days old",
                    gone,
                    stream,
                    KEPT.toDays());
        }
    }

    private void dropUntold(String stream, Instant before) throws SQLException {
        Map<String, Long> untold;
        do {
            untold = repository.dropUntold(stream, before, BATCH);
            untold.forEach((plugin, events) -> LOG.warn(
                    "plugin {} will not be told of {} {} events: it has been behind for more than {} days, and they went",
                    plugin,
                    events,
                    stream,
                    KEPT_FOR_THE_LAST.toDays()));
        } while (!untold.isEmpty() && !Thread.currentThread().isInterrupted());
    }
}
