package dev.quittance.trials.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.trials.person.FilledForm;
import dev.quittance.trials.person.Person;
import dev.quittance.trials.person.Seen;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A program with an API token at the plugin's REST: it gets what its user gets, and only while the token holds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ApiTokensIT {
    private static final String REQUESTS = "/api/plugins/stripe-payments/payment_requests";

    private static final String TOO_MUCH = "{\"record\":{\"object\":\"project\",\"id\":\"ID\"},\"type\":\"custom\","
            + "\"amount\":\"300000.00\",\"confirm\":[\"over_left\"]}";

    private Sandbox sandbox;

    @BeforeAll
    void open(@TempDir Path folder) {
        sandbox = Sandbox.start(folder.resolve("data"));
    }

    @AfterAll
    void close() {
        sandbox.close();
    }

    @Test
    void a_made_token_reads_until_it_is_revoked() {
        Walk office = signedIn("office");
        String token = made(office.person());
        assertThat(read(token).status()).isEqualTo(200);
        assertThat(read(token).body()).contains("\"data\"");

        Seen list = office.person().open(sandbox.url(), "/settings/tokens");
        assertThat(office.person().submit(revoking(list)).status()).isEqualTo(200);

        assertThat(read(token).status()).isEqualTo(401);
    }

    @Test
    void a_wrong_token_and_none_are_refused() {
        String token = made(signedIn("office").person());
        String other = token.endsWith("A") ? "B" : "A";

        assertThat(read(token.substring(0, token.length() - 1) + other).status())
                .isEqualTo(401);
        assertThat(read("qt_wrong").status()).isEqualTo(401);
        assertThat(new Person()
                        .ask(sandbox.url().resolve(REQUESTS), "application/json")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void a_token_may_what_its_user_may_and_no_more() {
        URI project = signedIn("admin").project("Ortega gutters");
        String technician = made(signedIn("technician").person());
        String office = made(signedIn("office").person());

        assertThat(read(technician).status()).isEqualTo(200);
        Seen refused = requestTooMuch(technician, project);
        Seen allowed = requestTooMuch(office, project);

        assertThat(refused.status()).as(refused.body()).isEqualTo(403);
        assertThat(refused.body()).contains("over_request_not_allowed");
        assertThat(allowed.status()).as(allowed.body()).isEqualTo(201);
    }

    private Walk signedIn(String role) {
        Walk walk = new Walk(sandbox);
        walk.signIn(sandbox.login(role, 0));
        return walk;
    }

    private String made(Person person) {
        Seen page = person.open(sandbox.url(), "/settings/tokens");
        Seen shown = person.submit(page.form("form:has([name=name])").with("name", "Export"));
        String token = shown.page().select(".crm-token").text();
        assertThat(token).startsWith("qt_");
        return token;
    }

    private static FilledForm revoking(Seen list) {
        return list.form("main form[action*=/revoke]");
    }

    private Seen read(String token) {
        return new Person().askWithKey(sandbox.url().resolve(REQUESTS), token);
    }

    private Seen requestTooMuch(String token, URI project) {
        return new Person()
                .post(
                        sandbox.url().resolve(REQUESTS),
                        TOO_MUCH.replace("ID", project.getPath().substring("/project/".length()))
                                .getBytes(StandardCharsets.UTF_8),
                        Map.of("Content-Type", "application/json", "Authorization", "Bearer " + token));
    }
}
