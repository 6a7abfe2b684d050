package dev.quittance.trials.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * One run of {@code demo --json}.
 *
 * @param exit its exit status
 * @param lines what it printed, an object a line
 * @param log what it said beside that
 */
record Demo(int exit, List<JsonNode> lines, String log) {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** The demo gives up by itself within 60 s for each step; this is for a demo that hangs. */
    private static final long HANGS_AFTER_SECONDS = 180;

    static Demo run(Path folder, String... options) {
        try {
            Files.createDirectories(folder);
            Path output = folder.resolve("demo.json");
            Path log = folder.resolve("demo.log");
            List<String> command = new ArrayList<>(Sandbox.java("-Xmx128m"));
            command.addAll(List.of("-jar", Sandbox.APP.toString(), "demo", "--json"));
            command.addAll(List.of(options));
            Process process = new ProcessBuilder(command)
                    .redirectOutput(output.toFile())
                    .redirectError(log.toFile())
                    .start();
            if (!process.waitFor(HANGS_AFTER_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the demo hangs: " + Files.readString(output));
            }
            List<JsonNode> lines = new ArrayList<>();
            for (String line : Files.readAllLines(output, StandardCharsets.UTF_8)) {
                lines.add(JSON.readTree(line));
            }
            return new Demo(process.exitValue(), List.copyOf(lines), Files.readString(log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    List<String> steps() {
        return lines.stream()
                .filter(line -> line.has("step") && line.has("ms"))
                .map(line -> line.get("step").asText())
                .collect(Collectors.toList());
    }

    JsonNode last() {
        return lines.get(lines.size() - 1);
    }
}
