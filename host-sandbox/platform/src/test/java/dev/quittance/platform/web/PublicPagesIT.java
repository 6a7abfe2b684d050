package dev.quittance.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.sample.PluginBuild;
import dev.quittance.platform.sample.TestDatabase;
import dev.quittance.platform.sample.TestHost;
import dev.quittance.platform.sample.TestServer;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PublicPagesIT {
    private static final int MAX_PUBLIC_PAGE_BYTES = 60_000;
    private static final String NOTES = "/api/plugins/sample/notes?prefix=";

    private final TestHost host;
    private final TestServer server;

    PublicPagesIT() throws Exception {
        Path data = Files.createTempDirectory("public");
        host = new TestHost(TestDatabase.H2);
        server = new TestServer(host, data, UnaryOperator.identity());
        server.platform().plugins().install(PluginBuild.of("sample", "1.0.0").zip(data));
    }

    @BeforeAll
    void enable() {
        server.platform().plugins().enable("sample");
    }

    @AfterAll
    void end() throws Exception {
        server.close();
        host.close();
    }

    @Test
    void a_public_page_keeps_to_itself() throws Exception {
        HttpResponse<String> page = server.get("", "/see/tok-1");

        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .contains("form-action 'self' https://pay.sample.test;")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.body())
                .doesNotContain("<script")
                .doesNotContain(" style=")
                .doesNotContain("evil.test");
        int size = page.body().length()
                + server.get("", server.platform().assets().href("public.css"))
                        .body()
                        .length();
        assertThat(size).isLessThan(MAX_PUBLIC_PAGE_BYTES);
    }

    @Test
    void it_is_in_the_organisations_name_and_the_browsers_language() throws Exception {
        HttpResponse<String> page = server.get("", "/see/tok-1", "Accept-Language", "de-DE");

        assertThat(page.body())
                .contains("Ridgeline Roofing")
                .contains("<html lang=\"de-DE\">")
                .contains("+1 555 0100");
        assertThat(page.body())
                .contains("Pay &lt;now&gt;")
                .contains("6.000,00\u00a0EUR")
                .contains("color-scheme");
    }

    @Test
    void a_page_that_waits_looks_again_without_script() throws Exception {
        assertThat(server.get("", "/see/tok/done").body()).contains("<meta http-equiv=\"refresh\" content=\"5\">");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/see/unknown", "/see", "/see/", "/see/TOK", "/see/%00", "/see/..%2f"})
    void an_unknown_address_does_not_say_why(String path) throws Exception {
        HttpResponse<String> answer = server.get("", path);

        assertThat(answer.body()).doesNotContain("Pay").doesNotContain("Exception");
        boolean notThere = answer.statusCode() == 404 && answer.body().contains("There is nothing here");
        assertThat(notThere || answer.statusCode() == 400 || answer.body().equals("the host's own page"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"tok-1,303,", "tok-again,422,You have not been charged", "tok-refuse,409,It is closed.", "tok-done,303,"
    })
    void a_submission_is_answered_without_script(String token, int status, String says) throws Exception {
        String path = "/see/" + token;
        HttpResponse<String> answer = server.post("", path, TestServer.filledIn(server.get("", path), "tip", "1.50"));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(says == null ? "" : says);
        assertThat(server.get("olga", NOTES + "public").body()).contains("public:1.50");
    }

    @Test
    void a_tip_that_cannot_be_read_comes_back() throws Exception {
        HttpResponse<String> answer =
                server.post("", "/see/tok-2", TestServer.filledIn(server.get("", "/see/tok-2"), "tip", "1,5"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("value=\"1,5\"")
                .contains("pay-tip-error")
                .contains("Ridgeline Roofing");
    }

    @ParameterizedTest
    @CsvSource({"Sec-Fetch-Site,cross-site", "Sec-Fetch-Site,same-site", "Origin,https://evil.test"})
    void a_post_of_another_site_does_nothing(String header, String value) throws Exception {
        Map<String, String> form = TestServer.filledIn(server.get("", "/see/tok-3"), "tip", "77.70");

        assertThat(server.post("", "/see/tok-3", form, header, value).statusCode())
                .isEqualTo(403);
        assertThat(server.get("olga", NOTES + "public:77").body()).doesNotContain("77.70");
    }

    @Test
    void a_post_without_a_submission_key_does_nothing() throws Exception {
        assertThat(server.post("", "/see/tok-3", Map.of("tip", "66.60")).statusCode())
                .isEqualTo(400);
        assertThat(server.get("olga", NOTES + "public:66").body()).doesNotContain("66.60");
    }

    @Test
    void a_plugin_that_fails_shows_no_detail() throws Exception {
        HttpResponse<String> answer = server.get("", "/see/boom");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("reference").doesNotContain("detail").doesNotContain("Exception");
    }

    @Test
    void a_webhook_arrives_as_raw_bytes() throws Exception {
        HttpResponse<String> answer = server.postBytes(
                "olga", "/webhooks/sample/good", new byte[] {(byte) 0xff, 1, 2}, "X-Sig", "s1", "Cookie", "a=b");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(server.get("olga", NOTES + "hook").body()).contains("hook:3:255:s1:\"");
    }

    @ParameterizedTest
    @CsvSource({"bad,400", "none,404", "boom,503"})
    void a_webhooks_answer_is_its_status(String endpoint, int status) throws Exception {
        assertThat(server.postBytes("", "/webhooks/sample/" + endpoint, new byte[1])
                        .statusCode())
                .isEqualTo(status);
    }

    @Test
    void webhooks_are_bounded_and_by_post_only() throws Exception {
        assertThat(server.postBytes("", "/webhooks/sample/good", new byte[256 * 1024 + 1])
                        .statusCode())
                .isEqualTo(413);
        assertThat(server.postBytes("", "/webhooks/sample/good", new byte[256 * 1024])
                        .statusCode())
                .isEqualTo(200);
        assertThat(server.get("", "/webhooks/sample/good").statusCode()).isEqualTo(405);
        assertThat(server.postBytes("", "/webhooks/other/good", new byte[1]).statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"/webhooks/sample/good,413", "/see/tok-3,403"})
    void who_is_refused_before_the_body_came_is_told_that_the_connection_ends(String path, int status)
            throws Exception {
        try (Socket socket = new Socket(server.base().getHost(), server.base().getPort())) {
            String head = "POST " + path + " HTTP/1.1\r\nHost: " + server.base().getAuthority()
                    + "\r\nOrigin: https://evil.test\r\nContent-Length: 300000\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));

            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 " + status).containsIgnoringCase("\r\nConnection: close\r\n");
        }
    }

    @RepeatedTest(50)
    void a_body_far_too_large_gets_its_answer_although_it_was_refused_while_it_came() throws Exception {
        assertThat(server.postBytes("", "/webhooks/sample/good", new byte[800 * 1024])
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void a_plugin_that_is_off_says_try_again() throws Exception {
        server.platform().plugins().disable("sample");
        try {
            assertThat(server.postBytes("", "/webhooks/sample/good", new byte[1])
                            .statusCode())
                    .isEqualTo(503);
            assertThat(server.get("", "/see/tok-1").statusCode()).isEqualTo(503);
            assertThat(server.get("olga", "/x/sample/settings").statusCode()).isEqualTo(503);
            assertThat(server.get("olga", "/api/plugins/sample/notes").statusCode())
                    .isEqualTo(404);
        } finally {
            server.platform().plugins().enable("sample");
        }
    }

    @Test
    void rest_is_json_for_people_who_are_signed_in() throws Exception {
        HttpResponse<String> notes = server.get("olga", "/api/plugins/sample/notes?prefix=enabled");
        assertThat(notes.body())
                .contains("\"who\":\"olgatrue\"")
                .contains("\"at\":\"2026-01-02T03:04:05Z\"")
                .contains("enabled true");

        HttpResponse<String> nobody = server.get("", "/api/plugins/sample/notes");
        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(nobody.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        byte[] note = "{\"words\":[\"a\"]}".getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> added =
                server.postBytes("olga", "/api/plugins/sample/notes", note, "Content-Type", "application/json");
        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(added.body()).isEqualTo("{\"got\":[\"a\"]}");
        assertThat(server.postBytes(
                                "olga",
                                "/api/plugins/sample/notes",
                                note,
                                "Content-Type",
                                "application/json",
                                "Sec-Fetch-Site",
                                "cross-site")
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "notes/boom,500,plugin_failed",
        "notes/told,422,not_now",
        "none,404,not_found",
        "notes/none,404,not_found"
    })
    void rest_problems_have_codes_and_no_details(String path, int status, String code) throws Exception {
        HttpResponse<String> answer = server.get("olga", "/api/plugins/sample/" + path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body())
                .contains("\"code\":\"" + code + "\"")
                .doesNotContain("detail\":\"detail")
                .doesNotContain("Exception");
    }

    @Test
    void a_rest_resource_that_fails_gives_a_reference_for_the_log() throws Exception {
        assertThat(server.get("olga", "/api/plugins/sample/notes/boom").body())
                .containsPattern("the reference [A-Za-z0-9_-]{12}\\.");
    }

    @Test
    void broken_json_is_the_callers_mistake() throws Exception {
        byte[] broken = "{\"words\":".getBytes(StandardCharsets.UTF_8);

        assertThat(server.postBytes("olga", "/api/plugins/sample/notes", broken, "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(400);
    }
}
