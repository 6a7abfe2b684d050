package dev.quittance.emulator.journal;

import java.nio.file.Path;

/**
 * The lines that make up the local Stripe's memory, oldest first. Each line holds one whole change: after a crash it is
 * there or it is not.
 */
public interface Journal extends AutoCloseable {
    /**
     * Adds a line; it is durable when this returns.
     *
     * @param jsonLine one line without a line break
     */
    void append(String jsonLine);

    /** All whole lines. A last line that a crash cut short is left out. */
    Iterable<String> lines();

    /** Lets go of the file, if there is one. */
    @Override
    void close();

    /** A journal that lives as long as this process; for tests and simulations. */
    static Journal inMemory() {
        return new MemoryJournal();
    }

    /**
     * A journal in a file, made if absent, and flushed to the disk by each {@link #append}.
     *
     * @throws java.io.UncheckedIOException if the file cannot be used
     * @throws IllegalStateException if another process has it open
     */
    static Journal file(Path file) {
        return FileJournal.open(file);
    }
}
