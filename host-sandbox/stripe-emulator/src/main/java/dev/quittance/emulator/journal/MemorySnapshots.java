package dev.quittance.emulator.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** States in the heap. */
final class MemorySnapshots implements Snapshots {
    private final TreeMap<String, List<String>> byName = new TreeMap<>();

    @Override
    public synchronized List<String> names() {
        return List.copyOf(byName.keySet());
    }

    @Override
    public synchronized void keep(String name, Iterable<String> lines) {
        if (!name.matches(NAME)) {
            throw new IllegalArgumentException(name + " is no name for a snapshot");
        }
        List<String> copy = new ArrayList<>();
        lines.forEach(copy::add);
        byName.put(name, List.copyOf(copy));
    }

    @Override
    public synchronized Optional<Iterable<String>> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    @Override
    public synchronized boolean drop(String name) {
        return byName.remove(name) != null;
    }
}
