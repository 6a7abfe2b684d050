package dev.quittance.emulator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.wire.Json;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged program as a process of its own, with little memory. */
final class EmulatorProcess implements AutoCloseable {
    private static final Path JAR = Path.of("target/stripe-emulator.jar");

    /** A file, as a process that outlives its test must not hold the build's own output open. */
    private static final File LOG = new File("target/emulator-it.log");

    private final Process process;
    private final ObjectNode announced;

    private EmulatorProcess(Process process, ObjectNode announced) {
        this.process = process;
        this.announced = announced;
    }

    static Process spawn(Path data, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx128m",
                "-jar",
                JAR.toString(),
                "--data",
                data.toString(),
                "--json"));
        command.addAll(List.of(more));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(LOG))
                .start();
    }

    static EmulatorProcess start(Path data, String... more) throws IOException {
        Process process = spawn(data, more);
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        if (line == null) {
            throw new IOException("the program said nothing");
        }
        return new EmulatorProcess(process, Json.read(line));
    }

    ObjectNode announced() {
        return announced;
    }

    Browser browser() {
        return Browser.at(
                URI.create(announced.path("url").asText()),
                announced.path("secretKey").asText());
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("it does not die");
        }
    }

    /** As {@code kill} does; returns the exit status. */
    int terminate() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("it does not stop");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
