package dev.quittance.emulator.journal;

import java.util.List;
import java.util.Optional;

/** Whole states, kept under names. Thread-safe. */
public interface Snapshots {
    /** What a name looks like: it becomes the name of a file. */
    String NAME = "[a-z0-9][a-z0-9-]{0,39}";

    /** In alphabetical order. */
    List<String> names();

    /**
     * Keeps lines under a name, in place of those before; durable when it returns.
     *
     * @throws IllegalArgumentException if it is no name
     * @throws java.io.UncheckedIOException if they cannot be written; those before stay
     */
    void keep(String name, Iterable<String> lines);

    /** The lines under a name; nothing if there are none. */
    Optional<Iterable<String>> find(String name);

    /** Forgets a name; false if nothing was kept under it. */
    boolean drop(String name);
}
