package dev.quittance.trials.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.trials.person.FilledForm;
import dev.quittance.trials.person.Person;
import dev.quittance.trials.person.Seen;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every page that an admin and a payer can get to, whoever wrote it, is one that a browser can be let near. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SafePagesIT {
    private Sandbox sandbox;
    private Walk admin;
    private URI payLink;
    private Crawl staff;
    private Crawl payer;

    @BeforeAll
    void open(@TempDir Path folder) {
        sandbox = Sandbox.start(folder.resolve("data"));
        admin = new Walk(sandbox);
        admin.signIn(sandbox.login("admin", 0));
        URI project = admin.project("Ruiz roof");
        admin.requestShare(project, "40");
        payLink = admin.payLink(List.of());
        staff = Crawl.of(
                admin.person(),
                List.of(
                        sandbox.url(),
                        sandbox.url().resolve("/x/stripe-payments/settings"),
                        URI.create(project + "/actions/stripe-payments/request-payment"),
                        URI.create(project + "/lists/stripe-payments/payments"),
                        URI.create(admin.mails().get(0) + "/html"),
                        sandbox.url().resolve("/nowhere")));
        payer = Crawl.of(
                new Person(),
                List.of(payLink, sandbox.url().resolve("/pay/AAAAAAAAAAAAAAAAAAAAAA"), URI.create(payLink + "/done")));
    }

    @AfterAll
    void close() {
        sandbox.close();
    }

    @Test
    void the_walk_gets_everywhere() {
        List<String> paths =
                staff.pages().stream().map(seen -> seen.address().getPath()).toList();

        assertThat(paths)
                .contains(
                        "/",
                        "/projects",
                        "/clients",
                        "/inbox",
                        "/settings",
                        "/notifications",
                        "/x/stripe-payments/settings");
        assertThat(paths).anyMatch(path -> path.endsWith("/request-payment")).anyMatch(path -> path.endsWith("/html"));
        assertThat(staff.pages()).hasSizeGreaterThan(30);
        assertThat(staff.forms())
                .extracting(form -> form.action().getPath())
                .contains("/sign-out", "/x/stripe-payments/settings")
                .anyMatch(path -> path.endsWith("/request-payment"));
        assertThat(payer.forms()).isNotEmpty();
        assertThat(staff.pages()).as("none fails").allMatch(seen -> seen.status() < 500);
    }

    @Test
    void a_policy_lets_a_page_load_and_run_what_is_ours_and_nothing_else() {
        for (Seen seen :
                Stream.concat(staff.pages().stream(), payer.pages().stream()).toList()) {
            Map<String, String> policy = policy(seen);
            String where = seen.address().getPath();
            boolean letter = where.startsWith("/inbox/") && where.endsWith("/html");
            for (String source : List.of("script-src", "object-src", "style-src", "connect-src", "frame-src")) {
                String allowed = policy.getOrDefault(source, policy.getOrDefault("default-src", "*"));
                // A mail brings its own styles; it stands in a frame that runs nothing.
                String expected = letter && source.equals("style-src") ? "'unsafe-inline'" : "('none'|'self')";
                assertThat(allowed).as(where + " " + source).matches(expected);
            }
            assertThat(policy.getOrDefault("object-src", policy.get("default-src")))
                    .as(where)
                    .isEqualTo("'none'");
            assertThat(policy.get("base-uri")).as(where).isEqualTo("'none'");
            assertThat(policy.get("frame-ancestors")).as(where).isEqualTo(letter ? "'self'" : "'none'");
            assertThat(policy.get("form-action"))
                    .as(where)
                    .isIn(
                            letter
                                    ? List.of("'none'")
                                    : List.of(
                                            "'self'",
                                            "'self' " + origin(sandbox.stripe()) + " https://dashboard.stripe.com"));
            if (letter) {
                assertThat(policy.get("sandbox")).doesNotContain("scripts", "forms", "same-origin");
            }
        }
    }

    @Test
    void every_answer_says_how_it_is_to_be_handled() {
        for (Seen seen :
                Stream.concat(staff.pages().stream(), payer.pages().stream()).toList()) {
            String where = seen.address().getPath();
            assertThat(header(seen, "X-Content-Type-Options")).as(where).isEqualTo("nosniff");
            assertThat(header(seen, "Cross-Origin-Opener-Policy")).as(where).isEqualTo("same-origin");
            assertThat(header(seen, "Cache-Control")).as(where).isEqualTo("no-store");
            assertThat(header(seen, "Referrer-Policy"))
                    .as(where)
                    .isEqualTo(where.startsWith("/pay/") || where.endsWith("/html") ? "no-referrer" : "same-origin");
            assertThat(header(seen, "Server") + header(seen, "X-Powered-By"))
                    .as(where)
                    .isEmpty();
        }
        assertThat(staff.files()).isNotEmpty().allSatisfy(file -> {
            assertThat(file.status()).isEqualTo(200);
            assertThat(header(file, "X-Content-Type-Options")).isEqualTo("nosniff");
        });
    }

    @Test
    void no_cookie_can_be_read_by_a_script_or_sent_by_another_sites_form() {
        Walk fresh = new Walk(sandbox);
        Seen form = fresh.person().look(sandbox.url().resolve("/sign-in"));
        Sandbox.Login login = sandbox.login("office", 0);
        Seen in = fresh.person()
                .submitOnly(form.form("form:has([type=password])")
                        .with("email", login.email())
                        .with("password", login.password()));
        Seen done = fresh.person()
                .submitOnly(fresh.requestForm(fresh.project("Ortega gutters"))
                        .with("type", "deposit")
                        .with("percent", "30")
                        .with("amount", ""));
        List<String> cookies = Stream.of(form, in, done)
                .flatMap(seen -> seen.headers().allValues("Set-Cookie").stream())
                .toList();

        assertThat(cookies)
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(cookie -> assertThat(cookie)
                        .contains("HttpOnly", "SameSite=Lax", "Path=/")
                        .doesNotContain("Domain="));
        assertThat(payer.pages())
                .allMatch(seen -> seen.headers().allValues("Set-Cookie").isEmpty());
    }

    @Test
    void no_page_has_a_script_a_style_or_a_card_field_in_it() {
        for (Seen seen : Stream.concat(staff.pages().stream(), payer.pages().stream())
                .filter(Crawl::isHtml)
                .toList()) {
            String where = seen.address().getPath();
            if (where.endsWith("/html")) {
                continue;
            }
            assertThat(seen.page().select("script:not([src]), style, [style], object, embed, base"))
                    .as(where)
                    .isEmpty();
            for (Element part : seen.page().getAllElements()) {
                assertThat(part.attributes().asList())
                        .as(where)
                        .noneMatch(attribute -> attribute.getKey().startsWith("on"));
            }
            assertThat(
                            seen.page()
                                    .select(
                                            "[autocomplete^=cc-], input[name~=(?i)card|cvc|cvv|expiry|iban], input[id~=(?i)card|cvc|cvv|expiry]"))
                    .as(where)
                    .isEmpty();
        }
    }

    @Test
    void every_form_wants_the_token_of_its_own_session_and_comes_from_our_own_pages() {
        Walk other = new Walk(sandbox);
        other.signIn(sandbox.login("admin", 1));
        Map<String, String> theirs = other.person()
                .open(sandbox.url())
                .form("form:has([name=_token])")
                .values();
        int mails = admin.mails().size();
        for (FilledForm form : staff.forms().stream()
                .filter(form -> !form.action().getPath().startsWith("/pay/"))
                .toList()) {
            String name = form.values().containsKey("_csrf") ? "_csrf" : "_token";
            String where = form.action().getPath();
            assertThat(form.values()).as(where).containsKey(name);
            for (FilledForm forged : List.of(
                    form.without(name),
                    form.with(name, ""),
                    form.with(name, theirs.getOrDefault("_token", "?")),
                    form.from(URI.create("https://evil.example/trap")))) {
                assertThat(admin.person().submitOnly(forged).status()).as(where).isEqualTo(403);
            }
        }
        for (FilledForm form : payer.forms()) {
            assertThat(new Person()
                            .submitOnly(form.from(URI.create("https://evil.example/trap")))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(admin.person().open(sandbox.url()).page().select("[type=password]"))
                .as("still signed in")
                .isEmpty();
        assertThat(admin.mails()).hasSize(mails);
    }

    @Test
    void a_stranger_is_led_to_the_sign_in_from_wherever_staff_gets() {
        Person stranger = new Person();
        for (Seen seen : staff.pages()) {
            String where = seen.address().getPath();
            if (!where.equals("/sign-in") && !where.equals("/nowhere") && !where.startsWith("/pay/")) {
                Seen closed = stranger.look(seen.address());
                assertThat(closed.status()).as(where).isEqualTo(303);
                assertThat(closed.leadsTo().orElseThrow().getPath()).as(where).isEqualTo("/sign-in");
            }
        }
    }

    @Test
    void what_another_organisation_gets_to_answers_as_what_never_was() {
        Walk other = new Walk(sandbox);
        other.signIn(sandbox.login("admin", 1));
        int compared = 0;
        for (Seen seen : staff.pages()) {
            String path = seen.address().getPath();
            if (path.startsWith("/project/") || path.startsWith("/client/")) {
                String id = path.split("/")[2];
                Seen foreign = other.person().look(seen.address());
                Seen never = other.person()
                        .look(URI.create(
                                seen.address().toString().replace(id, "00000000-0000-7000-8000-000000000000")));
                assertThat(foreign.status()).as(path).isEqualTo(404);
                assertThat(foreign.words()).as(path).isEqualTo(never.words());
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(20);
    }

    private static Map<String, String> policy(Seen seen) {
        List<String> policies = seen.headers().allValues("Content-Security-Policy");
        assertThat(policies).as(seen.address().getPath()).hasSize(1);
        Map<String, String> directives = new LinkedHashMap<>();
        for (String part : policies.get(0).split(";")) {
            String[] words = part.strip().split(" ", 2);
            directives.put(words[0], words.length > 1 ? words[1].strip() : "");
        }
        return directives;
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }

    private static String header(Seen seen, String name) {
        return seen.headers().firstValue(name).orElse("");
    }
}
