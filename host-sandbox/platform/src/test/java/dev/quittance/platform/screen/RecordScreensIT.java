package dev.quittance.platform.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.identity.OrgId;
import dev.quittance.api.record.RecordRef;
import dev.quittance.platform.sample.PluginBuild;
import dev.quittance.platform.sample.TestDatabase;
import dev.quittance.platform.sample.TestHost;
import dev.quittance.platform.sample.TestServer;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
final class RecordScreensIT {
    private static final String HINT = "/panels/sample/hint";
    private static final String JSON = "application/vnd.quittance.ui+json";
    private static final String NOTES = "/api/plugins/sample/notes?prefix=";

    private final TestHost host;
    private final TestServer server;

    RecordScreensIT() throws Exception {
        Path data = Files.createTempDirectory("screens");
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
    void a_panel_is_a_card_and_its_form_leads_back_to_the_record() throws Exception {
        HttpResponse<String> page = server.get("olga", "/record/project/1");
        assertThat(page.body())
                .contains("q-panel")
                .contains("Nothing &lt;asked&gt; for yet")
                .contains("action=\"/project/1/panels/sample/hint\"")
                .contains("name=\"_form\" value=\"sample-hint-ask\"");
        Map<String, String> form = TestServer.filledIn(page, "what", "roof", "amount", "5");

        HttpResponse<String> done = server.post("olga", "/project/1" + HINT, form);
        HttpResponse<String> twice = server.post("olga", "/project/1" + HINT, form, "Accept", JSON);

        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(done.headers().firstValue("Location")).hasValue("/project/1");
        String cookie = done.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
        assertThat(server.get("olga", "/record/project/1", "Cookie", cookie).body())
                .startsWith("Asked.");
        assertThat(twice.body()).contains("\"result\":\"done\"").contains("Asked before.");
        assertThat(server.get("olga", NOTES + "panel%20did").body()).containsOnlyOnce("panel did ask 1 roof");
    }

    @Test
    void a_form_to_be_shown_again_stands_on_a_page_of_its_own() throws Exception {
        HttpResponse<String> page = server.get("olga", "/record/project/1");

        HttpResponse<String> again =
                server.post("olga", "/project/1" + HINT, TestServer.filledIn(page, "what", "again", "amount", "5"));
        HttpResponse<String> wrong =
                server.post("olga", "/project/1" + HINT, TestServer.filledIn(page, "what", "x", "amount", "five"));
        HttpResponse<String> refused =
                server.post("olga", "/project/1" + HINT, TestServer.filledIn(page, "what", "refuse", "amount", "5"));

        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body())
                .contains("Something else, please")
                .contains("<h1 class=\"page-title\">Project 1</h1>")
                .containsOnlyOnce("<form ")
                .contains("href=\"/project/1\">← Project 1</a>");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("value=\"five\"").containsOnlyOnce("<form ");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Nothing was sent.");
    }

    @ParameterizedTest
    @CsvSource({
        "olga,/project/1/panels/sample/hint,200",
        "olga,/project/quiet/panels/sample/hint,200",
        "olga,/project/9/panels/sample/hint,404",
        "olga,/client/1/panels/sample/hint,404",
        "olga,/project/1/panels/sample/none,404",
        "olga,/project/1/panels/none/hint,404",
        "nobody,/project/1/panels/sample/hint,403",
        "'',/project/1/panels/sample/hint,303"
    })
    void only_who_may_see_a_panel_gets_it(String user, String path, int status) throws Exception {
        assertThat(server.get(user, path).statusCode()).isEqualTo(status);
    }

    @Test
    void a_panel_that_has_nothing_to_say_is_empty_and_leads_back_to_the_record() throws Exception {
        HttpResponse<String> html = server.get("olga", "/project/quiet" + HINT);
        HttpResponse<String> json = server.get("olga", "/project/quiet" + HINT, "Accept", JSON);

        assertThat(html.body()).contains("href=\"/project/quiet\">← ").doesNotContain("<form ");
        assertThat(json.statusCode()).isEqualTo(200);
        assertThat(json.body()).contains("\"blocks\":[]");
    }

