package dev.quittance.emulator.journal;

import java.util.ArrayList;
import java.util.List;

/** Not thread-safe by itself: the local Stripe writes under its lock. */
final class MemoryJournal implements Journal {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void append(String jsonLine) {
        lines.add(jsonLine);
    }

    @Override
    public Iterable<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        // Nothing is held outside the heap.
    }
}
