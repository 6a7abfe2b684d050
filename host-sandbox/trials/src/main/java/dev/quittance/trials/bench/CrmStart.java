package dev.quittance.trials.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Starts the CRM as a process of its own with fresh data, waits for its first page, and stops it again. */
final class CrmStart {
    private static final Duration LONGEST_START = Duration.ofSeconds(60);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(20);
    private static final long PAUSE_NANOS = Duration.ofMillis(10).toNanos();
    private static final int OK = 200;

    private final Path jar;
    private final List<String> javaOptions;
    private final List<String> arguments;
    private final Clock clock;

    CrmStart(Path jar, List<String> javaOptions, List<String> arguments, Clock clock) {
        this.jar = jar;
        this.javaOptions = List.copyOf(javaOptions);
        this.arguments = List.copyOf(arguments);
        this.clock = clock;
    }

    Start measure() throws IOException {
        Path data = Folders.fresh();
        int port = freePort();
        Instant before = clock.instant();
        Process process = new ProcessBuilder(command(data, port))
                .redirectOutput(data.resolve("out.log").toFile())
                .redirectError(data.resolve("err.log").toFile())
                .start();
        try {
            long millis = awaitFirstPage(process, port, before);
            return new Start(millis, Memory.residentMegabytes(process.pid()));
        } finally {
            stop(process);
            Folders.delete(data);
        }
    }

    private List<String> command(Path data, int port) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaOptions);
        command.addAll(List.of("-jar", jar.toString(), "up", "--json"));
        command.addAll(List.of(
                "--port", Integer.toString(port), "--data", data.resolve("data").toString()));
        command.addAll(arguments);
        return command;
    }

    /** The sign-in page is where an unknown visitor of the front page is led. */
    private long awaitFirstPage(Process process, int port, Instant before) {
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(Duration.ofSeconds(2))
                .build();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/"))
                .timeout(Duration.ofSeconds(5))
                .build();
        while (clock.instant().isBefore(before.plus(LONGEST_START))) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the CRM ended with exit code " + process.exitValue());
            }
            if (answers(client, request)) {
                return Duration.between(before, clock.instant()).toMillis();
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        throw new IllegalStateException("no page within " + LONGEST_START);
    }

    private static boolean answers(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void stop(Process process) {
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