    @Test
    void a_panel_can_be_had_as_json() throws Exception {
        HttpResponse<String> panel = server.get("olga", "/project/1" + HINT, "Accept", JSON);

        assertThat(panel.headers().firstValue("Content-Type")).hasValue(JSON);
        assertThat(panel.body()).contains("\"kind\":\"Ask\"").contains("\"sample-hint-ask\"");
    }

    @ParameterizedTest
    @CsvSource({"Sec-Fetch-Site,cross-site", "Origin,https://evil.test"})
    void a_panels_form_from_another_site_does_nothing(String header, String value) throws Exception {
        Map<String, String> form =
                TestServer.filledIn(server.get("olga", "/record/project/1"), "what", "evil", "amount", "5");

        assertThat(server.post("olga", "/project/1" + HINT, form, header, value).statusCode())
                .isEqualTo(403);
        form.put("_csrf", "token-of-dieter");
        assertThat(server.post("olga", "/project/1" + HINT, form).statusCode()).isEqualTo(403);
        assertThat(server.get("olga", NOTES + "panel%20did").body()).doesNotContain("evil");
    }

    @Test
    void who_may_not_see_a_panel_does_not_even_make_the_plugin_look() throws Exception {
        String body = server.get("nobody", "/record/project/1").body();

        assertThat(body).isEqualTo("[]");
        assertThat(server.get("olga", NOTES + "panel%20asked").body()).doesNotContain("nobody");
    }

    @Test
    void a_panel_that_fails_says_so_and_the_others_stand() throws Exception {
        String body = server.get("olga", "/record/project/ill").body();

        assertThat(body).contains("Nothing &lt;asked&gt;").contains("This part could not be shown");
        assertThat(body).doesNotContain("panel detail");
    }

    @Test
    void badges_are_asked_for_a_hundred_at_a_time_and_one_that_fails_is_left_out() throws Exception {
        List<RecordRef> records = new ArrayList<>();
        for (int i = 0; i < 230; i++) {
            records.add(new RecordRef("project", "b" + i));
        }
        records.add(new RecordRef("project", "b1"));
        records.add(new RecordRef("client", "c"));
        records.add(new RecordRef("project", "plain"));
        records.add(new RecordRef("project", "odd"));
        String before = server.get("olga", NOTES + "badges").body();

        Map<RecordRef, List<BadgeView>> badges = server.platform().screens().badges(records, actor("olga"));

        assertThat(badges).hasSize(231);
        assertThat(badges.get(new RecordRef("project", "b7"))).containsExactly(new BadgeView("Noted b7", "good"));
        assertThat(badges.get(new RecordRef("project", "odd"))).containsExactly(new BadgeView("Noted odd", "neutral"));
        assertThat(before).doesNotContain("badges asked");
        assertThat(server.get("olga", NOTES + "badges").body())
                .contains("[\"badges asked 100\",\"badges asked 100\",\"badges asked 32\"]");
    }

    @Test
    void nobody_without_the_permission_gets_badges() {
        assertThat(server.platform().screens().badges(List.of(new RecordRef("project", "1")), actor("nobody")))
                .isEmpty();
    }

    @Test
    void a_document_gets_the_link_in_the_organisations_language() {
        List<DocumentLinkCard> cards = server.platform()
                .screens()
                .documentLinks(new OrgId("k"), new RecordRef("invoice", server.base() + "/see/tok"));

        assertThat(cards).extracting(DocumentLinkCard::label).containsExactly("Notiz schreiben");
        assertThat(cards).extracting(DocumentLinkCard::address).containsExactly(server.base() + "/see/tok");
        assertThat(cards.get(0).toString()).doesNotContain("see/tok");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.test/see/tok",
                "javascript:alert(1)",
                "none",
                "/see/tok",
                "http://localhost@evil.test/"
            })
    void a_document_gets_no_link_that_leads_away_from_the_host(String address) {
        assertThat(server.platform().screens().documentLinks(new OrgId("o"), new RecordRef("invoice", address)))
                .isEmpty();
        assertThat(server.platform().screens().documentLinks(new OrgId("o"), new RecordRef("project", address)))
                .isEmpty();
    }

    private static Actor actor(String user) {
        return TestHost.user(user);
    }
}
