package dev.quittance.crm.event;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.record.RecordEvent;
import dev.quittance.api.record.RecordRef;
import dev.quittance.crm.storage.Database;
import dev.quittance.platform.record.RecordEvents;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jooq.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands what {@link RecordNews} wrote to the platform: soon after the commit, at start what an earlier run left, and again until it
 * worked. At least once, and each organisation's events in their order. Several nodes may do so at a time: each begins with the
 * oldest, the platform takes an id once, and a row goes away only when the platform has it. Thread-safe.
 */
public final class RecordNewsSender implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RecordNewsSender.class);
    /** Looked for this often; the table is empty but for what just happened. */
    private static final Duration PAUSE = Duration.ofMillis(250);

    private static final int BATCH = 200;
    private static final int CLOSE_SECONDS = 5;

    private final Database database;
    private final RecordEvents platform;
    private final ScheduledExecutorService worker;

    /** Sends from this database to this platform, on a worker of its own that it ends when it is closed. */
    public RecordNewsSender(Database database, RecordEvents platform, ScheduledExecutorService worker) {
        this.database = database;
        this.platform = platform;
        this.worker = worker;
    }

    /** Begins to send. */
    public void start() {
        worker.scheduleWithFixedDelay(this::tryToSend, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Sends what is there now, oldest first, and returns how many events the platform took.
     *
     * @throws RuntimeException as the platform or the database threw it: that event and those after it stay for the next time
     */
    public int send() {
        int sent = 0;
        for (Record row : read()) {
            platform.publish(event(row));
            remove(row);
            sent++;
        }
        return sent;
    }

    private void tryToSend() {
        try {
            while (send() == BATCH) {
                LOG.debug("more news of records is waiting");
            }
        } catch (RuntimeException e) {
            LOG.warn("news of records could not be sent; it is tried again", e);
        }
    }

    private List<Record> read() {
        return database.read(sql -> List.copyOf(sql.select(List.of(
                        RecordNews.ORG,
                        RecordNews.SEQ,
                        RecordNews.ID,
                        RecordNews.KIND,
                        RecordNews.OBJECT,
                        RecordNews.RECORD_ID,
                        RecordNews.OCCURRED_AT,
                        RecordNews.ATTRIBUTES))
                .from(RecordNews.EVENT)
                .orderBy(RecordNews.SEQ, RecordNews.ORG)
                .limit(BATCH)
                .fetch()));
    }

    private void remove(Record row) {
        database.transaction(sql -> sql.deleteFrom(RecordNews.EVENT)
                .where(RecordNews.ORG.eq(row.get(RecordNews.ORG)).and(RecordNews.SEQ.eq(row.get(RecordNews.SEQ))))
                .execute());
    }

    private static RecordEvent event(Record row) {
        return new RecordEvent(
                row.get(RecordNews.ID),
                row.get(RecordNews.KIND),
                new OrgId(row.get(RecordNews.ORG)),
                new RecordRef(row.get(RecordNews.OBJECT), row.get(RecordNews.RECORD_ID)),
                row.get(RecordNews.OCCURRED_AT),
                EventAttributes.read(row.get(RecordNews.ATTRIBUTES)));
    }

    @Override
    public void close() {
        worker.shutdown();
        try {
            if (!worker.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                worker.shutdownNow();
            }
        } catch (InterruptedException e) {
            worker.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
