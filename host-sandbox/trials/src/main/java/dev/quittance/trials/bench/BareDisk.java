package dev.quittance.trials.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** What the disk itself does: a line written and forced, one after the other, with nothing around it. */
final class BareDisk {
    /** About what a new customer and its event take in the journal. */
    private static final int LINE_BYTES = 2500;

    private BareDisk() {}

    static long forcedLinesPerSecond(Path folder, Duration during) throws IOException {
        Path file = folder.resolve("bare.tmp");
        long lines = 0;
        long begun = System.nanoTime();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            while (System.nanoTime() - begun < during.toNanos()) {
                ByteBuffer line = ByteBuffer.allocate(LINE_BYTES);
                while (line.hasRemaining()) {
                    channel.write(line);
                }
                channel.force(false);
                lines++;
            }
        }
        long took = System.nanoTime() - begun;
        Files.delete(file);
        return lines * 1_000_000_000L / took;
    }
}
