package dev.quittance.emulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmulatorMainIT {
    private static final int CANNOT_RUN = 1;
    private static final int WRONG_USAGE = 2;

    private static final int CALLERS = 8;
    private static final int ANSWERS_BEFORE_THE_KILL = 300;

    @TempDir
    Path data;

    @Test
    void what_was_answered_before_kill_9_is_there_after_it() throws Exception {
        String session;
        String before;
        ObjectNode announced;
        try (EmulatorProcess first = EmulatorProcess.start(data, "--port", "0")) {
            announced = first.announced();
            ObjectNode made = first.browser().session();
            session = made.path("id").asText();
            assertThat(first.browser().pay(made).statusCode()).isEqualTo(303);
            before = first.browser()
                    .send("GET", "/v1/checkout/sessions/" + session + "?expand[0]=payment_intent", Map.of())
                    .body();
            first.kill();
        }

        try (EmulatorProcess second = EmulatorProcess.start(data, "--port", "0")) {
            assertThat(second.announced().path("accounts")).isEqualTo(announced.path("accounts"));
            assertThat(second.browser()
                            .send("GET", "/v1/checkout/sessions/" + session + "?expand[0]=payment_intent", Map.of())
                            .body())
                    .isEqualTo(before);
        }
        assertThat(Files.readString(data.resolve("journal.jsonl"))).doesNotContain("4242424242424242");
    }

    @Test
    void nothing_that_was_answered_under_load_is_lost_by_kill_9_and_nothing_is_there_by_half() throws Exception {
        Set<String> answered = ConcurrentHashMap.newKeySet();
        try (EmulatorProcess first = EmulatorProcess.start(data, "--port", "0")) {
            ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
            CountDownLatch enough = new CountDownLatch(ANSWERS_BEFORE_THE_KILL);
            for (int i = 0; i < CALLERS; i++) {
                callers.execute(() -> createUntilItDies(first.browser(), answered, enough));
            }
            assertThat(enough.await(4, TimeUnit.MINUTES)).isTrue();
            first.kill();
            callers.shutdown();
            assertThat(callers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }

        try (EmulatorProcess second = EmulatorProcess.start(data, "--port", "0")) {
            Set<String> customers = ids(second.browser(), "/v1/customers?limit=100", "/id");
            Set<String> told = ids(second.browser(), "/v1/events?limit=100&type=customer.created", "/data/object/id");
            assertThat(customers).containsAll(answered);
            assertThat(told).isEqualTo(customers);
        }
    }

    private static void createUntilItDies(Browser browser, Set<String> answered, CountDownLatch enough) {
        try {
            while (true) {
                answered.add(browser.api("POST", "/v1/customers", Map.of("name", "Dana"))
                        .path("id")
                        .asText());
                enough.countDown();
            }
        } catch (IOException e) {
            // It is dead, as it should be by now.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Set<String> ids(Browser browser, String path, String pointer) throws Exception {
        Set<String> ids = new HashSet<>();
        String after = "";
        ObjectNode page;
        do {
            page = browser.api("GET", path + after, Map.of());
            for (JsonNode each : page.path("data")) {
                ids.add(each.at(pointer).asText());
                after = "&starting_after=" + each.path("id").asText();
            }
        } while (page.path("has_more").asBoolean());
        return ids;
    }

    @Test
    void by_default_there_is_an_american_and_a_german_account() throws Exception {
        try (EmulatorProcess program = EmulatorProcess.start(data, "--port", "0")) {
            ObjectNode announced = program.announced();

            assertThat(announced.path("secretKey").asText()).startsWith("sk_test_");
            assertThat(announced.path("connectUrl")).isEqualTo(announced.path("url"));
            assertThat(announced.at("/accounts/0/name").asText()).isEqualTo("Ridgeline Roofing");
            assertThat(announced.at("/accounts/1/name").asText()).isEqualTo("Küstenbau GmbH");
            Browser german = Browser.at(
                    program.browser().origin(),
                    announced.at("/accounts/1/secretKey").asText());
            assertThat(german.api("GET", "/v1/account", Map.of())
                            .path("default_currency")
                            .asText())
                    .isEqualTo("eur");
        }
    }

    @Test
    void keys_and_accounts_can_be_chosen() throws Exception {
        try (EmulatorProcess program = EmulatorProcess.start(
                data, "--port", "0", "--account", "Dach & Fach:AT:eur", "--secret-key", "sk_test_dachundfach1")) {
            assertThat(program.announced().path("accounts")).hasSize(1);
            assertThat(program.browser()
                            .api("GET", "/v1/account", Map.of())
                            .path("country")
                            .asText())
                    .isEqualTo("AT");
        }
        assertThat(exitOf("--port", "0", "--account", "Dach & Fach:AT:eur", "--secret-key", "sk_test_another0001"))
                .isEqualTo(WRONG_USAGE);
    }

    @Test
    void asked_to_stop_it_stops_in_order() throws Exception {
        try (EmulatorProcess program = EmulatorProcess.start(data, "--port", "0")) {
            program.terminate();
        }
        try (EmulatorProcess again = EmulatorProcess.start(data, "--port", "0")) {
            assertThat(again.browser().send("GET", "/healthz", Map.of()).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void wrong_usage_and_a_data_folder_in_use_have_their_own_exit_status() throws Exception {
        assertThat(exitOf("--colour", "red")).isEqualTo(WRONG_USAGE);
        assertThat(exitOf("--account", "nonsense")).isEqualTo(WRONG_USAGE);
        assertThat(exitOf("--secret-key", "sk_live_abcdefgh")).isEqualTo(WRONG_USAGE);
        try (EmulatorProcess program = EmulatorProcess.start(data, "--port", "0")) {
            assertThat(exitOf("--port", "0")).isEqualTo(CANNOT_RUN);
            assertThat(program.browser().send("GET", "/healthz", Map.of()).statusCode())
                    .isEqualTo(200);
        }
    }

    private int exitOf(String... options) throws Exception {
        Process process = EmulatorProcess.spawn(data, options);
        boolean ended = process.waitFor(20, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended).isTrue();
        return process.exitValue();
    }
}
