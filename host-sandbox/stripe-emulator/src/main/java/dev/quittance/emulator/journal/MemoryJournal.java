package dev.quittance.emulator.journal;

import java.util.ArrayList;
import java.util.List;

/** Lines in the heap, at once as durable as they will ever be. */
final class MemoryJournal implements Journal {
    private final List<String> lines = new ArrayList<>();
    private final Snapshots snapshots = new MemorySnapshots();
    private long appended;
    private long characters;

    @Override
    public synchronized void append(String jsonLine) {
        lines.add(jsonLine);
        appended++;
        characters += jsonLine.length();
    }

    @Override
    public synchronized long appended() {
        return appended;
    }

    @Override
    public void force(long wanted) {
        // There is no disk to wait for.
    }

    @Override
    public synchronized Iterable<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public synchronized long bytes() {
        return characters;
    }

    @Override
    public synchronized void replace(Iterable<String> others) {
        List<String> copy = new ArrayList<>();
        others.forEach(copy::add);
        lines.clear();
        lines.addAll(copy);
        characters = copy.stream().mapToLong(String::length).sum();
    }

    @Override
    public Snapshots snapshots() {
        return snapshots;
    }

    @Override
    public void close() {
        // Nothing is held outside the heap.
    }
}
