package dev.quittance.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.sample.PluginBuild;
import dev.quittance.platform.sample.TestDatabase;
import dev.quittance.platform.sample.TestHost;
import dev.quittance.platform.sample.TestServer;
import dev.quittance.platform.sample.Until;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RestFrontIT {
    private static final String WISHES = "/api/plugins/sample/notes/wishes/";
    private static final String KEY = "key-of-sixteen-or-more";

    @TempDir
    Path data;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void the_first_answer_to_a_key_is_given_again(TestDatabase database) throws Exception {
        try (TestHost host = new TestHost(database);
                TestServer server = enabled(host)) {
            HttpResponse<String> first = wish(server, "201", "{\"word\":\"a\"}", KEY);
            HttpResponse<String> second = wish(server, "201", "{\"word\":\"a\"}", KEY);
            HttpResponse<String> other = wish(server, "201", "{\"word\":\"a\"}", KEY + "2");

            assertThat(first.headers().firstValue("Idempotent-Replayed")).isEmpty();
            assertThat(second.headers().firstValue("Idempotent-Replayed")).hasValue("true");
            assertThat(second.statusCode()).isEqualTo(201);
            assertThat(second.body()).isEqualTo(first.body());
            assertThat(second.headers().firstValue("Location"))
                    .isEqualTo(first.headers().firstValue("Location"))
                    .isPresent();
            assertThat(second.headers().firstValue("Content-Type")).hasValue("application/json");
            assertThat(other.body()).isNotEqualTo(first.body());
            assertThat(wishes(server, "a")).isEqualTo(2);
            assertThat(server.get("olga", "/api/plugins/sample/notes?prefix=wish")
                            .body())
                    .contains("wish a " + KEY);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_key_is_the_users_own_for_one_address_and_one_body(TestDatabase database) throws Exception {
        try (TestHost host = new TestHost(database);
                TestServer server = enabled(host)) {
            wish(server, "201", "{\"word\":\"b\"}", KEY);

            HttpResponse<String> reused = wish(server, "201", "{\"word\":\"c\"}", KEY);
            HttpResponse<String> elsewhere = wish(server, "202", "{\"word\":\"b\"}", KEY);
            HttpResponse<String> somebody = server.postBytes(
                    "dieter",
                    WISHES + "201",
                    "{\"word\":\"b\"}".getBytes(StandardCharsets.UTF_8),
                    "Content-Type",
                    "application/json",
                    "Idempotency-Key",
                    KEY);

            assertThat(reused.statusCode()).isEqualTo(422);
            assertThat(reused.body()).contains("\"code\":\"idempotency_key_reused\"");
            assertThat(elsewhere.headers().firstValue("Idempotent-Replayed")).isEmpty();
            assertThat(somebody.headers().firstValue("Idempotent-Replayed")).isEmpty();
            assertThat(wishes(server, "c")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_a_later_try_could_better_is_not_kept(TestDatabase database) throws Exception {
        try (TestHost host = new TestHost(database);
                TestServer server = enabled(host)) {
            for (String status : List.of("500", "503", "401", "403", "429", "409", "422")) {
                wish(server, status, "{\"word\":\"s" + status + "\"}", KEY);
                wish(server, status, "{\"word\":\"s" + status + "\"}", KEY);
            }

            assertThat(List.of("s500", "s503", "s401", "s403", "s429"))
                    .allSatisfy(word -> assertThat(wishes(server, word)).isEqualTo(2));
            assertThat(List.of("s409", "s422"))
                    .allSatisfy(word -> assertThat(wishes(server, word)).isEqualTo(1));
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void while_the_first_is_being_answered_the_second_is_told_to_wait(TestDatabase database) throws Exception {
        try (TestHost host = new TestHost(database);
                TestServer server = enabled(host)) {
            // The plugin's classes are its own; what both sides know is the JDK's.
            CountDownLatch wake = new CountDownLatch(1);
            System.getProperties().put("sample.nap", wake);
            CompletableFuture<Integer> first = CompletableFuture.supplyAsync(() -> status(server));
            Until.comesTrue(() -> wishes(server, "nap") == 1);

            HttpResponse<String> second = wish(server, "201", "{\"word\":\"nap\"}", KEY);

            assertThat(second.statusCode()).isEqualTo(409);
            assertThat(second.body()).contains("\"code\":\"idempotency_key_in_use\"");
            wake.countDown();
            assertThat(first.get()).isEqualTo(201);
            assertThat(wishes(server, "nap")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_header_that_is_no_key_is_refused(TestDatabase database) throws Exception {
        try (TestHost host = new TestHost(database);
                TestServer server = enabled(host)) {
            for (String key : List.of("short", "fifteen-chars-x", "with a space in it", "k".repeat(129))) {
                HttpResponse<String> answer = wish(server, "201", "{\"word\":\"never\"}", key);
                assertThat(answer.statusCode()).as(key).isEqualTo(400);
                assertThat(answer.body()).contains("\"code\":\"idempotency_key_invalid\"");
            }
            assertThat(wish(server, "201", "{\"word\":\"never\"}", KEY, "Idempotency-Key", KEY)
                            .statusCode())
                    .isEqualTo(400);
            assertThat(wishes(server, "never")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_is_wrong_is_said_as_a_problem_with_a_code(TestDatabase database) throws Exception {
        try (TestHost host = new TestHost(database);
                TestServer server = enabled(host)) {
            problem(wish(server, "201", "{\"wort\":\"x\"}"), 400, "unknown_field", "\\\"wort\\\"");
            problem(wish(server, "201", "{\"word\":\"x\",\"count\":\"y\"}"), 400, "bad_field", "\\\"count\\\"");
            problem(wish(server, "201", "{\"more\":[{\"word\":1}]}"), 400, "bad_field", "more.[0].word");
            problem(wish(server, "201", "{\"word\":\"x\",\"word\":\"y\"}"), 400, "bad_json", "Nothing was done");
            problem(wish(server, "201", "{\"word\":\"x\"} {}"), 400, "bad_json", "Nothing was done");
            problem(
                    wish(server, "201", "{\"more\":[".repeat(30) + "]}".repeat(30)),
                    400,
                    "json_too_large",
                    "Nothing was done");
            problem(server.send("olga", "DELETE", "/api/plugins/sample/notes"), 405, "method_not_allowed", "");
            problem(
                    server.get("olga", "/api/plugins/sample/notes", "Accept", "application/xml"),
                    406,
                    "not_acceptable",
                    "");
            problem(
                    server.postBytes("olga", WISHES + "201", new byte[2], "Content-Type", "text/plain"),
                    415,
                    "unsupported_media_type",
                    "");
            problem(server.get("nobody", "/api/plugins/sample/notes"), 403, "permission_missing", "sample.view");
            problem(server.send("olga", "OPTIONS", "/api/plugins/sample/notes"), 403, "permission_missing", "");
            for (String accept : List.of("*/*", "text/html", "text/html,application/xhtml+xml;q=0.9")) {
                assertThat(server.get("olga", "/api/plugins/sample/notes", "Accept", accept)
                                .headers()
                                .firstValue("Content-Type"))
                        .as(accept)
                        .hasValue("application/json");
            }
        }
    }

    private static void problem(HttpResponse<String> answer, int status, String code, String detail) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"").contains(detail);
    }

    private static int status(TestServer server) {
        try {
            return wish(server, "201", "{\"word\":\"nap\"}", KEY).statusCode();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<String> wish(TestServer server, String status, String body, String... keys)
            throws Exception {
        List<String> headers = new ArrayList<>(List.of("Content-Type", "application/json"));
        Arrays.stream(keys).filter(key -> !key.equals("Idempotency-Key")).forEach(key -> {
            headers.add("Idempotency-Key");
            headers.add(key);
        });
        return server.postBytes(
                "olga", WISHES + status, body.getBytes(StandardCharsets.UTF_8), headers.toArray(new String[0]));
    }

    private static int wishes(TestServer server, String word) throws Exception {
        String notes = server.get("olga", "/api/plugins/sample/notes?prefix=wish%20" + word + "%20")
                .body();
        return notes.split("\"wish " + word, -1).length - 1;
    }

    private TestServer enabled(TestHost host) throws Exception {
        TestServer server = new TestServer(host, data.resolve("data"), UnaryOperator.identity());
        server.platform().plugins().install(PluginBuild.of("sample", "1.0.0").zip(data));
        server.platform().plugins().enable("sample");
        return server;
    }
}
