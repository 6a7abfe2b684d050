package dev.quittance.emulator;

import dev.quittance.emulator.journal.Journal;
import dev.quittance.emulator.store.Image;
import dev.quittance.emulator.store.Store;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shortens the journal to what still matters, when it starts and when it has grown. Guarded by the local Stripe's lock. */
final class Compaction {
    private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);
    private static final long MEBIBYTE = 1024 * 1024;

    /** Below this a journal is read in no time. */
    private static final long WORTH_IT_BYTES = 2 * MEBIBYTE;

    /** While it runs, everybody waits about a second for each hundred mebibytes; so it is seldom. */
    private static final long GROWN_BYTES = 64 * MEBIBYTE;

    private static final int GROWTH = 4;

    private final Journal journal;
    private final Store store;
    private final long worthItBytes;
    private final long grownBytes;
    private long nextBytes;

    Compaction(Journal journal, Store store) {
        this(journal, store, WORTH_IT_BYTES, GROWN_BYTES);
    }

    Compaction(Journal journal, Store store, long worthItBytes, long grownBytes) {
        this.journal = journal;
        this.store = store;
        this.worthItBytes = worthItBytes;
        this.grownBytes = grownBytes;
        this.nextBytes = grownBytes;
    }

    /** Where less than half of the journal is still true. */
    void atStart() {
        long bytes = journal.bytes();
        if (bytes > worthItBytes && store.bytes() * 2 < bytes) {
            compact();
        }
    }

    /** Where the journal is several times as long as it was. */
    void whenGrown() {
        if (journal.bytes() > nextBytes) {
            compact();
        }
    }

    private void compact() {
        long before = journal.bytes();
        try {
            journal.replace(Image.of(store));
            LOG.info("The journal was shortened from {} to {} bytes.", before, journal.bytes());
            nextBytes = Math.max(grownBytes, journal.bytes() * GROWTH);
        } catch (UncheckedIOException e) {
            // The long journal holds as before, and there may be room for a shorter one later.
            LOG.warn("The journal could not be shortened.", e);
            nextBytes = before * 2;
        }
    }
}
