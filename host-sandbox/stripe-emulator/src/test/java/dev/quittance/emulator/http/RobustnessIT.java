package dev.quittance.emulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.account.AccountSpec;
import dev.quittance.emulator.journal.Journal;
import dev.quittance.emulator.wire.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Facts, section 3 (Encoding): whatever is sent, the answer is Stripe's error, and the server goes on. */
final class RobustnessIT {
    private static final int PATIENCE_MILLIS = 60_000;
    private static final int TEN_MEGABYTES = 10 * 1024 * 1024;
    private static final String KEY = "sk_test_robustness01";

    @SuppressWarnings("NullAway.Init")
    private static EmulatorServer server;

    @BeforeAll
    static void start() {
        server = EmulatorServer.start(EmulatorSettings.onThisMachine(0, Journal.inMemory()));
        server.stripe().addAccount(new AccountSpec("A", "US", "usd", Optional.of(KEY)));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void it_still_answers() throws Exception {
        assertThat(Browser.at(server.url(), KEY)
                        .api("GET", "/v1/balance", Map.of())
                        .path("object")
                        .asText())
                .isEqualTo("balance");
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String head(String method, String path, int length) {
        return method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer " + KEY
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + length + "\r\n\r\n";
    }

    private static byte[] post(byte[] body) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(latin(head("POST", "/v1/customers", body.length)));
        all.writeBytes(body);
        return all.toByteArray();
    }

    private static byte[] get(String path) {
        return latin(head("GET", path, 0));
    }

    /** Everything that comes back until the server hangs up. */
    private static String exchange(byte[] request) throws IOException {
        try (Socket socket = new Socket(server.url().getHost(), server.url().getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            try {
                socket.getOutputStream().write(request);
                socket.getOutputStream().flush();
            } catch (IOException e) {
                // It was refused before it was read to its end; the answer is there all the same.
            }
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            byte[] block = new byte[8192];
            try {
                for (int n = socket.getInputStream().read(block);
                        n >= 0;
                        n = socket.getInputStream().read(block)) {
                    answer.write(block, 0, n);
                }
            } catch (java.net.SocketException e) {
                // Reset once the answer was sent, as bytes of the request were left.
            }
            return answer.toString(StandardCharsets.UTF_8);
        }
    }

    private static void isStripesRefusal(String answer, int status) {
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
        assertThat(answer.toLowerCase(java.util.Locale.ROOT)).contains("content-type: application/json");
        assertThat(answer).doesNotContain("\tat ", "Exception", "dev.quittance", "jetty");
        ObjectNode error = (ObjectNode)
                Json.read(answer.substring(answer.indexOf("\r\n\r\n") + 4)).path("error");
        assertThat(error.path("type").asText()).isEqualTo("invalid_request_error");
        assertThat(error.path("message").asText()).isNotEmpty();
    }

    static Stream<Arguments> odd_requests() {
        return Stream.of(
                Arguments.of("a broken percent sign in the body", post(latin("email=%zz")), 400),
                Arguments.of("a percent sign at the end", post(latin("email=%")), 400),
                Arguments.of("a broken percent sign in the query", get("/v1/customers?email=%g0"), 400),
                Arguments.of("a broken percent sign in the path", get("/v1/customers/%zz"), 400),
                Arguments.of("bytes that are no text", post(new byte[] {'a', '=', (byte) 0xc3, (byte) 0x28}), 400),
                Arguments.of("escapes that are no text", post(latin("name=%c3%28")), 400),
                Arguments.of("a null byte in a name", post(latin("na%00me=x")), 400),
                Arguments.of("an empty name", post(latin("=x")), 400),
                Arguments.of("only brackets", post(latin("[]=x")), 400),
                Arguments.of("empty keys inside", post(latin("metadata[][]=x")), 400),
                Arguments.of("1,000 levels", post(latin("a" + "[b]".repeat(1000) + "=x")), 400),
                Arguments.of("brackets that do not close", post(latin("a" + "[".repeat(1000) + "=x")), 400),
                Arguments.of("10,000 parameters", post(latin("a=1&".repeat(10_000))), 400),
                Arguments.of("10 MB", post(new byte[TEN_MEGABYTES]), 413),
                Arguments.of("a method that is not used", latin(head("PATCH", "/v1/customers", 0)), 404),
                Arguments.of("a method that is none", latin(head("BREW", "/v1/customers", 0)), 404),
                Arguments.of("a path with two slashes", get("/v1//customers"), 404),
                Arguments.of("a path that climbs", get("/v1/../../etc/passwd"), 400),
                Arguments.of("no request line", latin("hello\r\n\r\n"), 400),
                Arguments.of("a header without a colon", latin("GET /v1/balance HTTP/1.1\r\nbroken\r\n\r\n"), 400),
                Arguments.of(
                        "headers without end",
                        latin("GET /v1/balance HTTP/1.1\r\nHost: x\r\nX: " + "y".repeat(20_000) + "\r\n\r\n"),
                        431));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void odd_requests(String name, byte[] request, int status) throws IOException {
        String answer = exchange(request);

        assertThat(answer).as(name).isNotEmpty();
        isStripesRefusal(answer, status);
    }

    @Test
    void a_null_byte_in_a_value_comes_back_as_it_was() throws IOException {
        String answer = exchange(post(latin("name=a%00b")));

        assertThat(answer).startsWith("HTTP/1.1 200 ");
        assertThat(answer).contains("a\\u0000b");
    }

    @Test
    void a_slow_client_holds_up_nobody() throws Exception {
        try (Socket slow = new Socket(server.url().getHost(), server.url().getPort())) {
            slow.setSoTimeout(PATIENCE_MILLIS);
            slow.getOutputStream().write(latin(head("POST", "/v1/customers", 11) + "name="));
            slow.getOutputStream().flush();

            assertThat(Browser.at(server.url(), KEY)
                            .api("POST", "/v1/customers", Map.of())
                            .path("object")
                            .asText())
                    .isEqualTo("customer");

            slow.getOutputStream().write(latin("Slowly"));
            slow.getOutputStream().flush();
            byte[] start = slow.getInputStream().readNBytes("HTTP/1.1 200".length());
            assertThat(new String(start, StandardCharsets.ISO_8859_1)).isEqualTo("HTTP/1.1 200");
        }
    }
}
