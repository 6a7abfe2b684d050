package dev.quittance.trials.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The local Stripe as a process of its own with fresh data, and callers that make customers as fast as they are answered. */
final class EmulatorUnderLoad implements AutoCloseable {
    private final Program program;
    private final Path data;
    private final AtomicLong created = new AtomicLong();

    private EmulatorUnderLoad(Program program, Path data) {
        this.program = program;
        this.data = data;
    }

    static EmulatorUnderLoad start(Path jar, String heap) throws IOException {
        Path data = Folders.fresh();
        List<String> java = List.of("-Xmx" + heap, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
        List<String> arguments = List.of("--port", "0", "--json", "--data", data.toString());
        return new EmulatorUnderLoad(Program.start(jar, java, arguments, data.resolve("err.log")), data);
    }

    Path data() {
        return data;
    }

    long pid() {
        return program.pid();
    }

    /** How many customers were made, each of them with an event. */
    long created() {
        return created.get();
    }

    /** What it took of the processors so far. */
    long cpuNanos() {
        return program.cpuNanos();
    }

    Round load(int callers, Duration during) {
        long end = System.nanoTime() + during.toNanos();
        return Crowd.of(callers, this::caller, () -> System.nanoTime() < end);
    }

    void fill(int callers, int customers) {
        Crowd.of(callers, this::caller, () -> created.get() < customers);
    }

    private Crowd.Caller caller() throws IOException {
        URI url = URI.create(program.said().path("url").asText());
        String key = program.said().path("secretKey").asText();
        KeptConnection connection = KeptConnection.open(
                url, "Authorization: Bearer " + key + "\r\nContent-Type: application/x-www-form-urlencoded\r\n");
        return new Crowd.Caller() {
            @Override
            public void call() throws IOException {
                connection.post(
                        "/v1/customers", "", "email=dana" + created.get() + "%40example.com&name=Dana+Whitfield");
                created.incrementAndGet();
            }

            @Override
            public void close() throws IOException {
                connection.close();
            }
        };
    }

    @Override
    public void close() throws IOException {
        program.close();
        Folders.delete(data);
    }
}
