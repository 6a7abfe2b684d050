package dev.quittance.emulator.journal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The file below a journal: whole lines, written and forced, or put in place of the others at one stroke. */
final class JournalFile implements Disk {
    private static final int TAIL_BLOCK_BYTES = 64 * 1024;
    private static final int COPY_BLOCK_BYTES = 256 * 1024;

    private final Path file;
    private FileChannel channel;

    private JournalFile(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static JournalFile open(Path file) throws IOException {
        // A crash while the lines were being replaced leaves the new ones unfinished; the old ones hold.
        Files.deleteIfExists(draft(file));
        return new JournalFile(file, channel(file));
    }

    private static Path draft(Path file) {
        return file.resolveSibling(file.getFileName() + ".new");
    }

    private static FileChannel channel(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        channel.truncate(endOfLastWholeLine(channel));
        channel.position(channel.size());
        return channel;
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
    public void write(byte[] wholeLines) throws IOException {
        long before = channel.position();
        try {
            ByteBuffer bytes = ByteBuffer.wrap(wholeLines);
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
    }

    /** The new file is whole on the disk before it takes the name of the old one. */
    @Override
    public void replace(Iterable<String> lines) throws IOException {
        Path draft = draft(file);
        try (FileChannel fresh = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(fresh), COPY_BLOCK_BYTES);
            for (String line : lines) {
                out.write(line.getBytes(StandardCharsets.UTF_8));
                out.write('\n');
            }
            out.flush();
            fresh.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder();
        channel.close();
        channel = channel(file);
    }

    /** Makes the new name durable too, where the system can. */
    private void forceFolder() {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            return;
        }
        try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
            entries.force(true);
        } catch (IOException e) {
            // Some systems do not open folders; there the old lines may come back after a power cut, whole as they
            // were.
            return;
        }
    }

    @Override
    public long bytes() throws IOException {
        return channel.position();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
