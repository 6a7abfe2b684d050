package dev.quittance.trials.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A running sandbox host: a process of its own, as {@code ./sandbox up} starts it. */
public final class Sandbox implements AutoCloseable {
    static final Path APP = Path.of("../crm/target/app/crm.jar");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final JsonNode started;
    private final Path data;
    private final Path log;

    private Sandbox(Process process, JsonNode started, Path data, Path log) {
        this.process = process;
        this.started = started;
        this.data = data;
        this.log = log;
    }

    /** Starts one with its data in this folder; returns when it says where it is. */
    public static Sandbox start(Path data, String... options) {
        try {
            Files.createDirectories(data);
            Path log = data.resolveSibling(data.getFileName() + ".log");
            List<String> command = new ArrayList<>(java("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
            command.addAll(List.of("-jar", APP.toString(), "up", "--json", "--data", data.toString()));
            if (!List.of(options).contains("--port")) {
                command.addAll(List.of("--port", "0"));
            }
            command.addAll(List.of(options));
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
            String line = output.readLine();
            if (line == null) {
                throw new IllegalStateException("the sandbox did not start:\n" + Files.readString(log));
            }
            return new Sandbox(process, JSON.readTree(line), data, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> java(String... options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        return command;
    }

    /** Where the CRM is. */
    public URI url() {
        return URI.create(started.get("url").asText() + "/").resolve("/");
    }

    /** Where the local Stripe is. */
    public URI stripe() {
        return URI.create(started.get("stripe").asText() + "/").resolve("/");
    }

    /** The sign-in of the first user whose login contains these words, as e-mail and password. */
    public Login login(String role, int organisation) {
        int seen = 0;
        for (JsonNode login : started.get("logins")) {
            if (login.get("role").asText().equals(role) && seen++ == organisation) {
                return new Login(
                        login.get("email").asText(), login.get("password").asText());
            }
        }
        throw new IllegalStateException("no " + role + " in " + started.get("logins"));
    }

    Path data() {
        return data;
    }

    Path log() {
        return log;
    }

    long pid() {
        return process.pid();
    }

    /** The port of the CRM, to start again at the same place. */
    String port() {
        return Integer.toString(url().getPort());
    }

    /** Kills it as a power cut would. The local Stripe goes on. */
    void kill() {
        process.destroyForcibly();
        await(process);
    }

    /** Asks it to stop and waits; then the host's books and the plugin's must say the same and the ledger sum to zero, whatever the test did. */
    @Override
    public void close() {
        if (!process.isAlive()) {
            return;
        }
        process.destroy();
        await(process);
        TwoBooks.agree(data);
        LedgerSums.areZero(data);
    }

    private static void await(Process process) {
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("the sandbox did not stop within 30 s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * What a user signs in with.
     *
     * @param email the address
     * @param password the password
     */
    public record Login(String email, String password) {}
}
