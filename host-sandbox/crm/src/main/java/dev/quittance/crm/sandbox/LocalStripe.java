package dev.quittance.crm.sandbox;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.platform.IdleConnections;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/**
 * The local Stripe of a data folder, as a process of its own: a card number never comes into this one, and it goes on when this
 * one is killed. One that still runs is found again.
 */
final class LocalStripe implements AutoCloseable {
    /** It starts in a second; a machine with much else to do takes a minute. */
    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(3);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);
    /** It reads keys, so it may not keep what it has read for the next time. */
    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
                    .build())
            .build();

    private final Path said;
    private final ProcessHandle process;

    private LocalStripe(Path said, ProcessHandle process) {
        this.said = said;
        this.process = process;
    }

    /**
     * Finds the one of this folder, or starts one and waits until it says where it is.
     *
     * @param folder where it keeps its journal
     * @param port where it is to listen; 0 for any
     * @param clockFile by which it moves its clock, too
     */
    static LocalStripe start(Path folder, int port, Optional<Path> clockFile) throws IOException {
        Files.createDirectories(folder);
        Path said = folder.resolve("running.json");
        Optional<ProcessHandle> running = findRunning(said);
        if (running.isPresent()) {
            return new LocalStripe(said, running.get());
        }
        Path output = folder.resolve("output.json");
        Files.deleteIfExists(output);
        PrivateFile.create(output);
        List<String> command = new ArrayList<>(Launch.emulator());
        command.addAll(List.of("--data", folder.toString(), "--port", Integer.toString(port), "--json"));
        clockFile.ifPresent(file -> command.addAll(List.of("--clock-file", file.toString())));
        Process process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("log.txt").toFile()))
                .start();
        process.getOutputStream().close();
        await(process, output, said);
        return new LocalStripe(said, process.toHandle());
    }

    /** Where it is. */
    URI url() throws IOException {
        return URI.create(read(said).path("url").asText());
    }

    /** The secret key of the account that belongs to an organisation. Read anew each time, so that nothing keeps it. */
    String secretKey(String organisation) throws IOException {
        for (JsonNode account : read(said).path("accounts")) {
            if (account.path("name").asText().equals(organisation)) {
                return account.path("secretKey").asText();
            }
        }
        throw new StartException("The local Stripe has no account for " + organisation + ".");
    }

    /** Ends it. */
    @Override
    public void close() {
        process.destroy();
        try {
            process.onExit().get(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            Files.deleteIfExists(said);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | ExecutionException | TimeoutException e) {
            process.destroyForcibly();
        }
    }

    private static void await(Process process, Path output, Path said) throws IOException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (true) {
            String line = Files.readString(output, StandardCharsets.UTF_8);
            if (line.endsWith("\n")) {
                ObjectNode kept = (ObjectNode) JSON.readTree(line);
                kept.put("pid", process.pid());
                process.info().startInstant().ifPresent(at -> kept.put("startedAt", at.toString()));
                PrivateFile.write(said, kept.toString());
                Files.delete(output);
                return;
            }
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new StartException(
                        "The local Stripe did not start; its log says why: " + output.resolveSibling("log.txt"));
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    /** The process that this folder's file names, if it still runs, is not another one by now, and knows the folder's key. */
    private static Optional<ProcessHandle> findRunning(Path said) {
        if (!Files.exists(said)) {
            return Optional.empty();
        }
        try {
            JsonNode kept = read(said);
            Optional<ProcessHandle> process =
                    ProcessHandle.of(kept.path("pid").asLong()).filter(ProcessHandle::isAlive);
            boolean same = process.flatMap(found -> found.info().startInstant())
                    .map(Instant::toString)
                    .map(started -> started.equals(kept.path("startedAt").asText()))
                    .orElse(false);
            return same && answers(kept) ? process : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean answers(JsonNode kept) {
        URI account = URI.create(kept.path("url").asText() + "/v1/account");
        HttpRequest request = HttpRequest.newBuilder(account)
                .header("Authorization", "Bearer " + kept.path("secretKey").asText())
                .timeout(ANSWER_LIMIT)
                .build();
        IdleConnections.closeSoon();
        try {
            HttpClient http =
                    HttpClient.newBuilder().connectTimeout(ANSWER_LIMIT).build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static JsonNode read(Path file) throws IOException {
        return JSON.readTree(Files.readString(file, StandardCharsets.UTF_8));
    }
}
