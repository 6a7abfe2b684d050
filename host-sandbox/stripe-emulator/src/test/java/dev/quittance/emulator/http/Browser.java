package dev.quittance.emulator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Speaks HTTP to a local Stripe, as a business with its key and as a payer with a form. */
record Browser(URI origin, String key, HttpClient client) {
    static Browser at(URI origin, String key) {
        return new Browser(
                origin,
                key,
                HttpClient.newBuilder()
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(Duration.ofSeconds(5))
                        .build());
    }

    HttpResponse<String> send(String method, String path, Map<String, String> form)
            throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(entry -> URLEncoder.encode(entry.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return client.send(
                HttpRequest.newBuilder(origin.resolve(path))
                        .timeout(Duration.ofSeconds(30))
                        .header("Authorization", "Bearer " + key)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    ObjectNode api(String method, String path, Map<String, String> form) throws IOException, InterruptedException {
        HttpResponse<String> response = send(method, path, form);
        if (response.statusCode() != 200) {
            throw new IllegalStateException(response.statusCode() + " " + response.body());
        }
        return Json.read(response.body());
    }

    ObjectNode session() throws IOException, InterruptedException {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("mode", "payment");
        form.put("line_items[0][price_data][currency]", "usd");
        form.put("line_items[0][price_data][unit_amount]", "600000");
        form.put("line_items[0][price_data][product_data][name]", "Deposit");
        form.put("line_items[0][quantity]", "1");
        form.put("success_url", "http://crm.example/paid?s={CHECKOUT_SESSION_ID}");
        return api("POST", "/v1/checkout/sessions", form);
    }

    ObjectNode listen(Receiver receiver, String type) throws IOException, InterruptedException {
        return api("POST", "/v1/webhook_endpoints", Map.of("url", receiver.url(), "enabled_events[0]", type));
    }

    HttpResponse<String> pay(ObjectNode session) throws IOException, InterruptedException {
        return send("POST", URI.create(session.path("url").asText()).getPath(), card());
    }

    static Map<String, String> card() {
        return Map.of(
                "email", "dana@example.com",
                "cardNumber", "4242 4242 4242 4242",
                "cardExpiry", "12/49",
                "cardCvc", "123",
                "billingName", "Dana Whitfield");
    }
}
