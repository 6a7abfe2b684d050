package dev.quittance.trials.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** What lives in the memory of another JVM. */
final class HeapDump {
    private static final int LIMIT_SECONDS = 60;

    private HeapDump() {}

    /** Writes it into the folder, in the place of the last one. Live objects only: what is garbage is gone before. */
    static Path of(long pid, Path folder) {
        Path heap = folder.resolve("heap.hprof");
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            Files.deleteIfExists(heap);
            Process process = new ProcessBuilder(jcmd, Long.toString(pid), "GC.heap_dump", heap.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("jcmd.log").toFile())
                    .start();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || !Files.exists(heap)) {
                throw new AssertionError("no heap dump: " + Files.readString(folder.resolve("jcmd.log")));
            }
            return heap;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
