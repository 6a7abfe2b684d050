package dev.quittance.trials.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.trials.person.FilledForm;
import dev.quittance.trials.person.Person;
import dev.quittance.trials.person.Seen;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Between organisations, and before the door: what may not be seen answers as what does not exist. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WallsIT {
    private static final String REST = "/api/plugins/stripe-payments/payment_requests";
    private static final String UNKNOWN = "00000000-0000-7000-8000-000000000000";

    private Sandbox sandbox;
    private Walk here;
    private Walk there;

    @BeforeAll
    void open(@TempDir Path folder) {
        sandbox = Sandbox.start(folder.resolve("data"));
        here = new Walk(sandbox);
        here.signIn(sandbox.login("admin", 0));
        there = new Walk(sandbox);
        there.signIn(sandbox.login("admin", 1));
    }

    @AfterAll
    void close() {
        sandbox.close();
    }

    @Test
    void another_organisations_records_answer_as_records_that_never_were() {
        URI foreign = there.projects().get(0);
        String id = foreign.getPath().substring("/project/".length());
        assertThat(there.person().open(foreign).status()).isEqualTo(200);

        for (String address : List.of(
                "/project/%s",
                "/project/%s/actions/stripe-payments/request-payment",
                "/project/%s/lists/stripe-payments/payments",
                "/client/%s")) {
            Seen ofOthers = here.person().open(sandbox.url(), String.format(address, id));
            Seen ofNobody = here.person().open(sandbox.url(), String.format(address, UNKNOWN));
            assertThat(ofOthers.status()).as(address).isEqualTo(404);
            assertThat(ofNobody.status()).as(address).isEqualTo(404);
            assertThat(ofOthers.words().replace(id, ""))
                    .as(address)
                    .isEqualTo(ofNobody.words().replace(UNKNOWN, ""));
        }
    }

    @Test
    void another_organisations_request_answers_over_rest_as_one_that_never_was() {
        there.requestShare(there.projects().get(0), "30");
        String project = there.projects().get(0).getPath().substring("/project/".length());
        String listed = there.person()
                .ask(sandbox.url().resolve(REST + "?record_object=project&record_id=" + project), "application/json")
                .body();
        String id = listed.replaceFirst("(?s).*?\"(?:id|request_id|requestId)\"\\s*:\\s*\"([^\"]+)\".*", "$1");

        Seen own = there.person().ask(sandbox.url().resolve(REST + "/" + id), "application/json");
        Seen ofOthers = here.person().ask(sandbox.url().resolve(REST + "/" + id), "application/json");
        Seen ofNobody = here.person().ask(sandbox.url().resolve(REST + "/" + UNKNOWN), "application/json");

        assertThat(own.status()).as(listed).isEqualTo(200);
        assertThat(ofOthers.status()).isEqualTo(404);
        assertThat(ofNobody.status()).isEqualTo(404);
    }

    @Test
    void a_request_on_another_organisations_project_is_not_made() {
        FilledForm own = here.requestForm(here.project("Ruiz roof"));
        String foreign = there.projects().get(0).getPath();
        FilledForm aimed = new FilledForm(
                sandbox.url().resolve(foreign + "/actions/stripe-payments/request-payment"), own.from(), own.values());
        int before = there.mails().size();

        Seen answer = here.person().submit(aimed);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(there.mails()).hasSize(before);
    }

    @Test
    void another_organisations_requests_are_not_listed_over_rest() {
        there.requestShare(there.projects().get(0), "40");
        String project = there.projects().get(0).getPath().substring("/project/".length());
        URI list = sandbox.url().resolve(REST + "?record_object=project&record_id=" + project);

        Seen own = there.person().ask(list, "application/json");
        Seen foreign = here.person().ask(list, "application/json");

        assertThat(own.body()).contains("\"amount");
        assertThat(foreign.body()).doesNotContain("\"amount");
    }

    @Test
    void nobody_gets_in_without_signing_in() {
        Person stranger = new Person();
        String project = here.projects().get(0).getPath();

        for (String address :
                List.of("/projects", project, "/x/stripe-payments/settings", "/inbox", "/clients", "/notifications")) {
            Seen seen = stranger.open(sandbox.url(), address);
            assertThat(seen.page().select("input[type=password]")).as(address).isNotEmpty();
        }
        assertThat(stranger.ask(
                                sandbox.url()
                                        .resolve(REST + "?record_object=project&record_id="
                                                + project.substring("/project/".length())),
                                "application/json")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void only_an_admin_sees_the_settings() {
        Walk office = new Walk(sandbox);
        office.signIn(sandbox.login("office", 0));

        assertThat(office.person()
                        .open(sandbox.url(), "/x/stripe-payments/settings")
                        .status())
                .isIn(403, 404);
        assertThat(here.person()
                        .open(sandbox.url(), "/x/stripe-payments/settings")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void every_page_carries_the_headers_that_keep_it_safe() {
        for (String address :
                List.of("/", "/projects", here.projects().get(0).getPath(), "/x/stripe-payments/settings", "/inbox")) {
            Seen seen = here.person().open(sandbox.url(), address);
            String policy = seen.headers().firstValue("Content-Security-Policy").orElse("");
            assertThat(policy)
                    .as(address)
                    .contains("form-action 'self'")
                    .doesNotContain("unsafe-inline", "unsafe-eval");
            assertThat(seen.headers().firstValue("X-Content-Type-Options"))
                    .as(address)
                    .hasValue("nosniff");
            assertThat(seen.headers().firstValue("Referrer-Policy")).as(address).isPresent();
        }
    }
}
