package dev.quittance.crm.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * The ports of a sandbox, kept with its data: links in mails, addresses of hosted pages and of webhooks name them, and are to
 * work after the next start, too.
 */
final class Ports {
    private static final int USUAL_CRM = 8080;
    private static final int USUAL_STRIPE = 8081;
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final Path file;

    Ports(Path data) {
        this.file = data.resolve("ports.json");
    }

    /** The port to try for the CRM; 0 for any. With 0 asked for, the one it had is taken again if it is free. */
    int crm(OptionalInt asked) throws IOException {
        if (asked.isPresent() && asked.getAsInt() != 0) {
            return asked.getAsInt();
        }
        OptionalInt kept = kept("crm");
        if (asked.isPresent()) {
            return kept.isPresent() && isFree(kept.getAsInt()) ? kept.getAsInt() : 0;
        }
        return kept.orElse(USUAL_CRM);
    }

    /** The port to try for the local Stripe; any where the CRM's is any, or the usual one is taken. */
    int stripe(OptionalInt asked) throws IOException {
        int wanted = kept("stripe").orElse(asked.isPresent() ? 0 : USUAL_STRIPE);
        return wanted != 0 && isFree(wanted) ? wanted : 0;
    }

    void keep(int crm, int stripe) throws IOException {
        PrivateFile.write(
                file,
                JSON.createObjectNode().put("crm", crm).put("stripe", stripe).toString());
    }

    private OptionalInt kept(String name) throws IOException {
        if (!Files.exists(file)) {
            return OptionalInt.empty();
        }
        JsonNode port = JSON.readTree(Files.readString(file)).path(name);
        return port.isInt() && port.asInt() > 0 ? OptionalInt.of(port.asInt()) : OptionalInt.empty();
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
