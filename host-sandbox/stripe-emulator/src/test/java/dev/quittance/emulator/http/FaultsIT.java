package dev.quittance.emulator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quittance.emulator.account.AccountSpec;
import dev.quittance.emulator.api.AccountKeys;
import dev.quittance.emulator.journal.Journal;
import dev.quittance.emulator.wire.Json;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Each fault as a client meets it; the answers are those of "Errors, idempotency, limits" and "Webhooks". */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FaultsIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String CUSTOMERS = "/v1/customers";

    private final EmulatorServer server = EmulatorServer.start(EmulatorSettings.onThisMachine(0, Journal.inMemory()));
    private final AccountKeys keys =
            server.stripe().addAccount(new AccountSpec("Ridgeline Roofing", "US", "usd", Optional.empty()));
    private final Browser browser = Browser.at(server.url(), keys.secretKey());

    @AfterAll
    void stop() {
        server.close();
    }

    @BeforeEach
    void all_is_well() throws Exception {
        browser.api("DELETE", "/_local/faults", Map.of());
        browser.api("POST", "/_local/limits", Map.of("on", "false"));
        browser.api("POST", "/_local/reset", Map.of());
        for (JsonNode endpoint :
                browser.api("GET", "/v1/webhook_endpoints", Map.of()).path("data")) {
            browser.api("DELETE", "/v1/webhook_endpoints/" + endpoint.path("id").asText(), Map.of());
        }
    }

    private void fault(String effect, String... more) throws Exception {
        Map<String, String> form = new HashMap<>(Map.of("effect", effect, "count", "1"));
        for (int i = 0; i < more.length; i += 2) {
            form.put(more[i], more[i + 1]);
        }
        browser.api("POST", "/_local/faults", form);
    }

    private HttpResponse<String> create(String key) throws Exception {
        return browser.client()
                .send(
                        HttpRequest.newBuilder(server.url().resolve(CUSTOMERS))
                                .timeout(SOON)
                                .header("Authorization", "Bearer " + keys.secretKey())
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("Idempotency-Key", key)
                                .POST(HttpRequest.BodyPublishers.ofString("name=Dana"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private int customers() throws Exception {
        return browser.api("GET", CUSTOMERS, Map.of()).path("data").size();
    }

    private static String code(HttpResponse<String> answer) {
        return Json.read(answer.body()).at("/error/code").asText();
    }

    @Test
    void a_rate_limit_is_a_429_that_is_not_remembered() throws Exception {
        fault("rate_limit", "path", CUSTOMERS, "method", "POST");

        HttpResponse<String> first = create("rate");

        assertThat(first.statusCode()).isEqualTo(429);
        assertThat(code(first)).isEqualTo("rate_limit");
        assertThat(first.headers().firstValue("Stripe-Rate-Limited-Reason")).contains("global-rate");
        assertThat(first.headers().firstValue("Request-Id")).isPresent();
        HttpResponse<String> second = create("rate");
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.headers().firstValue("Idempotent-Replayed")).isEmpty();
    }

    @Test
    void a_lock_timeout_is_a_429_and_a_key_in_use_a_409() throws Exception {
        fault("lock_timeout", "path", CUSTOMERS);
        fault("conflict", "path", CUSTOMERS);

        HttpResponse<String> locked = create("lock");
        HttpResponse<String> inUse = create("lock");

        assertThat(locked.statusCode()).isEqualTo(429);
        assertThat(code(locked)).isEqualTo("lock_timeout");
        assertThat(inUse.statusCode()).isEqualTo(409);
        assertThat(code(inUse)).isEqualTo("idempotency_key_in_use");
        assertThat(customers()).isZero();
        assertThat(create("lock").statusCode()).isEqualTo(200);
    }

    @Test
    void a_500_is_remembered_under_its_key_whether_it_was_carried_out_or_not() throws Exception {
        fault("error", "path", CUSTOMERS);
        assertThat(create("not-done").statusCode()).isEqualTo(500);
        assertThat(customers()).isZero();
        HttpResponse<String> replayed = create("not-done");
        assertThat(replayed.statusCode()).isEqualTo(500);
        assertThat(replayed.headers().firstValue("Idempotent-Replayed")).contains("true");

        fault("error_after", "path", CUSTOMERS);
        assertThat(create("done").statusCode()).isEqualTo(500);
        assertThat(customers()).isEqualTo(1);
        assertThat(create("done").statusCode()).isEqualTo(500);
        assertThat(customers()).as("a replay does nothing").isEqualTo(1);
        assertThat(browser.api("GET", "/v1/events?type=customer.created", Map.of())
                        .path("data"))
                .hasSize(1);
        assertThat(create("fresh").statusCode()).isEqualTo(200);
    }

    @Test
    void a_connection_that_breaks_leaves_the_caller_not_knowing() throws Exception {
        fault("reset", "path", CUSTOMERS, "method", "POST", "count", "0");
        assertThatThrownBy(() -> create("before")).isInstanceOf(IOException.class);
        assertThat(customers()).isZero();

        browser.api("DELETE", "/_local/faults", Map.of());
        // The JDK's client sends a POST again by itself where a kept connection breaks; the key makes it one customer.
        fault("reset_after", "path", CUSTOMERS, "method", "POST", "count", "0");
        assertThatThrownBy(() -> create("after")).isInstanceOf(IOException.class);
        assertThat(customers()).isEqualTo(1);
        browser.api("DELETE", "/_local/faults", Map.of());
        assertThat(create("after").statusCode()).isEqualTo(200);
        assertThat(customers()).isEqualTo(1);
    }

    @Test
    void half_an_answer_is_no_answer_although_all_was_done() throws Exception {
        fault("truncate", "path", CUSTOMERS, "method", "POST");

        assertThatThrownBy(() -> create("half")).isInstanceOf(IOException.class);

        assertThat(customers()).isEqualTo(1);
        assertThat(create("half").headers().firstValue("Idempotent-Replayed")).contains("true");
    }

    @Test
    void an_answer_that_waits_holds_up_nobody_else() throws Exception {
        fault("latency", "path", CUSTOMERS, "method", "POST", "millis", "20000");

        CompletableFuture<HttpResponse<String>> slow = CompletableFuture.supplyAsync(() -> {
            try {
                return create("slow");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        Instant asked = Instant.now();
        while (customers() == 0 && Instant.now().isBefore(asked.plus(SOON))) {
            Thread.onSpinWait();
        }

        assertThat(customers()).isEqualTo(1);
        assertThat(slow).isNotDone();
        assertThat(slow.get(SOON.toSeconds(), TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    }

    @Test
    void a_call_that_waits_holds_its_key_until_it_is_answered() throws Exception {
        fault("latency", "method", "POST", "path", CUSTOMERS, "millis", "6000");
        CompletableFuture<HttpResponse<String>> slow = CompletableFuture.supplyAsync(() -> {
            try {
                return create("held");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        long deadline = System.nanoTime() + SOON.toNanos();
        while (!browser.api("GET", "/_local/faults", Map.of()).toString().contains("\"fired\":1")) {
            assertThat(System.nanoTime()).as("the call came").isLessThan(deadline);
        }

        HttpResponse<String> meanwhile = create("held");
        HttpResponse<String> first = slow.get(SOON.toSeconds(), TimeUnit.SECONDS);
        HttpResponse<String> again = create("held");

        assertThat(meanwhile.statusCode()).isEqualTo(409);
        assertThat(meanwhile.body()).contains("idempotency_key_in_use");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
    }

    @Test
    void a_rule_strikes_the_nth_match_so_many_times_and_by_its_seed() throws Exception {
        fault("rate_limit", "path", "/v1/customers/*", "nth", "2", "count", "1");
        String id = Json.read(create("one").body()).path("id").asText();
        List<Integer> seen = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            seen.add(browser.send("GET", CUSTOMERS + "/" + id, Map.of()).statusCode());
        }
        assertThat(seen).containsExactly(200, 429, 200, 200);

        assertThat(struck("7")).isEqualTo(struck("7")).isNotEqualTo(struck("8")).contains(200, 429);
        assertThat(browser.send("POST", "/_local/faults", Map.of("effect", "rain"))
                        .statusCode())
                .isEqualTo(400);
    }

    private List<Integer> struck(String seed) throws Exception {
        browser.api("DELETE", "/_local/faults", Map.of());
        fault("rate_limit", "path", "/v1/account", "percent", "40", "seed", seed, "count", "0");
        List<Integer> seen = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            seen.add(browser.send("GET", "/v1/account", Map.of()).statusCode());
        }
        return seen;
    }

    @Test
    void stripes_limit_in_test_mode_is_25_a_second_and_says_so() throws Exception {
        browser.api("POST", "/_local/limits", Map.of("on", "true"));
        List<CompletableFuture<HttpResponse<String>>> calls = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            calls.add(browser.client()
                    .sendAsync(
                            HttpRequest.newBuilder(server.url().resolve("/v1/account"))
                                    .timeout(SOON)
                                    .header("Authorization", "Bearer " + keys.secretKey())
                                    .build(),
                            HttpResponse.BodyHandlers.ofString()));
        }

        List<HttpResponse<String>> limited = new ArrayList<>();
        for (CompletableFuture<HttpResponse<String>> call : calls) {
            HttpResponse<String> answer = call.get(SOON.toSeconds(), TimeUnit.SECONDS);
            if (answer.statusCode() == 429) {
                limited.add(answer);
            }
        }

        assertThat(limited).isNotEmpty().allSatisfy(answer -> {
            assertThat(code(answer)).isEqualTo("rate_limit");
            assertThat(answer.headers().firstValue("Stripe-Rate-Limited-Reason"))
                    .hasValueSatisfying(reason -> assertThat(reason).endsWith("-rate"));
        });
    }

    @Test
    void a_lost_webhook_never_comes_and_a_doubled_one_comes_twice() throws Exception {
        try (Receiver receiver = Receiver.open()) {
            browser.listen(receiver, "customer.created");
            fault("drop", "event", "customer.*");
            create("lost");
            fault("double", "event", "customer.created");
            String twice = Json.read(create("twice").body()).path("id").asText();

            assertThat(receiver.next(SOON)).contains(twice);
            assertThat(receiver.next(SOON)).contains(twice);
            assertThat(receiver.signatures()).hasSize(2);
        }
    }

    @Test
    void a_delayed_webhook_comes_when_the_clock_says_so() throws Exception {
        try (Receiver receiver = Receiver.open()) {
            browser.listen(receiver, "customer.created");
            fault("delay", "millis", Long.toString(Duration.ofDays(3).toMillis()));
            String late = Json.read(create("late").body()).path("id").asText();
            String prompt = Json.read(create("prompt").body()).path("id").asText();
            assertThat(receiver.next(SOON)).contains(prompt);

            browser.api("POST", "/_local/clock", Map.of("advance", "P3D"));

            assertThat(receiver.next(SOON)).contains(late);
        }
    }

    @Test
    void an_endpoint_that_is_down_is_tried_again() throws Exception {
        try (Receiver receiver = Receiver.open()) {
            browser.listen(receiver, "customer.created");
            fault("down");
            String id = Json.read(create("down").body()).path("id").asText();
            String prompt = Json.read(create("up").body()).path("id").asText();
            assertThat(receiver.next(SOON)).contains(prompt);

            browser.api("POST", "/_local/clock", Map.of("advance", "P1D"));

            assertThat(receiver.next(SOON)).contains(id);
        }
    }

    @Test
    void a_webhook_can_overtake_another() throws Exception {
        try (Receiver receiver = Receiver.open()) {
            browser.listen(receiver, "customer.created");
            fault("reorder", "millis", Long.toString(Duration.ofDays(2).toMillis()));
            String first = Json.read(create("first").body()).path("id").asText();
            String second = Json.read(create("second").body()).path("id").asText();

            assertThat(receiver.next(SOON)).contains(second);
            browser.api("POST", "/_local/clock", Map.of("advance", "P2D"));
            assertThat(receiver.next(SOON)).contains(first);
        }
    }

    @Test
    void an_event_can_be_of_another_release_train_and_is_signed_as_it_is() throws Exception {
        try (Receiver receiver = Receiver.open()) {
            String secret =
                    browser.listen(receiver, "customer.created").path("secret").asText();
            fault("api_version", "version", "2026-09-30.endive");
            create("endive");

            String body = receiver.next(SOON);

            assertThat(Json.read(body).path("api_version").asText()).isEqualTo("2026-09-30.endive");
            String header = receiver.signatures().get(0);
            Instant signed = Instant.ofEpochSecond(Long.parseLong(header.replaceAll("t=([0-9]+),.*", "$1")));
            assertThat(dev.quittance.emulator.wire.Signature.header(
                            java.util.List.of(secret), signed, body.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                    .isEqualTo(header);
        }
    }
}
