package dev.quittance.platform.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.quittance.platform.sample.PluginBuild;
import dev.quittance.platform.sample.TestDatabase;
import dev.quittance.platform.sample.TestHost;
import dev.quittance.platform.sample.TestServer;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ServicesIT {
    private static final String WRITE = "/project/1/actions/sample/write";
    private static final String JSON = "application/vnd.quittance.ui+json";

    private final HttpServer stripe = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final TestHost host = new TestHost(TestDatabase.H2);
    private final TestServer server;

    ServicesIT() throws Exception {
        stripe.createContext("/", exchange -> {
            seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            boolean moved = exchange.getRequestURI().getPath().equals("/moved");
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(moved ? 302 : 200, -1);
            exchange.close();
        });
        stripe.start();
        Path data = Files.createTempDirectory("services");
        URI local = URI.create("http://127.0.0.1:" + stripe.getAddress().getPort());
        server = new TestServer(
                host,
                data,
                settings -> settings.withOriginSubstitutions(Map.of(URI.create("https://api.sample.test"), local)));
        server.platform().plugins().install(PluginBuild.of("sample", "1.0.0").zip(data));
        server.platform().plugins().enable("sample");
    }

    @AfterAll
    void end() throws Exception {
        server.close();
        host.close();
        stripe.stop(0);
    }

    @Test
    void a_request_goes_where_the_sandbox_leads_it_with_the_key_opened_on_the_way() throws Exception {
        assertThat(act("call", "https://api.sample.test/v1/x?a=1", "sk_test_1")).contains("status 200");

        assertThat(seen).contains("POST /v1/x?a=1 Bearer sk_test_1 a=b");
    }

    @Test
    void redirects_are_not_followed() throws Exception {
        assertThat(act("call", "https://api.sample.test/moved", "k")).contains("status 302");
        assertThat(seen).noneMatch(request -> request.contains("/elsewhere"));
    }

    @Test
    void an_origin_that_is_not_declared_gets_nothing() throws Exception {
        assertThat(act("call", "https://evil.test/", "k")).contains("not sent");
        assertThat(act("call", "http://127.0.0.1:" + stripe.getAddress().getPort() + "/", "k"))
                .contains("not sent");
    }

    @Test
    void a_mail_has_two_forms_one_address_and_the_same_id_each_time() throws Exception {
        host.mail().purgeEmailFromAllMailboxes();
        assertThat(act("mail", "dana@example.com", "")).contains("HANDED_OVER");
        assertThat(act("mail", "dana@example.com", "")).contains("HANDED_OVER");

        MimeMessage[] mails = host.mail().getReceivedMessages();
        assertThat(mails).hasSize(2);
        assertThat(mails[0].getMessageID()).isEqualTo(mails[1].getMessageID()).endsWith("@crm.example>");
        assertThat(mails[0].getFrom()[0].toString()).isEqualTo("Ridgeline Roofing <payments@crm.example>");
        assertThat(mails[0].getReplyTo()[0].toString()).isEqualTo("office@ridgeline.example");
        assertThat(mails[0].getSubject()).isEqualTo("2 notes for $6,000.00");
        MimeMultipart parts = (MimeMultipart) mails[0].getContent();
        String text = parts.getBodyPart(0).getContent().toString();
        String html = parts.getBodyPart(1).getContent().toString();
        assertThat(text).contains("Hello <Dana>").contains("Paid by: Visa 4242").contains(server.base() + "/see/a%20b");
        assertThat(html).contains("Hello &lt;Dana&gt;").contains("href=\"" + server.base() + "/see/a%20b\"");
        assertThat(html).contains("Thank you").doesNotContain("<script");
    }

    @Test
    void an_address_that_is_none_is_refused_for_good() throws Exception {
        for (String address :
                List.of("no address", "a@b.example, c@d.example", "a@b.example\r\nBcc: c@d.example", "@")) {
            assertThat(act("mail", address, "")).contains("REFUSED");
        }
    }

    @Test
    void a_notice_comes_in_plain_words_with_an_address_that_the_host_can_use() throws Exception {
        act("notify", "", "");

        assertThat(host.told()).anySatisfy(notice -> {
            assertThat(notice.key()).isEqualTo("sample:n1");
            assertThat(notice.text().fallback()).isEqualTo("1 note for EUR\u00a01.00");
            assertThat(notice.target().toString()).contains(server.base() + "/x/sample/settings");
        });
    }

    @Test
    void a_refused_connection_is_not_sent_and_a_broken_answer_is_no_answer() throws Exception {
        Path data = Files.createTempDirectory("broken");
        try (ServerSocket cut = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                TestHost other = new TestHost(TestDatabase.H2)) {
            Thread cutter = new Thread(() -> cutAll(cut));
            cutter.start();
            URI local = URI.create("http://127.0.0.1:" + cut.getLocalPort());
            try (TestServer broken = new TestServer(
                    other,
                    data,
                    settings ->
                            settings.withOriginSubstitutions(Map.of(URI.create("https://api.sample.test"), local)))) {
                broken.platform()
                        .plugins()
                        .install(PluginBuild.of("sample", "1.0.0").zip(data));
                broken.platform().plugins().enable("sample");

                assertThat(act(broken, "call", "https://api.sample.test/", "k")).contains("no answer");
                cut.close();
                cutter.join();
                assertThat(act(broken, "call", "https://api.sample.test/", "k")).contains("not sent");
            }
        }
    }

    /** Takes connections, reads a little and cuts them. */
    private static void cutAll(ServerSocket server) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                int first = socket.getInputStream().read();
                assertThat(first).isNotNegative();
            } catch (IOException e) {
                assertThat(server.isClosed()).isTrue();
            }
        }
    }

    private String act(String what, String more, String key) throws Exception {
        return act(server, what, more, key);
    }

    private static String act(TestServer server, String what, String more, String key) throws Exception {
        HttpResponse<String> answer = server.post(
                "olga",
                WRITE,
                TestServer.filledIn(server.get("olga", WRITE), "what", what, "amount", "1", "more", more, "key", key),
                "Accept",
                JSON);
        return answer.body();
    }
}
