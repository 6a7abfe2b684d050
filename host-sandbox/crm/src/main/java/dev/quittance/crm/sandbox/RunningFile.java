package dev.quittance.crm.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.quittance.crm.web.Access;
import dev.quittance.crm.web.Reply;
import dev.quittance.crm.web.Route;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The file by which other commands find a running sandbox: its address, its process, and a token that lets whoever may read the
 * file in. It is there as long as the sandbox runs.
 */
final class RunningFile implements AutoCloseable {
    private static final String NAME = "running.json";
    private static final int TOKEN_BYTES = 32;
    private static final String BEARER = "Bearer ";
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final byte[] authorization;

    private RunningFile(Path file, byte[] authorization) {
        this.file = file;
        this.authorization = authorization;
    }

    /** Refuses to go on if another sandbox runs on this data. */
    static RunningFile prepare(Path data) throws IOException {
        Path file = data.resolve(NAME);
        if (Files.exists(file)) {
            JsonNode running = JSON.readTree(Files.readString(file));
            boolean alive = ProcessHandle.of(running.path("pid").asLong())
                    .filter(found -> found.pid() != ProcessHandle.current().pid())
                    .flatMap(found -> found.info().startInstant())
                    .map(started ->
                            started.toString().equals(running.path("startedAt").asText()))
                    .orElse(false);
            if (alive) {
                throw new StartException("A sandbox runs on this data already: "
                        + running.path("url").asText() + ". Stop it, or choose another folder with --data DIR.");
            }
            Files.delete(file);
        }
        byte[] token = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(token);
        String bearer = BEARER + Base64.getUrlEncoder().withoutPadding().encodeToString(token);
        return new RunningFile(file, bearer.getBytes(StandardCharsets.US_ASCII));
    }

    /** Says that it runs. */
    void write(URI url) throws IOException {
        ProcessHandle self = ProcessHandle.current();
        String bearer = new String(authorization, StandardCharsets.US_ASCII);
        PrivateFile.write(
                file,
                JSON.createObjectNode()
                        .put("url", url.toString())
                        .put("pid", self.pid())
                        .put(
                                "startedAt",
                                self.info().startInstant().map(Object::toString).orElse(""))
                        .put("token", bearer.substring(BEARER.length()))
                        .toString());
    }

    /** Tells whoever has the token that this is the sandbox which wrote the file; to others it does not exist. */
    Route route() {
        return Route.get("/sandbox/status", Access.everybody(), exchange -> {
            String given = exchange.request().getHeader("Authorization");
            byte[] bytes = given == null ? new byte[0] : given.getBytes(StandardCharsets.UTF_8);
            return MessageDigest.isEqual(authorization, bytes)
                    ? Reply.of(
                            200,
                            "application/json",
                            JSON.createObjectNode()
                                    .put("pid", ProcessHandle.current().pid())
                                    .toString()
                                    .getBytes(StandardCharsets.UTF_8))
                    : Reply.text(404, "There is nothing here.\n");
        });
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
