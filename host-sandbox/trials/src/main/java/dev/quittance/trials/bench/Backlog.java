package dev.quittance.trials.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;

/** Waits until a backlog is worked off, and looks at pages meanwhile, as people do. */
final class Backlog {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final InboxTable inbox;
    private final Office office;
    private int pages;
    private long worstNanos;

    Backlog(InboxTable inbox, Office office) {
        this.inbox = inbox;
        this.office = office;
    }

    /** @throws IllegalStateException if it lasts too long */
    void await() throws IOException, SQLException {
        long end = System.nanoTime() + LONGEST.toNanos();
        String project = office.findProject();
        while (inbox.waiting() > 0) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(inbox.waiting() + " events wait after " + LONGEST);
            }
            long before = System.nanoTime();
            office.open(project);
            pages++;
            worstNanos = Math.max(worstNanos, System.nanoTime() - before);
        }
    }

    int pages() {
        return pages;
    }

    long worstPageMillis() {
        return Duration.ofNanos(worstNanos).toMillis();
    }
}
