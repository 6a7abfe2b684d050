package dev.quittance.emulator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.account.AccountSpec;
import dev.quittance.emulator.api.AccountKeys;
import dev.quittance.emulator.journal.Journal;
import dev.quittance.emulator.port.Chance;
import dev.quittance.emulator.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmulatorServerIT {
    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private final EmulatorServer server = EmulatorServer.start(EmulatorSettings.onThisMachine(0, Journal.inMemory()));
    private final AccountKeys keys =
            server.stripe().addAccount(new AccountSpec("Ridgeline Roofing", "US", "usd", Optional.empty()));
    private final Browser browser = Browser.at(server.url(), keys.secretKey());

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_payer_pays_and_the_business_hears_of_it_before_the_redirect() throws Exception {
        try (Receiver receiver = Receiver.open()) {
            browser.listen(receiver, "checkout.session.completed");
            ObjectNode session = browser.session();

            HttpResponse<String> paid = browser.pay(session);

            assertThat(paid.statusCode()).isEqualTo(303);
            assertThat(paid.headers().firstValue("Location"))
                    .contains("http://crm.example/paid?s=" + session.path("id").asText());
            assertThat(paid.headers().firstValue("Emulator-Awaits-Event")).isEmpty();
            assertThat(receiver.next(Duration.ofMillis(1))).contains("checkout.session.completed");
            assertThat(browser.api("GET", "/v1/events?type=checkout.session.completed", Map.of())
                            .at("/data/0/pending_webhooks")
                            .asInt())
                    .isZero();
        }
    }

    @Test
    void the_redirect_waits_until_the_webhook_is_answered() throws Exception {
        try (Receiver receiver = Receiver.closedGate()) {
            browser.listen(receiver, "checkout.session.completed");
            ObjectNode session = browser.session();

            CompletableFuture<HttpResponse<String>> paid = CompletableFuture.supplyAsync(() -> {
                try {
                    return browser.pay(session);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });

            assertThat(receiver.next(SOON)).isNotEmpty();
            assertThat(paid).isNotDone();
            receiver.letThrough();
            assertThat(paid.get(SOON.toSeconds(), TimeUnit.SECONDS).statusCode())
                    .isEqualTo(303);
        }
    }

    @Test
    void an_endpoint_that_is_down_does_not_hold_the_payer() throws Exception {
        browser.api(
                "POST", "/v1/webhook_endpoints", Map.of("url", "http://localhost:1/nobody", "enabled_events[0]", "*"));

        assertThat(browser.pay(browser.session()).statusCode()).isEqualTo(303);
    }

    @Test
    void charge_updated_follows_by_itself() throws Exception {
        try (Receiver receiver = Receiver.open()) {
            browser.listen(receiver, "charge.updated");
            browser.pay(browser.session());

            String event = receiver.next(SOON);

            assertThat(event).contains("charge.updated");
            assertThat(Json.read(event).at("/data/object/balance_transaction").asText())
                    .startsWith("txn_");
            assertThat(receiver.signatures())
                    .allSatisfy(signature -> assertThat(signature).matches("t=[0-9]+,v1=[0-9a-f]{64}"));
        }
    }

    @Test
    void a_moved_clock_lets_the_next_try_fall_due() throws Exception {
        Path clockFile = folder.resolve("clock");
        OffsetClock clock = new OffsetClock(clockFile, InstantSource.system());
        try (EmulatorServer moved = EmulatorServer.start(
                        EmulatorSettings.onThisMachine(0, Journal.inMemory()).withClock(clock));
                Receiver receiver = Receiver.open()) {
            AccountKeys account = moved.stripe().addAccount(new AccountSpec("A", "US", "usd", Optional.empty()));
            Browser there = Browser.at(moved.url(), account.secretKey());
            there.listen(receiver, "customer.created");
            receiver.answer(500);
            there.api("POST", "/v1/customers", Map.of());
            assertThat(receiver.next(SOON)).isNotEmpty();
            assertThat(receiver.next(Duration.ofSeconds(1))).isEmpty();
            receiver.answer(200);

            Files.writeString(clockFile, "PT11M\n");
            moved.wake();

            assertThat(receiver.next(SOON)).contains("customer.created");
        }
    }

    @Test
    void the_clock_keeps_its_last_offset_while_its_file_is_unreadable() throws IOException {
        Path file = folder.resolve("clock");
        Instant real = Instant.parse("2026-11-23T10:00:00Z");
        OffsetClock clock = new OffsetClock(file, () -> real);

        assertThat(clock.instant()).isEqualTo(real);
        Files.writeString(file, "P30D");
        assertThat(clock.instant()).isEqualTo(real.plus(Duration.ofDays(30)));
        Files.writeString(file, "P3");
        assertThat(clock.instant()).isEqualTo(real.plus(Duration.ofDays(30)));
        Files.delete(file);
        assertThat(clock.instant()).isEqualTo(real);
    }

    @Test
    void a_body_that_is_too_long_is_refused_and_the_connection_lives_or_says_that_it_ends() throws Exception {
        byte[] tooLong = new byte[2_000_000];
        try (Socket socket = new Socket("localhost", server.url().getPort())) {
            say(socket, "POST /v1/customers", "Content-Length: " + tooLong.length);
            socket.getOutputStream().write(tooLong);
            say(socket, "GET /v1/account", "Connection: close");

            assertThat(rest(socket)).containsSubsequence("HTTP/1.1 413", "HTTP/1.1 200");
        }
        try (Socket socket = new Socket("localhost", server.url().getPort())) {
            say(socket, "POST /v1/customers", "Content-Length: 900000000");
            for (int i = 0; i < 9; i++) {
                socket.getOutputStream().write(tooLong);
            }

            assertThat(rest(socket)).startsWith("HTTP/1.1 413").containsIgnoringCase("Connection: close");
        }
    }

    private void say(Socket socket, String call, String header) throws IOException {
        socket.setSoTimeout((int) SOON.toMillis());
        socket.getOutputStream()
                .write((call + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + keys.secretKey() + "\r\n"
                                + header + "\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String rest(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void nobody_gets_more_than_stripes_error_shape_for_nonsense() throws Exception {
        for (String path : new String[] {"/v1/%2e%2e/x", "/v1//account", "/v1/customers/..;/x", "/%00"}) {
            try (Socket socket = new Socket("localhost", server.url().getPort())) {
                socket.getOutputStream()
                        .write(("GET " + path
                                        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                                        + keys.secretKey() + "\r\n\r\n")
                                .getBytes(StandardCharsets.ISO_8859_1));
                try (InputStream in = socket.getInputStream()) {
                    String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    assertThat(answer).as(path).matches("(?s)HTTP/1.1 4.*").doesNotContain("Exception");
                }
            }
        }
        assertThat(browser.send("POST", "/v1/customers", Map.of("name", "x".repeat(2_000_000)))
                        .statusCode())
                .isEqualTo(413);
        assertThat(browser.api("GET", "/v1/customers", Map.of()).path("data")).isEmpty();
    }

    @Test
    void a_taken_port_says_so() {
        assertThatThrownBy(() -> EmulatorServer.start(
                        EmulatorSettings.onThisMachine(server.url().getPort(), Journal.inMemory())))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("--port");
    }

    @Test
    void an_origin_of_ones_own_stands_in_every_address() throws Exception {
        try (EmulatorServer other = EmulatorServer.start(new EmulatorSettings(
                "127.0.0.1",
                0,
                Optional.of(URI.create("https://stripe.example")),
                Journal.inMemory(),
                InstantSource.system(),
                Chance.secure(),
                Duration.ZERO))) {
            assertThat(other.url()).hasToString("https://stripe.example");
        }
    }
}
