package dev.quittance.emulator.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** States in files beside the journal, one each. */
final class FileSnapshots implements Snapshots {
    private static final String SUFFIX = ".jsonl";

    private final Path folder;

    FileSnapshots(Path folder) {
        this.folder = folder;
    }

    @Override
    public synchronized List<String> names() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .filter(name -> name.matches(NAME))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The snapshots in " + folder + " cannot be listed", e);
        }
    }

    @Override
    public synchronized void keep(String name, Iterable<String> lines) {
        Path file = file(name);
        try {
            Files.createDirectories(folder);
            JournalFile whole = JournalFile.open(file);
            try {
                whole.replace(lines);
            } finally {
                whole.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The snapshot " + name + " cannot be written", e);
        }
    }

    @Override
    public synchronized Optional<Iterable<String>> find(String name) {
        if (!name.matches(NAME) || !Files.isRegularFile(file(name))) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllLines(file(name), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The snapshot " + name + " cannot be read", e);
        }
    }

    @Override
    public synchronized boolean drop(String name) {
        try {
            return name.matches(NAME) && Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException("The snapshot " + name + " cannot be deleted", e);
        }
    }

    private Path file(String name) {
        if (!name.matches(NAME)) {
            throw new IllegalArgumentException(name + " is no name for a snapshot");
        }
        return folder.resolve(name + SUFFIX);
    }
}
