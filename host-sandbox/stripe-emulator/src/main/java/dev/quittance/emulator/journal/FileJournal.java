package dev.quittance.emulator.journal;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Collects lines and forces them to the disk together: whoever comes first writes for all that are there, the others wait
 * for it. There is no thread for it. One process at a time: the file is locked.
 */
final class FileJournal implements Journal {
    private final Path file;
    private final Disk disk;
    private final FileChannel lockChannel;
    private final Snapshots snapshots;
    private final Object monitor = new Object();

    /** Lines that are not on the disk yet, each with its line break. Guarded by the monitor, as all below. */
    private ByteArrayOutputStream pending = new ByteArrayOutputStream();

    private long appended;
    private long durable;
    private boolean writing;
    private @Nullable IOException failure;

    FileJournal(Path file, Disk disk, FileChannel lockChannel) {
        this.file = file;
        this.disk = disk;
        this.lockChannel = lockChannel;
        this.snapshots = new FileSnapshots(file.resolveSibling("snapshots"));
    }

    static FileJournal open(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            FileChannel lockChannel = lock(file);
            return new FileJournal(file, JournalFile.open(file), lockChannel);
        } catch (IOException e) {
            throw new UncheckedIOException("The journal " + file + " cannot be used", e);
        }
    }

    /**
     * The lock is on a file of its own: on POSIX systems, closing any channel of a locked file gives up the lock, and the
     * journal is opened a second time to be read.
     */
    private static FileChannel lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(
                file.resolveSibling(file.getFileName() + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = tryLock(channel);
        if (lock == null) {
            channel.close();
            throw new IllegalStateException("The journal " + file
                    + " is in use by another local Stripe. Stop that one, or choose another data folder.");
        }
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void append(String jsonLine) {
        byte[] bytes = jsonLine.getBytes(StandardCharsets.UTF_8);
        synchronized (monitor) {
            if (failure != null) {
                throw cannotWrite(failure);
            }
            pending.writeBytes(bytes);
            pending.write('\n');
            appended++;
        }
    }

    @Override
    public long appended() {
        synchronized (monitor) {
            return appended;
        }
    }

    @Override
    public void force(long lines) {
        while (true) {
            byte[] batch;
            long upTo;
            synchronized (monitor) {
                while (writing && durable < lines) {
                    await();
                }
                if (durable >= lines) {
                    return;
                }
                writing = true;
                batch = pending.toByteArray();
                upTo = appended;
                pending = new ByteArrayOutputStream();
            }
            write(batch, upTo);
        }
    }

    private void write(byte[] batch, long upTo) {
        IOException failed = null;
        // A channel that is written by an interrupted thread closes itself; the interruption comes after the write.
        boolean interrupted = Thread.interrupted();
        try {
            disk.write(batch);
        } catch (IOException e) {
            failed = e;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        synchronized (monitor) {
            writing = false;
            failure = failed;
            monitor.notifyAll();
            if (failed == null) {
                durable = upTo;
                return;
            }
            // What could not be written comes first when it is tried again.
            ByteArrayOutputStream again = new ByteArrayOutputStream();
            again.writeBytes(batch);
            again.writeBytes(pending.toByteArray());
            pending = again;
        }
        throw cannotWrite(failed);
    }

    private void await() {
        try {
            monitor.wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the journal was written", e);
        }
    }

    private UncheckedIOException cannotWrite(IOException cause) {
        return new UncheckedIOException("The journal " + file + " cannot be written", cause);
    }

    @Override
    public Iterable<String> lines() {
        force(appended());
        return () -> {
            try {
                return new Lines(Files.newBufferedReader(file, StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException("The journal " + file + " cannot be read", e);
            }
        };
    }

    @Override
    public long bytes() {
        synchronized (monitor) {
            try {
                return disk.bytes() + pending.size();
            } catch (IOException e) {
                throw new UncheckedIOException("The journal " + file + " cannot be measured", e);
            }
        }
    }

    @Override
    public void replace(Iterable<String> lines) {
        synchronized (monitor) {
            while (writing) {
                await();
            }
            try {
                disk.replace(lines);
            } catch (IOException e) {
                throw cannotWrite(e);
            }
            // What was still to be written belongs to the lines that are gone.
            pending = new ByteArrayOutputStream();
            durable = appended;
            failure = null;
            monitor.notifyAll();
        }
    }

    @Override
    public Snapshots snapshots() {
        return snapshots;
    }

    @Override
    public void close() {
        try {
            force(appended());
        } finally {
            try {
                disk.close();
                lockChannel.close();
            } catch (IOException e) {
                throw new UncheckedIOException("The journal " + file + " cannot be closed", e);
            }
        }
    }

    /** Reads line by line, so that a long journal need not fit the heap twice. */
    private static final class Lines implements Iterator<String> {
        private final BufferedReader reader;
        private final ArrayDeque<String> ahead = new ArrayDeque<>(1);

        Lines(BufferedReader reader) {
            this.reader = reader;
        }

        @Override
        public boolean hasNext() {
            if (!ahead.isEmpty()) {
                return true;
            }
            try {
                String line = reader.readLine();
                if (line == null) {
                    reader.close();
                    return false;
                }
                ahead.add(line);
                return true;
            } catch (IOException e) {
                throw new UncheckedIOException("The journal cannot be read", e);
            }
        }

        @Override
        public String next() {
            if (!hasNext()) {
                throw new NoSuchElementException("no further line");
            }
            return ahead.remove();
        }
    }
}
