package dev.quittance.crm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.crm.storage.Engine;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Coming in and going out. */
final class DoorIT {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Engine.class)
    void signing_in_leads_to_where_one_wanted_to_go_and_signing_out_ends_it(Engine engine)
            throws IOException, InterruptedException {
        try (RunningCrm crm = RunningCrm.start(engine.open(), folder, "")) {
            Caller caller = new Caller(crm.url());
            HttpResponse<String> closed = caller.get("/projects");
            assertThat(closed.statusCode()).isEqualTo(303);
            assertThat(closed.headers().firstValue("Location")).contains("/sign-in?next=%2Fprojects");

            String form = caller.get("/sign-in?next=%2Fprojects").body();
            assertThat(form).contains("value=\"/projects\"");
            HttpResponse<String> in = caller.signIn(RunningCrm.login(0));
            assertThat(in.statusCode()).isEqualTo(303);
            HttpResponse<String> page = caller.get("/projects");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("Ruiz roof", "$15,000.00").doesNotContain("Reetdach");

            Map<String, String> before = Map.copyOf(caller.cookies());
            assertThat(caller.post("/sign-out", Map.of("_token", Caller.token(page.body())))
                            .statusCode())
                    .isEqualTo(303);
            caller.cookies().putAll(before);
            assertThat(caller.get("/projects").statusCode()).isEqualTo(303);
        }
    }

    @Test
    void a_wrong_password_and_a_wrong_login_are_answered_alike() throws IOException, InterruptedException {
        try (RunningCrm crm = RunningCrm.start(Engine.H2.open(), folder, "")) {
            HttpResponse<String> password = new Caller(crm.url()).signIn("office@ridgeline.example", "wrong");
            HttpResponse<String> login = new Caller(crm.url()).signIn("nobody@ridgeline.example", "wrong");

            assertThat(password.statusCode()).isEqualTo(422);
            assertThat(login.statusCode()).isEqualTo(422);
            assertThat(words(password.body()).replace("office@", "nobody@")).isEqualTo(words(login.body()));
            assertThat(password.headers().allValues("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void guessing_is_answered_429_with_how_long_to_wait() throws IOException, InterruptedException {
        try (RunningCrm crm = RunningCrm.start(Engine.H2.open(), folder, "")) {
            Caller caller = new Caller(crm.url());
            for (int i = 0; i < 10; i++) {
                assertThat(caller.signIn("office@ridgeline.example", "guess" + i)
                                .statusCode())
                        .isEqualTo(422);
            }

            HttpResponse<String> stopped = caller.signIn(RunningCrm.login(0));

            assertThat(stopped.statusCode()).isEqualTo(429);
            assertThat(stopped.headers().firstValueAsLong("Retry-After").orElse(0))
                    .isBetween(800L, 901L);
            assertThat(stopped.body()).contains("Nobody was signed in");
        }
    }

    @Test
    void a_session_id_that_somebody_planted_is_not_the_one_signed_in_with() throws IOException, InterruptedException {
        try (RunningCrm crm = RunningCrm.start(Engine.H2.open(), folder, "")) {
            Caller caller = new Caller(crm.url());
            String name = "crm_session_" + crm.url().getPort();
            caller.cookies().put(name, "planted");

            assertThat(caller.signIn(RunningCrm.login(0)).statusCode()).isEqualTo(303);

            assertThat(caller.cookies().get(name)).isNotEqualTo("planted").hasSizeGreaterThan(40);
            String first = caller.cookies().get(name);
            caller.cookies().remove(name);
            assertThat(caller.signIn(RunningCrm.login(0)).statusCode()).isEqualTo(303);
            assertThat(caller.cookies().get(name)).isNotEqualTo(first);
        }
    }

    @Test
    void after_signing_in_nobody_is_led_elsewhere() throws IOException, InterruptedException {
        try (RunningCrm crm = RunningCrm.start(Engine.H2.open(), folder, "")) {
            Caller caller = new Caller(crm.url());
            String token =
                    Caller.token(caller.get("/sign-in?next=//evil.example").body());

            HttpResponse<String> in = caller.post(
                    "/sign-in",
                    Map.of(
                            "_token",
                            token,
                            "email",
                            RunningCrm.login(0).email(),
                            "password",
                            RunningCrm.login(0).password(),
                            "next",
                            "//evil.example/"));

            assertThat(in.headers().firstValue("Location")).contains("/");
        }
    }

    @Test
    void a_form_that_is_not_ours_is_refused_and_changes_nothing() throws IOException, InterruptedException {
        try (RunningCrm crm = RunningCrm.start(Engine.H2.open(), folder, "")) {
            Caller caller = new Caller(crm.url());
            caller.signIn(RunningCrm.login(0));
            String token = Caller.token(caller.get("/").body());
            Caller other = new Caller(crm.url());
            other.signIn(RunningCrm.login(1));
            String theirs = Caller.token(other.get("/").body());

            assertThat(caller.post("/sign-out", Map.of()).statusCode()).isEqualTo(403);
            assertThat(caller.post("/sign-out", Map.of("_token", theirs)).statusCode())
                    .isEqualTo(403);
            assertThat(caller.post("/sign-out", Map.of("_token", token), "Origin", "https://evil.example")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(caller.post("/sign-out", Map.of("_token", token), "Sec-Fetch-Site", "cross-site")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(caller.get("/").statusCode()).isEqualTo(200);
            assertThat(caller.post("/sign-out", Map.of("_token", token), "Sec-Fetch-Site", "same-origin")
                            .statusCode())
                    .isEqualTo(303);
        }
    }

    @Test
    void signing_in_from_another_sites_form_does_not_work() throws IOException, InterruptedException {
        try (RunningCrm crm = RunningCrm.start(Engine.H2.open(), folder, "")) {
            Caller caller = new Caller(crm.url());

            HttpResponse<String> forced = caller.post(
                    "/sign-in",
                    Map.of(
                            "email",
                            RunningCrm.login(0).email(),
                            "password",
                            RunningCrm.login(0).password()));

            assertThat(forced.statusCode()).isEqualTo(403);
            assertThat(caller.cookies()).isEmpty();
        }
    }

    private static String words(String html) {
        return Jsoup.parse(html).text();
    }
}
