package dev.quittance.trials.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quittance.trials.person.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A local Stripe that loses connections on demand, and a sandbox host that is started against it when it is asked for. */
final class LossyStripe implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String KEY = "sk_test_resets0000000001";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final LocalStripeProcess stripe;
    private final HttpClient http = HttpClient.newHttpClient();
    private Optional<Sandbox> sandbox = Optional.empty();

    private LossyStripe(Path folder, LocalStripeProcess stripe) {
        this.folder = folder;
        this.stripe = stripe;
    }

    static LossyStripe start(Path folder) {
        return new LossyStripe(
                folder,
                LocalStripeProcess.start(
                        folder.resolve("stripe"),
                        "--port",
                        "0",
                        "--secret-key",
                        KEY,
                        "--account",
                        "Ridgeline Roofing:US:usd"));
    }

    Sandbox host() {
        if (sandbox.isEmpty()) {
            try {
                Files.createDirectories(folder);
                Path key = Files.writeString(folder.resolve("key"), KEY);
                sandbox = Optional.of(Sandbox.start(
                        folder.resolve("data"), "--stripe-url", stripe.url(), "--stripe-key-file", key.toString()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return sandbox.get();
    }

    Walk office() {
        Walk office = new Walk(host());
        office.signIn(host().login("office", 0));
        return office;
    }

    /** What Stripe lists to whoever asks with the account's key. */
    JsonNode list(String path) {
        URI address = URI.create(stripe.url()).resolve("/v1/" + path);
        return read(new Person().askWithKey(address, KEY).body()).path("data");
    }

    /** Method and path of each kind of POST that came. */
    Set<String> posts() {
        Set<String> sent = new TreeSet<>();
        local("GET", "posts", "").path("data").forEach(post -> {
            String[] words = post.asText().split(" ");
            sent.add(words[0] + " " + words[1]);
        });
        return sent;
    }

    /** The next such POST loses its connection. */
    void lose(String post, String effect) {
        String path = post.substring("POST ".length()).replace("{id}", "*");
        local("POST", "faults", "effect=" + effect + "&method=POST&count=1&path=" + path);
    }

    /** The kinds of POST that lost a connection. */
    Set<String> lost() {
        Set<String> lost = new TreeSet<>();
        local("GET", "faults", "").path("data").forEach(rule -> {
            if (rule.path("fired").asInt() > 0) {
                lost.add("POST " + rule.path("path").asText().replace("*", "{id}"));
            }
        });
        return lost;
    }

    private JsonNode local(String method, String path, String form) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(stripe.url()).resolve("/_local/" + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return read(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        sandbox.ifPresent(Sandbox::close);
        stripe.close();
    }
}
