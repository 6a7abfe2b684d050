package dev.quittance.trials.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.trials.person.FilledForm;
import dev.quittance.trials.person.Seen;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Whoever says where we are or where we are to lead somebody is not believed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PoisonIT {
    private static final List<String> ELSEWHERE = List.of(
            "//evil.example",
            "///evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "\\/evil.example",
            "https://evil.example",
            "https:evil.example",
            "HTTPS://evil.example",
            "//user:word@evil.example",
            "http://localhost@evil.example",
            "/\t/evil.example",
            "/\n/evil.example",
            " //evil.example",
            "/%0d%0aLocation: https://evil.example".replace("%0d%0a", "\r\n"),
            "javascript:alert(1)",
            "data:text/html,x",
            "/\u0000/evil.example",
            "\u2215\u2215evil.example",
            "evil.example");

    private static final List<String> LIES = List.of(
            "X-Forwarded-Host: evil.example",
            "X-Forwarded-Proto: https",
            "X-Forwarded-Server: evil.example",
            "X-Forwarded-Port: 444",
            "X-Forwarded-For: 203.0.113.9",
            "X-Host: evil.example",
            "X-Original-URL: /settings",
            "X-Rewrite-URL: /settings",
            "Forwarded: host=evil.example;proto=https");

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
    void signing_in_leads_nobody_elsewhere_whatever_the_address_says() {
        Sandbox.Login login = sandbox.login("office", 0);
        for (String next : ELSEWHERE) {
            Walk walk = new Walk(sandbox);
            String query = "/sign-in?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
            Seen page = walk.person().look(sandbox.url().resolve(query));
            Seen in = walk.person()
                    .submitOnly(page.form("form:has([type=password])")
                            .with("next", next)
                            .with("email", login.email())
                            .with("password", login.password()));

            assertThat(in.status()).as(next).isEqualTo(303);
            assertThat(in.headers().allValues("Location")).as(next).hasSize(1);
            assertThat(in.leadsTo().orElseThrow().getAuthority())
                    .as(next)
                    .isEqualTo(sandbox.url().getAuthority());
            assertThat(walk.person()
                            .look(sandbox.url().resolve(query))
                            .leadsTo()
                            .orElseThrow())
                    .as("signed in already: " + next)
                    .isEqualTo(sandbox.url());
        }
    }

    @Test
    void a_host_that_is_not_ours_gets_no_page_and_no_address() {
        for (String host :
                List.of("evil.example", "evil.example:80", "localhost.evil.example", "localhost@evil.example", "")) {
            for (String path : List.of(
                    "/", "/sign-in", "/projects", "/pay/AAAAAAAAAAAAAAAAAAAAAA", "/x/stripe-payments/settings")) {
                String answer = RawHttp.say(sandbox.url(), "", "GET " + path + " HTTP/1.1", "Host: " + host);

                assertThat(RawHttp.status(answer)).as(host + path).isIn(400, 421);
                assertThat(answer).as(host + path).doesNotContain("<form").doesNotContain("Location:");
            }
        }
    }

    @Test
    void what_a_proxy_is_said_to_have_said_changes_no_answer() {
        String host = "Host: " + sandbox.url().getAuthority();
        for (String path :
                List.of("/", "/sign-in", "/projects", "/pay/AAAAAAAAAAAAAAAAAAAAAA", "/x/stripe-payments/settings")) {
            String plain = RawHttp.say(sandbox.url(), "", "GET " + path + " HTTP/1.1", host);
            for (String lie : LIES) {
                String answer = RawHttp.say(sandbox.url(), "", "GET " + path + " HTTP/1.1", host, lie);

                assertThat(RawHttp.status(answer)).as(lie + path).isEqualTo(RawHttp.status(plain));
                assertThat(RawHttp.header(answer, "Location")).as(lie).isEqualTo(RawHttp.header(plain, "Location"));
                assertThat(answer).as(lie + path).doesNotContain("evil.example");
            }
        }
    }

    @Test
    void links_in_mails_keep_the_configured_address_whatever_the_form_came_by() {
        Walk office = new Walk(sandbox);
        office.signIn(sandbox.login("office", 0));
        FilledForm form = office.requestForm(office.project("Ortega gutters"))
                .with("type", "deposit")
                .with("percent", "20")
                .with("amount", "");
        List<URI> before = office.payLinks();
        String body = form.values().entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));

        Seen answer = office.person()
                .post(
                        form.action(),
                        body.getBytes(StandardCharsets.UTF_8),
                        Map.of(
                                "Content-Type", "application/x-www-form-urlencoded",
                                "X-Forwarded-Host", "evil.example",
                                "X-Forwarded-Proto", "https",
                                "Forwarded", "host=evil.example;proto=https"));

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.leadsTo().orElseThrow().getAuthority())
                .isEqualTo(sandbox.url().getAuthority());
        URI link = office.payLink(before);
        assertThat(link.getScheme() + "://" + link.getAuthority() + "/")
                .isEqualTo(sandbox.url().toString());
        assertThat(office.mails())
                .allSatisfy(
                        mail -> assertThat(office.person().open(mail).body()).doesNotContain("evil.example"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
