package dev.quittance.trials.process;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The local Stripe as a process of its own, as the sandbox starts it: found, killed, started again. */
public final class LocalStripeProcess implements AutoCloseable {
    private static final Path JAR = Path.of("../crm/target/app/stripe-emulator/stripe-emulator.jar");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final URI url;

    private LocalStripeProcess(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    /** Kills the one that a sandbox started: the child of the CRM whose command line names it. */
    static void killChildOf(long pid) {
        ProcessHandle child = ProcessHandle.of(pid)
                .orElseThrow()
                .descendants()
                .filter(handle -> handle.info().commandLine().orElse("").contains("stripe-emulator"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no local Stripe below process " + pid));
        child.destroyForcibly();
        child.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }

    /** Where it is. */
    public String url() {
        return url.toString();
    }

    /** Starts one with the data of the one before, at the same address. */
    static LocalStripeProcess startAgain(Path data, URI at) {
        return start(data, "--port", Integer.toString(at.getPort()));
    }

    /** Starts one; the options say where. */
    public static LocalStripeProcess start(Path data, String... options) {
        try {
            List<String> command = new ArrayList<>(Sandbox.java("-Xmx128m"));
            command.addAll(List.of("-jar", JAR.toString(), "--json", "--data", data.toString()));
            command.addAll(List.of(options));
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
            String line = output.readLine();
            if (line == null) {
                throw new IllegalStateException("the local Stripe did not start");
            }
            return new LocalStripeProcess(
                    process, URI.create(JSON.readTree(line).get("url").asText()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }
}
