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
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is typed where a value is expected stays a value, and a value that no form asks for stays outside. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class InjectionIT {
    private static final String REST = "/api/plugins/stripe-payments/payment_requests";
    /** Words that only the other organisation's pages hold. */
    private static final String[] THEIRS = {"Reetdach", "Küstenbau", "18.400"};

    private static final List<String> TYPED = List.of(
            "'",
            "' or '1'='1",
            "\") or (\"1\"=\"1",
            "1; drop table payment_request; --",
            "' union select token_sealed from pay_link --",
            "/* */",
            "%",
            "_",
            "%' escape '!",
            "$$",
            "\\",
            "\u0000",
            "\uFFFF",
            "\u202Etxt.exe",
            "\uD83D\uDCB0\u0301\u0301",
            "${7*7}",
            "{{7*7}}",
            "-1",
            "9223372036854775808",
            "x".repeat(3000),
            "00000000-0000-0000-0000-000000000000",
            "");

    private static final Map<String, String> WISHES = new TreeMap<>(Map.of(
            "status", "PAID",
            "state", "PAID",
            "org_id", "00000000-0000-7000-8000-000000000000",
            "amount_minor", "1",
            "currency", "JPY",
            "clientId", "00000000-0000-7000-8000-000000000000",
            "recipient_email", "thief@evil.example",
            "stripe_account_id", "acct_evil",
            "permission", "stripe-payments.settings",
            "requested_by", "somebody else"));

    private Sandbox sandbox;
    private Walk admin;
    private Walk other;

    @BeforeAll
    void open(@TempDir Path folder) {
        sandbox = Sandbox.start(folder.resolve("data"));
        admin = new Walk(sandbox);
        admin.signIn(sandbox.login("admin", 0));
        other = new Walk(sandbox);
        other.signIn(sandbox.login("admin", 1));
    }

    @AfterAll
    void close() {
        sandbox.close();
    }

    @Test
    void no_part_of_an_address_is_ever_more_than_a_value() {
        String project = admin.projects().get(0).getPath();
        List<String> addresses = List.of(
                "/projects?after=%s",
                "/clients?after=%s",
                "/project/%s",
                "/client/%s",
                "/inbox/%s",
                "/%s/1/actions/stripe-payments/request-payment",
                "/sign-in?next=%s",
                project + "/lists/stripe-payments/payments?after=%s",
                project + "/actions/stripe-payments/request-payment?type=%s&percent=%s",
                "/x/stripe-payments/%s",
                REST + "?record=" + project.substring(1) + "&after=%s",
                REST + "?record=%s",
                REST + "/%s",
                "/pay/%s",
                "/pay/%s/done?session_id=%s",
                "/webhooks/stripe-payments/%s");
        for (String address : addresses) {
            for (String typed : TYPED) {
                String encoded =
                        URLEncoder.encode(typed, StandardCharsets.UTF_8).replace("+", "%20");
                Seen seen = admin.person().look(sandbox.url().resolve(address.replace("%s", encoded)));

                assertThat(seen.status()).as(address + " " + typed).isLessThan(500);
                assertThatNothingShows(seen, address + " " + typed);
            }
        }
        assertThat(admin.projects()).hasSizeGreaterThan(3);
    }

    @Test
    void characters_that_do_not_belong_into_an_address_are_no_trouble_of_ours() {
        String cookie = sessionCookie();
        for (String raw : List.of("|", "\"", "<>", "^", "`", "{}", "[]", "\\", "%", "%zz", "%c3%28", "\u00e4")) {
            for (String address : List.of(
                    REST + "?record=",
                    REST + "/",
                    "/projects?after=",
                    "/project/",
                    "/pay/",
                    "/pay/x/done?session_id=")) {
                String answer = RawHttp.say(
                        sandbox.url(),
                        "",
                        "GET " + address + raw + " HTTP/1.1",
                        "Host: " + sandbox.url().getAuthority(),
                        "Cookie: " + cookie);

                assertThat(RawHttp.status(answer)).as(address + raw).isBetween(200, 499);
                assertThat(answer).as(address + raw).doesNotContain("Exception", "\tat ");
            }
        }
    }

    @Test
    void nothing_typed_into_the_form_is_ever_more_than_a_value() {
        URI project = admin.project("Ruiz roof");
        for (String field : List.of(
                "type",
                "percent",
                "amount",
                "description",
                "recipientEmail",
                "recipientName",
                "_fields",
                "_form",
                "_submission")) {
            for (String typed : TYPED) {
                FilledForm form = admin.requestForm(project)
                        .with("type", "custom")
                        .with("percent", "")
                        .with("amount", "9.00")
                        .with(field, typed);
                Seen seen = admin.person().submitOnly(form);

                assertThat(seen.status()).as(field + " " + typed).isLessThan(500);
                assertThatNothingShows(seen, field + " " + typed);
            }
        }
        for (String typed : TYPED) {
            Seen settings = admin.person().open(sandbox.url(), "/x/stripe-payments/settings");
            for (var element : settings.page().select("form:has([name=_csrf]):has([type=password])")) {
                Seen seen = admin.person()
                        .submitOnly(settings.form(element.cssSelector()).with("secretKey", typed));
                assertThat(seen.status()).as("key " + typed).isLessThan(500);
            }
        }
        assertThat(admin.person().open(project).status()).isEqualTo(200);
        assertThat(other.person().open(sandbox.url(), "/projects").body()).contains(THEIRS[0]);
    }

    @Test
    void what_no_form_asks_for_changes_nothing() {
        URI project = admin.project("Ortega gutters");
        String record = project.getPath().substring(1);
        FilledForm form = admin.requestForm(project)
                .with("type", "custom")
                .with("percent", "")
                .with("amount", "321.00");
        for (Map.Entry<String, String> wish : WISHES.entrySet()) {
            form = form.with(wish.getKey(), wish.getValue());
        }

        assertThat(admin.person().submit(form).status()).isEqualTo(200);

        Eventually.so(
                "the mail is out", Walk.SOON, () -> ask(admin, record).body().contains("mail_sent"));
        String listed = ask(admin, record).body();
        assertThat(listed)
                .contains("\"minor\":32100", "\"USD\"")
                .containsIgnoringCase("open")
                .doesNotContain("JPY", "thief", "PAID", "acct_evil");
        assertThat(ask(other, record).body()).doesNotContain("32100");
        String rest = sandbox.url().resolve(REST).toString();
        for (String address : List.of(rest, rest + "?record=" + record, rest + "/" + idIn(listed))) {
            Seen seen = admin.person()
                    .post(
                            URI.create(address),
                            "{\"state\":\"PAID\",\"amount_minor\":1,\"org_id\":\"x\",\"currency\":\"JPY\"}"
                                    .getBytes(StandardCharsets.UTF_8),
                            Map.of("Content-Type", "application/json"));
            assertThat(seen.status()).as(address).isBetween(400, 499);
        }
        assertThat(ask(admin, record).body()).isEqualTo(listed);
    }

    private Seen ask(Walk walk, String record) {
        return walk.person()
                .ask(
                        sandbox.url()
                                .resolve(REST + "?record_object=project&record_id="
                                        + record.substring("project/".length())),
                        "application/json");
    }

    private static String idIn(String listed) {
        return listed.replaceFirst("(?s).*?\"id\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    }

    private String sessionCookie() {
        Sandbox.Login login = sandbox.login("admin", 0);
        Seen page = new Walk(sandbox).person().look(sandbox.url().resolve("/sign-in"));
        String visit = page.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
        String body =
                "_token=" + page.form("form:has([type=password])").values().getOrDefault("_token", "") + "&email="
                        + encoded(login.email()) + "&password=" + encoded(login.password());
        String answer = RawHttp.say(
                sandbox.url(),
                body,
                "POST /sign-in HTTP/1.1",
                "Host: " + sandbox.url().getAuthority(),
                "Cookie: " + visit,
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Length: " + body.length());
        assertThat(RawHttp.status(answer)).isEqualTo(303);
        return RawHttp.header(answer, "Set-Cookie").replaceFirst(";.*", "");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void assertThatNothingShows(Seen seen, String where) {
        assertThat(seen.body())
                .as(where)
                .doesNotContain(THEIRS)
                .doesNotContain("Exception", "\tat ", "select \"", "JdbcSQL", "PSQL", "org.jooq", "org.h2");
    }
}
