package dev.quittance.emulator.journal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
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

/** Appends lines to a file and forces each to the disk. One process at a time: the file is locked. */
final class FileJournal implements Journal {
    private static final int TAIL_BLOCK_BYTES = 64 * 1024;

    private final Path file;
    private final FileChannel channel;
    private final FileChannel lockChannel;

    private FileJournal(Path file, FileChannel channel, FileChannel lockChannel) {
        this.file = file;
        this.channel = channel;
        this.lockChannel = lockChannel;
    }

    static FileJournal open(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            FileChannel lockChannel = lock(file);
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            channel.truncate(endOfLastWholeLine(channel));
            channel.position(channel.size());
            return new FileJournal(file, channel, lockChannel);
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

    /** A crash may leave half a line at the end; nobody was told of it, so it goes. */
    private static long endOfLastWholeLine(FileChannel channel) throws IOException {
        long end = channel.size();
        while (end > 0) {
            long start = Math.max(0, end - TAIL_BLOCK_BYTES);
            ByteBuffer block = ByteBuffer.allocate((int) (end - start));
            while (block.hasRemaining() && channel.read(block, start + block.position()) >= 0) {
                // read on until the block is full
            }
            for (int i = block.position() - 1; i >= 0; i--) {
                if (block.get(i) == '\n') {
                    return start + i + 1;
                }
            }
            end = start;
        }
        return 0;
    }

    @Override
    public void append(String jsonLine) {
        ByteBuffer bytes = ByteBuffer.wrap((jsonLine + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            long before = channel.position();
            try {
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(false);
            } catch (IOException e) {
                // Half a line in the middle would spoil every line after it.
                channel.truncate(before);
                channel.position(before);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The journal " + file + " cannot be written", e);
        }
    }

    @Override
    public Iterable<String> lines() {
        return () -> {
            try {
                return new Lines(Files.newBufferedReader(file, StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException("The journal " + file + " cannot be read", e);
            }
        };
    }

    @Override
    public void close() {
        try {
            channel.close();
            lockChannel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The journal " + file + " cannot be closed", e);
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
