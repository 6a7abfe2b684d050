package dev.quittance.trials.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands before a local Stripe and tells what it tells, but for amounts that a bank takes its time for: a paid session of such an
 * amount is read as one whose money is on its way, as bank debits are for days.
 */
final class SlowBank implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> HOP =
            Set.of("host", "connection", "content-length", "expect", "upgrade", "http2-settings");

    private final URI stripe;
    private final HttpServer server;
    private final ExecutorService workers = Executors.newFixedThreadPool(8);
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Set<Long> slow = ConcurrentHashMap.newKeySet();

    SlowBank(String stripe) {
        this.stripe = URI.create(stripe);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::pass);
        server.setExecutor(workers);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** From now on, payments of so many cents stay on their way. */
    void takesItsTimeFor(long cents) {
        slow.add(cents);
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] asked = exchange.getRequestBody().readAllBytes();
            HttpRequest.Builder request = HttpRequest.newBuilder(stripe.resolve(exchange.getRequestURI()))
                    .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(asked));
            exchange.getRequestHeaders().forEach((name, values) -> {
                if (!HOP.contains(name.toLowerCase(Locale.ROOT))) {
                    values.forEach(value -> request.header(name, value));
                }
            });
            HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            answer.headers().map().forEach((name, values) -> {
                if (!HOP.contains(name.toLowerCase(Locale.ROOT)) && !name.equalsIgnoreCase("transfer-encoding")) {
                    values.forEach(value -> exchange.getResponseHeaders().add(name, value));
                }
            });
            boolean api = exchange.getRequestURI().getPath().startsWith("/v1/");
            byte[] told = api ? told(answer.body()) : answer.body();
            exchange.sendResponseHeaders(answer.statusCode(), told.length == 0 ? -1 : told.length);
            exchange.getResponseBody().write(told);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private byte[] told(byte[] body) throws IOException {
        JsonNode answer = JSON.readTree(body);
        if (answer == null || answer.isMissingNode()) {
            return body;
        }
        answer.findParents("payment_status").forEach(session -> delay((ObjectNode) session));
        delay(answer);
        return answer.toString().replace(stripe.toString(), url()).getBytes(StandardCharsets.UTF_8);
    }

    private void delay(JsonNode session) {
        boolean late = session instanceof ObjectNode
                && session.path("status").asText().equals("complete")
                && slow.contains(session.path("amount_total").asLong());
        if (late) {
            ((ObjectNode) session).put("payment_status", "unpaid");
            if (session.path("payment_intent") instanceof ObjectNode intent) {
                intent.put("status", "processing").put("amount_received", 0);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
