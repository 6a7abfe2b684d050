package dev.quittance.trials.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.trials.person.FilledForm;
import dev.quittance.trials.person.Person;
import dev.quittance.trials.person.Seen;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What comes in is bounded, and whoever takes their time or guesses stands in nobody else's way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LimitsIT {
    private static final String FORM = "application/x-www-form-urlencoded";
    /** As many as the server answers at a time. */
    private static final int WORKERS = 40;

    private Sandbox sandbox;
    private Walk admin;
    private URI payLink;

    @BeforeAll
    void open(@TempDir Path folder) {
        sandbox = Sandbox.start(folder.resolve("data"));
        admin = new Walk(sandbox);
        admin.signIn(sandbox.login("admin", 0));
        admin.requestShare(admin.project("Ruiz roof"), "40");
        payLink = admin.payLink(List.of());
    }

    @AfterAll
    void close() {
        sandbox.close();
    }

    @Test
    void a_form_of_a_plugin_has_at_most_128_kib_and_200_fields() {
        FilledForm form = admin.requestForm(admin.project("Ortega gutters"));
        FilledForm many = form;
        for (int i = 0; i < 200; i++) {
            many = many.with("f" + i, "x");
        }

        assertThat(admin.person()
                        .submitOnly(form.with("description", "x".repeat(128 * 1024)))
                        .status())
                .isEqualTo(400);
        assertThat(admin.person().submitOnly(many).status()).isEqualTo(400);
        assertThat(new Person()
                        .post(
                                payLink,
                                ("a=" + "x".repeat(128 * 1024)).getBytes(StandardCharsets.US_ASCII),
                                Map.of("Content-Type", FORM))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_form_of_the_crm_has_at_most_128_kib_and_420_fields() {
        StringBuilder many = new StringBuilder("a=1");
        for (int i = 0; i < 420; i++) {
            many.append("&f").append(i).append("=x");
        }
        for (String body : List.of("email=" + "x".repeat(128 * 1024), many.toString())) {
            assertThat(new Person()
                            .post(
                                    sandbox.url().resolve("/sign-in"),
                                    body.getBytes(StandardCharsets.US_ASCII),
                                    Map.of("Content-Type", FORM))
                            .status())
                    .isIn(400, 413);
        }
    }

    @Test
    void a_webhook_has_at_most_256_kib() {
        URI nobodys = sandbox.url().resolve("/webhooks/stripe-payments/AAAAAAAAAAAAAAAAAAAAAA");

        assertThat(new Person()
                        .post(nobodys, new byte[256 * 1024 + 1], Map.of())
                        .status())
                .isEqualTo(413);
        assertThat(new Person().post(nobodys, new byte[256 * 1024], Map.of()).status())
                .isEqualTo(404);
    }

    @Test
    void a_call_of_rest_has_at_most_one_mebibyte() {
        URI rest = sandbox.url().resolve("/api/plugins/stripe-payments/payment_requests");

        assertThat(admin.person()
                        .post(rest, new byte[1024 * 1024 + 1], Map.of("Content-Type", "application/json"))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void an_address_and_headers_have_at_most_8_kib() {
        String host = "Host: " + sandbox.url().getAuthority();

        assertThat(RawHttp.status(
                        RawHttp.say(sandbox.url(), "", "GET /projects?after=" + "x".repeat(9000) + " HTTP/1.1", host)))
                .isIn(414, 431);
        assertThat(RawHttp.status(
                        RawHttp.say(sandbox.url(), "", "GET / HTTP/1.1", host, "X-Long: " + "x".repeat(9000))))
                .isEqualTo(431);
    }

    @Test
    void a_page_of_a_list_and_a_cursor_are_bounded() {
        URI project = admin.project("Ruiz roof");
        Seen list =
                admin.person().look(URI.create(project + "/lists/stripe-payments/payments?after=" + "x".repeat(201)));

        assertThat(list.status()).isEqualTo(404);
        assertThat(admin.projects().size()).isLessThanOrEqualTo(50);
    }

    @Test
    void clients_that_dribble_their_forms_do_not_keep_the_others_waiting_for_ever() throws Exception {
        List<Socket> slow = new ArrayList<>();
        ScheduledExecutorService dribble = Executors.newSingleThreadScheduledExecutor();
        try {
            for (int i = 0; i < WORKERS; i++) {
                slow.add(begun());
            }
            CountDownLatch rounds = new CountDownLatch(3);
            dribble.scheduleAtFixedRate(
                    () -> {
                        slow.forEach(LimitsIT::oneByte);
                        rounds.countDown();
                    },
                    0,
                    3,
                    TimeUnit.SECONDS);
            assertThat(rounds.await(30, TimeUnit.SECONDS)).isTrue();

            Eventually.so("a page in spite of slow clients", Duration.ofSeconds(70), () -> {
                try {
                    return new Person().look(sandbox.url().resolve("/healthz")).status() == 200;
                } catch (java.io.UncheckedIOException e) {
                    return false;
                }
            });
        } finally {
            dribble.shutdownNow();
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void guessing_passwords_keeps_nobody_from_paying() {
        for (int i = 0; i < 60; i++) {
            Seen page = new Person().look(sandbox.url().resolve("/sign-in"));
            assertThat(page.status()).isEqualTo(200);
        }
        Person guesser = new Person();
        int status = 0;
        for (int i = 0; i < 60 && status != 429; i++) {
            FilledForm form = guesser.look(sandbox.url().resolve("/sign-in")).form("form:has([type=password])");
            status = guesser.submitOnly(
                            form.with("email", "nobody" + i + "@evil.example").with("password", "x"))
                    .status();
        }

        assertThat(status).as("the guesser's address is stopped").isEqualTo(429);
        assertThat(new Person().look(payLink).status()).isEqualTo(200);
        assertThat(admin.clickPay(payLink).body()).as("the hosted page").contains("cardNumber");
    }

    private Socket begun() throws IOException {
        Socket socket = new Socket("127.0.0.1", sandbox.url().getPort());
        OutputStream out = socket.getOutputStream();
        out.write(("POST " + payLink.getPath() + " HTTP/1.1\r\nHost: "
                        + sandbox.url().getAuthority() + "\r\nContent-Type: " + FORM
                        + "\r\nContent-Length: 5000\r\n\r\na=")
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return socket;
    }

    private static void oneByte(Socket socket) {
        try {
            socket.getOutputStream().write('x');
            socket.getOutputStream().flush();
        } catch (IOException e) {
            // The server has had enough of it: what we want.
            assertThat(e).isNotNull();
        }
    }
}
