package dev.quittance.trials.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One of our programs as a process of its own, which says in a line of JSON where it is. Close it: it is ended, its children too. */
final class Program implements AutoCloseable {
    private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

    private final Process process;
    private final JsonNode said;

    private Program(Process process, JsonNode said) {
        this.process = process;
        this.said = said;
    }

    /**
     * Starts it; returns when it says where it is.
     *
     * @param jar the program
     * @param javaOptions for its Java
     * @param arguments for itself
     * @param log where its standard error goes
     * @throws IllegalStateException if it ends without saying anything
     */
    static Program start(Path jar, List<String> javaOptions, List<String> arguments, Path log) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaOptions);
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        String line = output.readLine();
        if (line == null) {
            throw new IllegalStateException("it did not start; see " + log);
        }
        return new Program(process, new ObjectMapper().readTree(line));
    }

    /** What it said. */
    JsonNode said() {
        return said;
    }

    long pid() {
        return process.pid();
    }

    /** What it took of the processors so far, without its children. */
    long cpuNanos() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
    }

    @Override
    public void close() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        children.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroy);
    }
}
