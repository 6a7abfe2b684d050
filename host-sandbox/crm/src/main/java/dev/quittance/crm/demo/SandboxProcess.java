package dev.quittance.crm.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A sandbox as a process of its own. */
final class SandboxProcess implements AutoCloseable {
    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

    private final Process process;
    private final JsonNode said;

    private SandboxProcess(Process process, JsonNode said) {
        this.process = process;
        this.said = said;
    }

    /** Starts one and waits until it says where it is. */
    static SandboxProcess start(List<String> command, Duration limit) throws IOException, DemoFailure {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Thread stop = new Thread(process::destroy, "stop-sandbox");
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            process.getOutputStream().close();
            String line = firstLine(process, limit);
            return new SandboxProcess(process, JsonMapper.builder().build().readTree(line));
        } catch (DemoFailure e) {
            end(process);
            throw e;
        }
    }

    URI url() {
        return URI.create(said.path("url").asText() + "/");
    }

    URI inbox() {
        return URI.create(said.path("inbox").asText());
    }

    /** The login of the first user in this role. */
    JsonNode login(String role) throws DemoFailure {
        for (JsonNode login : said.path("logins")) {
            if (login.path("role").asText().equals(role)) {
                return login;
            }
        }
        throw new DemoFailure("the sandbox names no login for " + role);
    }

    @Override
    public void close() {
        end(process);
    }

    private static String firstLine(Process process, Duration limit) throws DemoFailure {
        CompletableFuture<String> line = CompletableFuture.supplyAsync(() -> {
            try {
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                String first = reader.readLine();
                return first == null ? "" : first;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        try {
            String first = line.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (!first.startsWith("{")) {
                throw new DemoFailure("the sandbox did not start");
            }
            return first;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("interrupted while the sandbox started");
        } catch (ExecutionException | TimeoutException e) {
            throw new DemoFailure("the sandbox did not say within " + limit.toSeconds() + " s where it is");
        }
    }

    private static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
