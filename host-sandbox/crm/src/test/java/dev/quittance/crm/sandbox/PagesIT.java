package dev.quittance.crm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.crm.storage.Engine;
import dev.quittance.crm.web.Access;
import dev.quittance.crm.web.Route;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What everybody gets to see, and what nobody does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PagesIT {
    private static final String NOBODYS = "00000000-0000-7000-8000-000000000000";
    private static final List<String> PAGES =
            List.of("/", "/projects", "/clients", "/notifications", "/inbox", "/settings", "/sign-in", "/nowhere");

    private RunningCrm crm;
    private Caller admin;
    private Caller elsewhere;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException, InterruptedException {
        crm = RunningCrm.start(Engine.H2.open(), folder, "");
        admin = new Caller(crm.url());
        admin.signIn(RunningCrm.login(2));
        elsewhere = new Caller(crm.url());
        elsewhere.signIn(RunningCrm.login(5));
    }

    @AfterAll
    void close() {
        crm.close();
    }

    @Test
    void another_organisations_record_is_answered_as_one_that_never_was() throws IOException, InterruptedException {
        String project = first(elsewhere, "/projects", "/project/");
        String client = first(elsewhere, "/clients", "/client/");
        int tried = 0;
        for (Route route : crm.crm().routes()) {
            if (route.method().equals("GET") && route.pattern().contains("{id}")) {
                for (String id : List.of(project, client, "1", "' or 1=1--", "%2e%2e")) {
                    HttpResponse<String> foreign = admin.get(route.pattern().replace("{id}", encoded(id)));
                    HttpResponse<String> unknown = admin.get(route.pattern().replace("{id}", NOBODYS));
                    assertThat(foreign.statusCode())
                            .as(route.pattern() + " " + id)
                            .isIn(400, 404);
                    if (foreign.statusCode() == 404) {
                        assertThat(foreign.body()).isEqualTo(unknown.body());
                    }
                    tried++;
                }
            }
        }
        assertThat(tried).isGreaterThanOrEqualTo(5 * 5);
        assertThat(elsewhere.get("/project/" + project).statusCode()).isEqualTo(200);
        assertThat(elsewhere.get("/client/" + client).statusCode()).isEqualTo(200);
        assertThat(elsewhere.get("/projects").body())
                .contains("18.400,00\u00a0€")
                .doesNotContain("Ruiz");
    }

    @Test
    void whoever_is_not_signed_in_sees_nothing_that_is_not_everybodys() throws IOException, InterruptedException {
        Caller stranger = new Caller(crm.url());
        for (Route route : crm.crm().routes()) {
            String path = route.pattern().replace("{id}", NOBODYS);
            HttpResponse<String> answer = stranger.send(route.method(), path);
            if (route.access().kind() == Access.Kind.EVERYBODY) {
                assertThat(answer.statusCode()).as(path).isNotEqualTo(303);
            } else {
                assertThat(answer.statusCode()).as(path).isEqualTo(303);
                assertThat(answer.headers().firstValue("Location").orElse(""))
                        .as(path)
                        .startsWith("/sign-in");
            }
        }
    }

    @Test
    void the_settings_are_open_to_admins_alone() throws IOException, InterruptedException {
        for (int n : new int[] {0, 1}) {
            Caller other = new Caller(crm.url());
            other.signIn(RunningCrm.login(n));
            assertThat(other.get("/settings").statusCode()).isEqualTo(403);
            assertThat(other.get("/").body()).doesNotContain("href=\"/settings\"");
        }
        assertThat(admin.get("/settings").body()).contains("Ridgeline Roofing", "America/Denver");
    }

    @Test
    void every_page_tells_the_browser_to_be_careful() throws IOException, InterruptedException {
        for (String path : PAGES) {
            HttpResponse<String> page = admin.get(path);
            String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
            assertThat(policy).as(path).contains("default-src 'none'", "form-action 'self'", "frame-ancestors 'none'");
            assertThat(policy).as(path).doesNotContain("unsafe");
            assertThat(page.headers().firstValue("X-Content-Type-Options"))
                    .as(path)
                    .contains("nosniff");
            assertThat(page.headers().firstValue("Cross-Origin-Opener-Policy"))
                    .as(path)
                    .contains("same-origin");
            assertThat(page.headers().firstValue("Cache-Control")).as(path).contains("no-store");
            assertThat(page.headers().firstValue("Strict-Transport-Security"))
                    .as(path)
                    .isEmpty();
            assertThat(page.headers().firstValue("Server")).as(path).isEmpty();
        }
    }

    @Test
    void every_page_has_one_heading_and_needs_nothing_that_the_policy_forbids()
            throws IOException, InterruptedException {
        for (String path : PAGES) {
            Document page = Jsoup.parse((path.equals("/sign-in") ? new Caller(crm.url()) : admin)
                    .get(path)
                    .body());
            assertThat(page.select("h1")).as(path).hasSize(1);
            assertThat(page.select("style, [style], script:not([src]), [onclick], [onload]"))
                    .as(path)
                    .isEmpty();
            assertThat(page.select("main#main")).as(path).hasSize(1);
            assertThat(page.select("table:not(:has(caption))")).as(path).isEmpty();
            for (Element part : page.select("link[rel=stylesheet], script[src], link[rel=icon]")) {
                String address = part.hasAttr("href") ? part.attr("href") : part.attr("src");
                HttpResponse<String> asset = admin.get(address);
                assertThat(asset.statusCode()).as(address).isEqualTo(200);
                assertThat(asset.body()).as(address).isNotEmpty();
            }
        }
    }

    @Test
    void trouble_is_said_without_detail_and_can_be_found_in_the_log() throws IOException, InterruptedException {
        HttpResponse<String> broken = admin.get("/broken");

        assertThat(broken.statusCode()).isEqualTo(500);
        assertThat(broken.body())
                .contains("Reference: <code>")
                .doesNotContain("nobody's business", "nobody&#39;s", "Exception", "\tat ");
        assertThat(admin.get("/nowhere").statusCode()).isEqualTo(404);
        assertThat(admin.post("/projects", Map.of()).statusCode()).isEqualTo(405);
        assertThat(admin.send("DELETE", "/projects").statusCode()).isEqualTo(405);
        assertThat(admin.send("HEAD", "/projects").statusCode()).isEqualTo(200);
        assertThat(admin.get("/sign-in?next=%ff%fe").statusCode()).isIn(303, 400);
    }

    @Test
    void a_host_name_that_is_not_ours_finds_nothing() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", crm.url().getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write("GET /sign-in HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            InputStream in = socket.getInputStream();
            String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 421").doesNotContain("password");
        }
    }

    @Test
    void a_mail_is_shown_in_a_frame_that_can_do_nothing() throws IOException, InterruptedException, MessagingException {
        send("<p>Hello</p><script>alert(1)</script><a href=\"https://a.example/pay/x\">Pay</a>");

        Document list = Jsoup.parse(admin.get("/inbox").body());
        Element link = list.expectFirst("a[href*=/inbox/]");
        Document letter = Jsoup.parse(admin.get(link.attr("href")).body());
        Element frame = letter.expectFirst("iframe");
        HttpResponse<String> html = admin.get(frame.attr("src"));

        assertThat(letter.select("h1").text()).isEqualTo("A <b>mail</b>");
        assertThat(letter.select("script:not([src])")).isEmpty();
        assertThat(frame.attr("sandbox")).doesNotContain("allow-scripts", "allow-same-origin", "allow-forms");
        assertThat(html.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "form-action 'none'", "sandbox allow-popups")
                .doesNotContain("script-src", "allow-scripts");
        assertThat(Jsoup.parse(html.body()).select("a").attr("target")).isEqualTo("_blank");
        assertThat(Jsoup.parse(html.body()).select("a").attr("rel")).contains("noopener");
        assertThat(admin.get(link.attr("href") + "/source").body()).startsWith("Delivered-To: a@example.com");
    }

    @Test
    void on_https_cookies_are_secure_and_browsers_stay_there(@TempDir Path folder)
            throws IOException, InterruptedException {
        try (RunningCrm secure = RunningCrm.start(Engine.H2.open(), folder, "https://crm.example")) {
            HttpResponse<String> page = new Caller(secure.url()).get("/sign-in");

            assertThat(page.headers().firstValue("Strict-Transport-Security").orElse(""))
                    .contains("max-age=");
            assertThat(page.headers().firstValue("Set-Cookie").orElse(""))
                    .startsWith("__Host-")
                    .contains("; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/")
                    .doesNotContain("Domain");
        }
    }

    private void send(String html) throws MessagingException {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", Integer.toString(crm.mailPort()));
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom("payments@sandbox.example");
        message.setRecipients(Message.RecipientType.TO, "a@example.com");
        message.setSubject("A <b>mail</b>");
        message.setContent(html, "text/html; charset=UTF-8");
        Transport.send(message);
    }

    private static String first(Caller caller, String list, String prefix) throws IOException, InterruptedException {
        return Jsoup.parse(caller.get(list).body())
                .select("a[href^=" + prefix + "]")
                .attr("href")
                .substring(prefix.length());
    }

    private static String encoded(String id) {
        return id.replace(" ", "%20").replace("'", "%27");
    }
}
