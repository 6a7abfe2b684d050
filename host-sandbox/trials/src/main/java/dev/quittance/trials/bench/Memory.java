package dev.quittance.trials.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process takes of the machine's memory. */
final class Memory {
    private Memory() {}

    /** In units of 1,048,576 bytes; from the kernel's own file on Linux, else from {@code ps}. */
    static long residentMegabytes(long pid) throws IOException {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        String kilobytes = Files.isReadable(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .findFirst()
                        .orElseThrow()
                : output("ps", "-o", "rss=", "-p", Long.toString(pid));
        return Long.parseLong(kilobytes.replaceAll("\\D", "")) / 1024;
    }

    private static String output(String... command) throws IOException {
        Process process = new ProcessBuilder(command).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
