package dev.quittance.emulator.journal;

import java.nio.file.Path;

/**
 * The lines that make up the local Stripe's memory, oldest first. Each line holds one whole change: after a crash it is
 * there or it is not.
 *
 * <p>Lines are handed over in order under the owner's lock, and waited for outside it: many that wait at once share one
 * write to the disk. Thread-safe.
 */
public interface Journal extends AutoCloseable {
    /**
     * Hands a line over. It is durable once {@link #force} has returned for it; or at once, where a journal waits itself.
     *
     * @param jsonLine one line without a line break
     * @throws java.io.UncheckedIOException if the disk failed before and has not been written since; the line is not taken
     */
    void append(String jsonLine);

    /** How many lines were handed over since the journal was opened: what to wait for, for whoever saw all of them. */
    default long appended() {
        return 0;
    }

    /**
     * Returns when so many lines are on the disk; at once if they are already. Never call it under a lock that others need
     * to append.
     *
     * @param lines as {@link #appended} told
     * @throws java.io.UncheckedIOException if they cannot be written; they are kept, and tried again by the next call
     */
    default void force(long lines) {
        // Whoever writes within append has nothing left to do.
    }

    /** All whole lines. A last line that a crash cut short is left out. */
    Iterable<String> lines();

    /** How much it takes, in bytes. */
    default long bytes() {
        return 0;
    }

    /**
     * Puts these lines in the place of all that there are: all of them or, after a crash, none. Durable when it returns.
     *
     * @throws java.io.UncheckedIOException if they cannot be written; the lines before stay
     */
    default void replace(Iterable<String> lines) {
        throw new UnsupportedOperationException("this journal only grows");
    }

    /** Whole states that are kept beside it. */
    default Snapshots snapshots() {
        return new MemorySnapshots();
    }

    /** Lets go of the file, if there is one, after writing what was handed over. */
    @Override
    void close();

    /** A journal that lives as long as this process; for tests and simulations. */
    static Journal inMemory() {
        return new MemoryJournal();
    }

    /**
     * A journal in a file, made if absent.
     *
     * @throws java.io.UncheckedIOException if the file cannot be used
     * @throws IllegalStateException if another process has it open
     */
    static Journal file(Path file) {
        return FileJournal.open(file);
    }
}
