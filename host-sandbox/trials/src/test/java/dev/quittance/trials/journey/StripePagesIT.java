package dev.quittance.trials.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import dev.quittance.emulator.account.AccountSpec;
import dev.quittance.emulator.http.EmulatorServer;
import dev.quittance.emulator.http.EmulatorSettings;
import dev.quittance.emulator.journal.Journal;
import dev.quittance.emulator.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page of the local Stripe, for payers, owners and developers: narrow and wide, light and dark, with axe looking. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StripePagesIT {
    private static final String KEY = "sk_test_pages000000001";
    private static final String PAYMENT = "&currency=usd&confirm=true&return_url=http%3A%2F%2Flocalhost%3A9%2F";
    private static final int HEIGHT = 800;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> pages = new LinkedHashMap<>();
    private EmulatorServer server;
    private Chromium chromium;

    @BeforeAll
    void open() throws IOException, InterruptedException {
        server = EmulatorServer.start(EmulatorSettings.onThisMachine(0, Journal.inMemory()));
        String account = server.stripe()
                .addAccount(new AccountSpec("Lakeside Plumbing & Heating", "US", "usd", Optional.of(KEY)))
                .account();
        chromium = new Chromium();
        payersPages();
        ownersPages(account);
        developersPages();
    }

    @AfterAll
    void close() {
        chromium.close();
        server.close();
    }

    private ObjectNode post(String path, String form) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(server.url().resolve(path))
                        .timeout(Duration.ofSeconds(60))
                        .header("Authorization", "Bearer " + KEY)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 303);
        return Json.read(answer.body());
    }

    private void payersPages() throws IOException, InterruptedException {
        String session = post(
                        "/v1/checkout/sessions",
                        "mode=payment&success_url=http://localhost:9/&cancel_url=http://localhost:9/"
                                + "&line_items[0][price_data][currency]=usd&line_items[0][price_data][unit_amount]=640000"
                                + "&line_items[0][price_data][product_data][name]=Deposit+for+the+roof"
                                + "&line_items[0][quantity]=1")
                .path("url")
                .asText();
        pages.put("card", session);
        for (String way : List.of("us_bank_account", "apple_pay", "us_bank_account_manual")) {
            pages.put(way, session + "?method=" + way);
        }
        String customer =
                post("/v1/customers", "email=ana@example.com").path("id").asText();
        pages.put(
                "setup",
                post(
                                "/v1/checkout/sessions",
                                "mode=setup&currency=usd&customer=" + customer + "&success_url=http://localhost:9/")
                        .path("url")
                        .asText());
        pages.put("no such page", server.url().resolve("/c/pay/cs_test_none").toString());
        askedPages();
    }

    private void askedPages() throws IOException, InterruptedException {
        ObjectNode asked =
                post("/v1/payment_intents", "amount=6000&payment_method=pm_card_authenticationRequired" + PAYMENT);
        pages.put("3-D Secure", asked.at("/next_action/redirect_to_url/url").asText());
        String bank = post(
                        "/v1/payment_methods",
                        "type=us_bank_account&us_bank_account[routing_number]=110000000"
                                + "&us_bank_account[account_number]=000123456789"
                                + "&us_bank_account[account_holder_type]=individual&billing_details[name]=Dana")
                .path("id")
                .asText();
        ObjectNode deposits = post(
                "/v1/payment_intents",
                "amount=90000&payment_method=" + bank + "&payment_method_types[0]=us_bank_account"
                        + "&mandate_data[customer_acceptance][type]=offline" + PAYMENT);
        pages.put(
                "small deposits",
                deposits.at("/next_action/verify_with_microdeposits/hosted_verification_url")
                        .asText());
    }

    private void ownersPages(String account) throws IOException, InterruptedException {
        String fresh = post("/v1/accounts", "type=express&capabilities[card_payments][requested]=true")
                .path("id")
                .asText();
        String link = post(
                        "/v1/account_links",
                        "type=account_onboarding&refresh_url=http://localhost:9/&return_url=http://localhost:9/&account="
                                + fresh)
                .path("url")
                .asText();
        HttpResponse<Void> visit =
                http.send(HttpRequest.newBuilder(URI.create(link)).build(), HttpResponse.BodyHandlers.discarding());
        pages.put(
                "onboarding",
                server.url()
                        .resolve(visit.headers().firstValue("Location").orElseThrow())
                        .toString());
        server.stripe().addAccount(new AccountSpec("Hill & Dale", "US", "usd", Optional.empty()));
        String client = post("/_local/applications", "redirect_uris[0]=http://localhost:9/&account=" + account)
                .path("client_id")
                .asText();
        pages.put(
                "agreeing to a platform",
                server.url()
                        .resolve("/oauth/authorize?response_type=code&scope=read_write&redirect_uri=http://localhost:9/"
                                + "&client_id=" + client)
                        .toString());
    }

    private void developersPages() throws IOException, InterruptedException {
        ObjectNode paid = post("/v1/payment_intents", "amount=6000&payment_method=pm_card_createDispute" + PAYMENT);
        post(
                "/v1/refunds",
                "amount=100&payment_intent="
                        + post("/v1/payment_intents", "amount=6000&payment_method=pm_card_visa" + PAYMENT)
                                .path("id")
                                .asText());
        post("/v1/webhook_endpoints", "url=http://localhost:9/&enabled_events[0]=*");
        post("/v1/customers", "");
        post("/_local/faults", "effect=latency&count=0&method=POST&path=/v1/refunds&millis=1");
        for (String path : List.of(
                "", "dev/objects?kind=CHARGE", "dev/events", "dev/requests", "dev/faults", "dev/clock", "dev/cards")) {
            pages.put("developers' /" + path, server.url().resolve("/" + path).toString());
        }
        for (String id :
                List.of(paid.path("id").asText(), paid.path("latest_charge").asText())) {
            pages.put(id, server.url().resolve("/dev/object/" + id).toString());
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "375, DARK"})
    void every_page_fits_and_axe_finds_nothing(int width, ColorScheme colours) {
        List<String> wrong = new ArrayList<>();
        Page window = chromium.window(width, HEIGHT, true, colours);
        pages.forEach((name, address) -> {
            Response response = window.navigate(address);
            int status = response == null ? 0 : response.status();
            if (status != (name.startsWith("no such") ? 404 : 200)) {
                wrong.add(name + ": status " + status);
            }
            Object over =
                    window.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (!String.valueOf(over).equals("0")) {
                wrong.add(name + ": wider than the window by " + over);
            }
            Chromium.faults(window).forEach(complaint -> wrong.add(name + ": " + complaint));
        });
        window.context().close();

        assertThat(wrong).isEmpty();
    }

    @Test
    void what_was_typed_wrong_is_said_where_the_reader_is_led_first() {
        Page window = chromium.window(375, HEIGHT, true, ColorScheme.DARK);
        window.navigate(pages.getOrDefault("card", ""));
        window.locator("button[type=submit], form button").last().click();

        assertThat(window.locator("#errors").count()).isEqualTo(1);
        assertThat(Chromium.faults(window)).isEmpty();
        window.context().close();
    }
}
