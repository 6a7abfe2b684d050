package dev.quittance.crm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.crm.storage.Engine;
import dev.quittance.crm.web.Access;
import dev.quittance.crm.web.Route;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Records that the office enters and changes through the pages, and the doors for programs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OfficeWorkIT {
    private RunningCrm crm;
    private Caller office;
    private Caller technician;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException, InterruptedException {
        crm = RunningCrm.start(Engine.H2.open(), folder, "");
        office = new Caller(crm.url());
        office.signIn(RunningCrm.login(0));
        technician = new Caller(crm.url());
        technician.signIn(RunningCrm.login(1));
    }

    @AfterAll
    void close() {
        crm.close();
    }

    @Test
    void every_route_names_its_access_and_what_changes_records_is_closed_to_technicians()
            throws IOException, InterruptedException {
        int closed = 0;
        for (Route route : crm.crm().routes()) {
            assertThat(route.access()).as(route.pattern()).isNotNull();
            if (route.access().equals(Access.permission("crm.edit"))) {
                String path = route.pattern().replace("{id}", "00000000-0000-7000-8000-000000000000");
                assertThat(technician.send(route.method(), path).statusCode())
                        .as(route.method() + " " + path)
                        .isEqualTo(403);
                closed++;
            }
        }
        assertThat(closed).isGreaterThan(20);
        assertThat(technician.get("/projects").body()).doesNotContain("/projects/new");
    }

    @Test
    void a_client_sent_twice_is_entered_once_and_a_wrong_one_keeps_what_was_typed()
            throws IOException, InterruptedException {
        Map<String, String> form = form(office.get("/clients/new"));
        form.put("name", "  Zoë <b>李</b> ");
        form.put("email", "not an address");
        HttpResponse<String> wrong = office.post("/clients/new", form);
        assertThat(wrong.statusCode()).isEqualTo(422);
        Document again = Jsoup.parse(wrong.body());
        assertThat(again.select("#name").attr("value")).isEqualTo("  Zoë <b>李</b> ");
        assertThat(again.select("#email").attr("aria-describedby")).contains("email-error");

        form.put("email", "zoe@example.com");
        form.put("org_id", "kuestenbau");
        HttpResponse<String> first = office.post("/clients/new", form);
        assertThat(office.get(location(first)).body()).contains("The client is entered.", "Entered the client.");
        HttpResponse<String> second = office.post("/clients/new", form);
        assertThat(first.statusCode()).isEqualTo(303);
        assertThat(location(second)).isEqualTo(location(first));
        assertThat(Jsoup.parse(office.get("/clients?q=zo%C3%AB").body()).select("tbody tr"))
                .hasSize(1);
    }

    @Test
    void a_project_is_entered_signed_changed_and_deleted_only_by_its_typed_name()
            throws IOException, InterruptedException {
        Map<String, String> entry = form(office.get("/projects/new"));
        entry.put("name", "Test roof");
        entry.put("total", "12.000,00");
        assertThat(office.post("/projects/new", entry).statusCode()).isEqualTo(422);
        entry.put("total", "$12,000.00");
        String project = location(office.post("/projects/new", entry));

        Map<String, String> stale = form(office.get(project), "/next");
        assertThat(location(office.post(project + "/next", stale))).isEqualTo(project);
        assertThat(Jsoup.parse(office.get(project).body())
                        .select(".crm-path [aria-current=step]")
                        .text())
                .isEqualTo("Signed");
        office.post(project + "/next", stale);
        assertThat(office.get(project).body()).contains("somebody moved this project meanwhile");

        Map<String, String> order = form(office.get(project + "/total"));
        order.put("total", "12,500");
        assertThat(office.post(project + "/total", order).statusCode()).isEqualTo(422);
        order.put("reason", "Second layer");
        assertThat(office.post(project + "/total", order).statusCode()).isEqualTo(303);
        HttpResponse<String> meanwhile = office.post(project + "/total", order);
        assertThat(meanwhile.statusCode()).isEqualTo(409);
        assertThat(meanwhile.body()).contains("Somebody changed this meanwhile", "Second layer");
        assertThat(office.get(project).body()).contains("$12,500.00");

        Map<String, String> last = form(office.get(project + "/delete"));
        last.put("typed", "Another roof");
        assertThat(office.post(project + "/delete", last).statusCode()).isEqualTo(422);
        last.put("typed", "Test roof");
        assertThat(location(office.post(project + "/delete", last))).isEqualTo("/projects");
        assertThat(office.get(project).statusCode()).isEqualTo(404);
    }

    @Test
    void two_alike_become_one_and_the_other_address_leads_there() throws IOException, InterruptedException {
        String stays = client("Twin Person", "");
        String goes = client("Twin Person", "twin@example.com");
        String goesId = goes.substring("/client/".length());
        assertThat(office.get(stays).body()).contains("the same name or e-mail");

        Map<String, String> merge = form(office.get(stays + "/merge?with=" + goesId), "/merge");
        assertThat(office.post(stays + "/merge", merge).statusCode()).isEqualTo(422);
        merge.put("stays", stays.substring("/client/".length()));
        assertThat(location(office.post(stays + "/merge", merge))).isEqualTo(stays);

        HttpResponse<String> old = office.get(goes);
        assertThat(old.statusCode()).isEqualTo(303);
        assertThat(location(old)).isEqualTo(stays);
        assertThat(office.get(stays).body()).contains("twin@example.com", "Merged Twin Person into this client.");
    }

    @Test
    void search_finds_by_the_beginnings_of_words_and_only_ones_own() throws IOException, InterruptedException {
        assertThat(office.get("/search?q=ruiz+ro").body()).contains("Ruiz roof");
        assertThat(office.get("/search?q=board%40").body()).contains("Harbor View HOA");
        assertThat(office.get("/search?q=claasen").body()).contains("Nothing found");
        assertThat(office.get("/search?q=%25").body()).contains("Nothing found");
        assertThat(office.get("/search?q=%3Cscript%3E").body()).doesNotContain("<script>");
    }

    @Test
    void a_program_comes_in_by_its_token_to_the_api_alone() throws IOException, InterruptedException {
        Map<String, String> form = form(office.get("/settings/tokens"), "/settings/tokens");
        form.put("name", "Export");
        String token = Jsoup.parse(office.post("/settings/tokens", form).body())
                .select(".crm-token")
                .text();
        assertThat(token).startsWith("qt_");
        assertThat(office.get("/settings/tokens").body()).contains("Export").doesNotContain(token);

        Caller program = new Caller(crm.url());
        String bearer = "Bearer " + token;
        assertThat(program.get("/projects", "Authorization", bearer).statusCode())
                .isEqualTo(303);
        assertThat(program.get("/api/nothing", "Authorization", bearer).statusCode())
                .isEqualTo(404);
        assertThat(program.get("/api/nothing", "Authorization", "Bearer qt_wrong")
                        .statusCode())
                .isIn(401, 404);
    }

    @Test
    void a_password_is_changed_with_the_present_one_and_signs_out_everywhere_else()
            throws IOException, InterruptedException {
        Caller here = new Caller(crm.url());
        here.signIn(RunningCrm.login(3));
        Caller elsewhere = new Caller(crm.url());
        elsewhere.signIn(RunningCrm.login(3));
        Map<String, String> form = form(here.get("/settings/password"), "/settings/password");
        form.put("current", "wrong");
        form.put("chosen", "a few good words");
        assertThat(here.post("/settings/password", form).statusCode()).isEqualTo(422);
        form.put("current", RunningCrm.login(3).password());

        assertThat(here.post("/settings/password", form).statusCode()).isEqualTo(303);

        assertThat(here.get("/projects").statusCode()).isEqualTo(200);
        assertThat(elsewhere.get("/projects").statusCode()).isEqualTo(303);
    }

    private String client(String name, String email) throws IOException, InterruptedException {
        Map<String, String> form = form(office.get("/clients/new"));
        form.put("name", name);
        form.put("email", email);
        return location(office.post("/clients/new", form));
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("none");
    }

    private static Map<String, String> form(HttpResponse<String> page) {
        return form(page, "");
    }

    /** The fields of the form whose action ends so, as a browser would send them. */
    private static Map<String, String> form(HttpResponse<String> page, String action) {
        Element form = Objects.requireNonNull(
                Jsoup.parse(page.body())
                        .selectFirst("main form[method=post]" + (action.isEmpty() ? "" : "[action$=" + action + "]")),
                page.body());
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element field : form.select("input[name]:not([type=radio]):not([type=checkbox])")) {
            fields.put(field.attr("name"), field.attr("value"));
        }
        for (Element select : form.select("select[name]")) {
            Element chosen = Objects.requireNonNullElseGet(
                    select.selectFirst("option[selected]"), () -> select.expectFirst("option"));
            fields.put(select.attr("name"), chosen.attr("value"));
        }
        return fields;
    }
}
