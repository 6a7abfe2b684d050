package dev.quittance.trials.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** The local Stripe as a process of its own with fresh data, and callers that make customers as fast as they are answered. */
final class EmulatorUnderLoad implements AutoCloseable {
    /** What came of a round: each call's time, sorted; and what the local Stripe took of the processors for it. */
    record Round(List<Long> nanos, long tookNanos, long cpuNanos) {
        long perSecond() {
            return nanos.size() * 1_000_000_000L / Math.max(1, tookNanos);
        }

        /** Says more than the rate where the machine is busy with something else. */
        long cpuMicrosEach() {
            return cpuNanos / 1000 / Math.max(1, nanos.size());
        }

        long millisAt(int percent) {
            return nanos.isEmpty() ? 0 : nanos.get((nanos.size() - 1) * percent / 100) / 1_000_000;
        }
    }

    private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

    private final Process process;
    private final Path data;
    private final URI url;
    private final String key;
    private final AtomicLong created = new AtomicLong();

    private EmulatorUnderLoad(Process process, Path data, URI url, String key) {
        this.process = process;
        this.data = data;
        this.url = url;
        this.key = key;
    }

    static EmulatorUnderLoad start(Path jar, String heap) throws IOException {
        Path data = Files.createTempDirectory("quittance-bench");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heap,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        jar.toString(),
                        "--port",
                        "0",
                        "--json",
                        "--data",
                        data.toString()))
                .redirectError(data.resolve("err.log").toFile())
                .start();
        String line =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        if (line == null) {
            throw new IllegalStateException("the local Stripe did not start; see " + data);
        }
        JsonNode said = new ObjectMapper().readTree(line);
        return new EmulatorUnderLoad(
                process,
                data,
                URI.create(said.path("url").asText()),
                said.path("secretKey").asText());
    }

    Path data() {
        return data;
    }

    long pid() {
        return process.pid();
    }

    /** How many customers were made, each of them with an event. */
    long created() {
        return created.get();
    }

    Round load(int callers, Duration during) {
        long end = System.nanoTime() + during.toNanos();
        return round(callers, () -> System.nanoTime() < end);
    }

    void fill(int callers, int customers) {
        round(callers, () -> created.get() < customers);
    }

    /** Whether a caller goes on. */
    @FunctionalInterface
    private interface GoOn {
        boolean now();
    }

    private Round round(int callers, GoOn goOn) {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        long begun = System.nanoTime();
        long cpuBegun = cpuNanos();
        try {
            List<Future<List<Long>>> running = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                running.add(threads.submit(() -> call(goOn)));
            }
            List<Long> all = new ArrayList<>();
            for (Future<List<Long>> caller : running) {
                all.addAll(caller.get());
            }
            all.sort(Comparator.naturalOrder());
            return new Round(all, System.nanoTime() - begun, cpuNanos() - cpuBegun);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a caller failed; see " + data, e);
        } finally {
            threads.shutdownNow();
        }
    }

    private long cpuNanos() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
    }

    private List<Long> call(GoOn goOn) {
        List<Long> nanos = new ArrayList<>();
        try (KeptConnection connection = KeptConnection.open(url, key)) {
            while (goOn.now()) {
                long number = created.get();
                long before = System.nanoTime();
                connection.post("/v1/customers", "email=dana" + number + "%40example.com&name=Dana+Whitfield");
                nanos.add(System.nanoTime() - before);
                created.incrementAndGet();
            }
            return nanos;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
