package dev.quittance.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.record.RecordRef;
import dev.quittance.platform.sample.PluginBuild;
import dev.quittance.platform.sample.TestDatabase;
import dev.quittance.platform.sample.TestHost;
import dev.quittance.platform.sample.TestServer;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StaffPagesIT {
    private static final String WRITE = "/project/1/actions/sample/write";
    private static final String JSON = "application/vnd.quittance.ui+json";

    private final TestHost host;
    private final TestServer server;

    StaffPagesIT() throws Exception {
        Path data = Files.createTempDirectory("staff");
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
    void the_form_is_shown_escaped_labelled_and_without_its_secret() throws Exception {
        String page = server.get("olga", WRITE).body();

        assertThat(page)
                .contains("data-host=\"yes\"")
                .contains("<h1 class=\"page-title\">Write &lt;b&gt;here&lt;/b&gt;</h1>");
        assertThat(page).contains("Mind &amp; matter").doesNotContain("never-shown");
        assertThat(page).contains("<label class=\"form-label\" for=\"write-amount\">Amount (EUR)");
        assertThat(page).contains("aria-describedby=\"write-what-help\"").contains("type=\"password\"");
        assertThat(page).contains("name=\"_csrf\" value=\"token-of-olga\"").contains("name=\"trace\" value=\"t1\"");
        assertThat(page).contains("href=\"/project/1\">← Project 1</a>");
    }

    @ParameterizedTest
    @CsvSource({"Sec-Fetch-Site,cross-site", "Sec-Fetch-Site,same-site", "Origin,https://evil.test", "Origin,null"})
    void a_form_that_another_site_made_the_browser_send_does_nothing_even_with_the_right_token(
            String header, String value) throws Exception {
        String word = "trap" + Math.abs((header + value).hashCode());
        Map<String, String> form =
                TestServer.filledIn(server.get("olga", WRITE), "what", word, "amount", "10.00", "share", "5");

        HttpResponse<String> answer = server.post("olga", WRITE, form, header, value);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("another site").contains("Nothing was done");
        assertThat(server.get("olga", "/api/plugins/sample/notes?prefix=" + word)
                        .body())
                .doesNotContain(word);
        assertThat(server.post("olga", WRITE, form, "Origin", server.base().toString())
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void numbers_are_shown_and_read_in_the_readers_language() throws Exception {
        HttpResponse<String> page = server.get("dieter", "/project/9/actions/sample/write");
        assertThat(page.body()).contains("value=\"10,00\"").contains("value=\"12,5\"");

        Map<String, String> form = TestServer.filledIn(page, "what", "zahl", "amount", "1.234,50", "share", "7,25");
        assertThat(server.post("dieter", "/project/9/actions/sample/write", form)
                        .statusCode())
                .isEqualTo(303);
        assertThat(server.get("dieter", "/api/plugins/sample/notes?prefix=zahl").body())
                .contains("zahl|1234.50|7.25");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-5", "1.234,5", "12.345", "zwölf", "1e9"})
    void an_amount_that_cannot_be_read_comes_back_at_its_field(String amount) throws Exception {
        Map<String, String> form =
                TestServer.filledIn(server.get("olga", WRITE), "what", "never", "amount", amount, "key", "sk_1");

        HttpResponse<String> answer = server.post("olga", WRITE, form);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("<a href=\"#write-amount\">").contains("id=\"write-amount-error\"");
        assertThat(answer.body()).contains("tabindex=\"-1\" autofocus").contains("aria-invalid=\"true\"");
        assertThat(answer.body()).contains("value=\"never\"").doesNotContain("sk_1");
        assertThat(server.get("olga", "/api/plugins/sample/notes?prefix=never").body())
                .doesNotContain("never|");
    }

    @Test
    void a_choice_fills_the_form_anew_by_its_button_and_by_the_query() throws Exception {
        Map<String, String> form = TestServer.filledIn(
                server.get("olga", WRITE), "kind", "long", "amount", "3", "to", "a@b.example", "_show", "1");

        HttpResponse<String> shown = server.post("olga", WRITE, form);
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body()).contains("value=\"2000.00\"").contains("value=\"a@b.example\"");
        assertThat(server.get("olga", WRITE + "?kind=long").body()).contains("value=\"2000.00\"");
    }

    @ParameterizedTest
    @CsvSource({
        "again,422,Another word",
        "refuse,409,Not today. Nothing was charged.",
        "absent,404,There is nothing here",
        "boom,500,This part failed",
        "error,500,This part failed",
        "told,503,Stripe is away. Nothing was charged. Try again.",
        "stray,500,This part failed"
    })
    void each_outcome_has_its_status_and_says_what_happened(String what, int status, String says) throws Exception {
        HttpResponse<String> answer = post("olga", what);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(says).contains("data-host=\"yes\"");
        assertThat(answer.body())
                .doesNotContain("secret detail")
                .doesNotContain("Exception")
                .doesNotContain("dev.missing");
    }

    @Test
    void a_plugin_may_lead_people_to_declared_origins_only() throws Exception {
        HttpResponse<String> answer = post("olga", "leave");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("https://pay.sample.test/c/1?a=b#c");
        assertThat(server.platform().redirectOrigins()).containsExactly("https://pay.sample.test");
    }

    @ParameterizedTest
    @CsvSource({
        "/project/9/actions/sample/write,404",
        "/client/1/actions/sample/write,404",
        "/project/1/actions/sample/none,404",
        "/project/1/actions/none/write,404",
        "/project/empty/actions/sample/write,404",
        "/x/sample/none,404",
        "/x/none/settings,404",
        "/project/9/lists/sample/notes,404",
        "/project/1/lists/sample/none,404"
    })
    void what_is_not_there_and_what_is_anothers_look_the_same(String path, int status) throws Exception {
        HttpResponse<String> answer = server.get("olga", path);
        HttpResponse<String> unknown = server.get("olga", "/x/none/none");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo(unknown.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {WRITE, "/x/sample/settings", "/project/1/lists/sample/notes"})
    void permissions_are_checked_and_explained(String path) throws Exception {
        HttpResponse<String> answer = server.get("nobody", path);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("You may not do this").contains("sample.");
        assertThat(server.post("nobody", path, Map.of("_csrf", "token-of-nobody"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void somebody_who_is_not_signed_in_is_led_to_the_sign_in_page() throws Exception {
        assertThat(server.get("", WRITE).headers().firstValue("Location")).hasValue("/sign-in");
        assertThat(server.get("", WRITE, "Accept", JSON).statusCode()).isEqualTo(401);
    }

    @Test
    void a_form_without_its_token_does_nothing() throws Exception {
        Map<String, String> form =
                TestServer.filledIn(server.get("olga", WRITE), "what", "forged", "amount", "1", "_csrf", "x");

        assertThat(server.post("olga", WRITE, form).statusCode()).isEqualTo(403);
        assertThat(server.get("olga", "/api/plugins/sample/notes?prefix=forged").body())
                .doesNotContain("forged|");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE"})
    void other_methods_are_refused(String method) throws Exception {
        assertThat(server.send("olga", method, WRITE).statusCode()).isEqualTo(405);
    }

    @Test
    void what_is_no_form_is_refused() throws Exception {
        assertThat(server.postBytes("olga", WRITE, new byte[10], "Content-Type", "text/plain")
                        .statusCode())
                .isEqualTo(400);
        byte[] huge = "a=".concat("b".repeat(200_000)).getBytes(StandardCharsets.UTF_8);
        assertThat(server.postBytes("olga", WRITE, huge, "Content-Type", "application/x-www-form-urlencoded")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_settings_page_shows_the_part_that_its_own_links_ask_for() throws Exception {
        HttpResponse<String> part = server.get("olga", "/x/sample/settings?after=%3Cb%3Etwo");

        assertThat(part.statusCode()).isEqualTo(200);
        assertThat(part.body())
                .contains("Part: &lt;b&gt;two", "/x/sample/settings?after=one%2F1")
                .contains("/x/sample/settings?after=after%26%3Cb%3Etwo");
        assertThat(server.get("olga", "/x/sample/settings").body()).doesNotContain("Part of it");
        assertThat(server.get("olga", "/x/sample/settings?after=" + "x".repeat(201))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_same_page_is_given_as_json() throws Exception {
        HttpResponse<String> page = server.get("olga", WRITE, "Accept", JSON);

        assertThat(page.headers().firstValue("Content-Type")).hasValue(JSON);
        assertThat(page.body())
                .contains("\"kind\":\"Ask\"")
                .contains("\"key\":\"amount\"")
                .contains("\"submission\":");
        assertThat(page.body()).doesNotContain("never-shown").doesNotContain("\"words\"");
    }

    @Test
    void a_settings_page_tells_once_what_was_done() throws Exception {
        Map<String, String> form =
                TestServer.filledIn(server.get("olga", "/x/sample/settings"), "secretKey", "sk_test_sentinel");
        HttpResponse<String> answer = server.post("olga", "/x/sample/settings", form);
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");

        HttpResponse<String> after = server.get("olga", "/x/sample/settings", "Cookie", cookie);
        assertThat(answer.headers().firstValue("Location")).hasValue("/x/sample/settings");
        assertThat(after.body()).contains("Connected.").contains("key:connect").doesNotContain("sentinel");
        assertThat(after.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("platform-flash=;")
                .contains("1970");
    }

    @Test
    void a_settings_form_that_comes_back_says_why_and_forgets_the_secret() throws Exception {
        Map<String, String> form =
                TestServer.filledIn(server.get("olga", "/x/sample/settings"), "secretKey", "pk_test_sentinel");
        HttpResponse<String> answer = server.post("olga", "/x/sample/settings", form);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("That is a publishable key").doesNotContain("sentinel");
    }

    @Test
    void a_list_has_headings_labels_and_a_next_page_by_key() throws Exception {
        String card = server.platform()
                .screens()
                .relatedLists(RecordRef.project("1"), actor("olga"))
                .get(0);
        assertThat(card)
                .contains("<caption class=\"visually-hidden\">Notes</caption>")
                .contains("<th scope=\"col\"");
        assertThat(card)
                .contains("row &lt;0&gt;")
                .contains("EUR\u00a01,234.56")
                .contains("JPY\u00a0500")
                .contains("data-label=\"Amount\"");
        assertThat(card).contains("badge tone-good").contains("<time datetime=\"2026-01-02T03:04:05Z\">Jan 1, 2026");
        assertThat(card)
                .contains("href=\"/project/1/lists/sample/notes?after=10\"")
                .contains("In all");

        String rest =
                server.get("olga", "/project/1/lists/sample/notes?after=10").body();
        assertThat(rest).contains("row &lt;10&gt;").contains("row &lt;59&gt;").doesNotContain("row &lt;9&gt;");
    }

    @Test
    void a_list_that_fails_is_a_card_and_an_empty_one_says_so() {
        assertThat(server.platform()
                        .screens()
                        .relatedLists(RecordRef.project("broken"), actor("olga"))
                        .get(0))
                .contains("could not be shown")
                .doesNotContain("list detail");
        assertThat(server.platform()
                        .screens()
                        .relatedLists(RecordRef.project("none"), actor("olga"))
                        .get(0))
                .contains("No notes yet.");
        assertThat(server.platform().screens().relatedLists(RecordRef.project("1"), actor("nobody")))
                .isEmpty();
    }

    @Test
    void links_are_for_those_who_may_follow_them_in_their_language() {
        assertThat(server.platform().screens().actions(RecordRef.project("1"), actor("olga")))
                .singleElement()
                .satisfies(link -> {
                    assertThat(link.label()).isEqualTo("Write a note");
                    assertThat(link.href()).isEqualTo(WRITE);
                    assertThat(link.primary()).isTrue();
                });
        assertThat(server.platform()
                        .screens()
                        .actions(RecordRef.project("9"), actor("dieter"))
                        .get(0)
                        .label())
                .isEqualTo("Notiz schreiben");
        assertThat(server.platform().screens().actions(RecordRef.client("1"), actor("olga")))
                .isEmpty();
        assertThat(server.platform().screens().settingsLinks(actor("nobody"))).isEmpty();
    }

    @Test
    void everything_else_is_the_hosts() throws Exception {
        assertThat(server.get("olga", "/project/1").body()).isEqualTo("the host's own page");
        assertThat(server.get("", "/").body()).isEqualTo("the host's own page");
    }

    @Test
    void files_are_served_under_their_hash_for_ever() throws Exception {
        for (String name : List.of("tabler.css", "platform.css", "public.css", "htmx.js")) {
            HttpResponse<String> file =
                    server.get("", server.platform().assets().href(name));
            assertThat(file.statusCode()).isEqualTo(200);
            assertThat(file.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
        }
        assertThat(server.get("", "/assets/platform/other.css").statusCode()).isEqualTo(404);
    }

    private static Actor actor(String name) {
        return TestHost.user(name);
    }

    private HttpResponse<String> post(String user, String what) throws Exception {
        return server.post(user, WRITE, TestServer.filledIn(server.get(user, WRITE), "what", what, "amount", "1"));
    }
}
