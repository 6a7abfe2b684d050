package dev.quittance.emulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.account.AccountSpec;
import dev.quittance.emulator.api.AccountKeys;
import dev.quittance.emulator.journal.Journal;
import dev.quittance.emulator.wire.Json;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The developer's view: each button stands on its object's page, and does over HTTP what it says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DeveloperIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private final EmulatorServer server = EmulatorServer.start(EmulatorSettings.onThisMachine(0, Journal.inMemory()));
    private final AccountKeys keys =
            server.stripe().addAccount(new AccountSpec("Ridgeline Roofing", "US", "usd", Optional.empty()));
    private final Browser browser = Browser.at(server.url(), keys.secretKey());

    @AfterAll
    void stop() {
        server.close();
    }

    @BeforeEach
    void empty() throws Exception {
        browser.api("POST", "/_local/reset", Map.of());
    }

    private ObjectNode get(String path) throws Exception {
        return browser.api("GET", path, Map.of());
    }

    private ObjectNode pay(String method) throws Exception {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("amount", "6000");
        form.put("currency", "usd");
        form.put("payment_method", method);
        form.put("confirm", "true");
        form.put("automatic_payment_methods[enabled]", "true");
        form.put("automatic_payment_methods[allow_redirects]", "never");
        if (method.startsWith("pm_usBank")) {
            form.put("mandate_data[customer_acceptance][type]", "offline");
        }
        return browser.api("POST", "/v1/payment_intents", form);
    }

    private String charge(String method) throws Exception {
        return pay(method).path("latest_charge").asText();
    }

    /** Presses a button that must be on the object's page, as a browser does. */
    private void press(String id, String button, String action) throws Exception {
        String path = "/_local/objects/" + id + "/" + action;
        assertThat(page("/dev/object/" + id)).contains("action=\"" + path + "\"", ">" + button + "</button>");
        HttpResponse<String> answer = browser.send("POST", path, Map.of("back", "/dev/object/" + id));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/dev/object/" + id);
        assertThat(page("/dev/object/" + id)).contains(id);
    }

    private String page(String path) throws Exception {
        HttpResponse<String> answer = browser.send("GET", path, Map.of());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private String status(String path) throws Exception {
        return get(path).path("status").asText();
    }

    private String dispute(String button, String action) throws Exception {
        press(charge("pm_card_visa"), button, action);
        return get("/v1/disputes").at("/data/0/id").asText();
    }

    @Test
    void a_payer_disputes_and_the_bank_decides_either_way() throws Exception {
        String won = dispute("Dispute as fraudulent", "dispute");
        assertThat(status("/v1/disputes/" + won)).isEqualTo("needs_response");
        press(won, "Decide for the business", "win");
        String lost = dispute("Dispute as not received", "not-received");
        press(lost, "Decide for the payer", "lose");

        assertThat(status("/v1/disputes/" + won)).isEqualTo("won");
        assertThat(status("/v1/disputes/" + lost)).isEqualTo("lost");
        assertThat(get("/v1/disputes/" + lost).path("reason").asText()).isEqualTo("product_not_received");
    }

    @Test
    void an_inquiry_is_closed_or_becomes_a_dispute() throws Exception {
        String closed = dispute("Open an inquiry", "inquire");
        press(closed, "Close the inquiry", "close");
        String grown = dispute("Open an inquiry", "inquire");
        press(grown, "Make it a dispute", "escalate");

        assertThat(status("/v1/disputes/" + closed)).isEqualTo("warning_closed");
        assertThat(status("/v1/disputes/" + grown)).isEqualTo("needs_response");
    }

    @Test
    void a_refund_that_succeeded_fails_and_one_that_waits_is_cancelled() throws Exception {
        String done = browser.api("POST", "/v1/refunds", Map.of("charge", charge("pm_card_visa")))
                .path("id")
                .asText();
        press(done, "Let the refund fail", "fail");
        String waiting = browser.api("POST", "/v1/refunds", Map.of("charge", charge("pm_card_pendingRefund")))
                .path("id")
                .asText();
        press(waiting, "Cancel the refund", "cancel");

        assertThat(status("/v1/refunds/" + done)).isEqualTo("failed");
        assertThat(status("/v1/refunds/" + waiting)).isEqualTo("canceled");
        assertThat(get("/v1/refunds/" + done)
                        .path("failure_balance_transaction")
                        .asText())
                .startsWith("txn_");
    }

    @Test
    void what_is_available_is_paid_out_and_the_bank_sends_it_back() throws Exception {
        charge("pm_card_bypassPending");
        browser.api("POST", "/_local/clock", Map.of("advance", "PT1M"));
        press(keys.account(), "Pay out all that is available", "pay-out");
        String payout = get("/v1/payouts").at("/data/0/id").asText();
        browser.api("POST", "/_local/clock", Map.of("advance", "P7D"));
        assertThat(status("/v1/payouts/" + payout)).isEqualTo("paid");
        press(payout, "Let the payout fail", "fail");

        assertThat(status("/v1/payouts/" + payout)).isEqualTo("failed");
    }

    @Test
    void a_bank_answers_a_debit_at_once() throws Exception {
        String id = pay("pm_usBankAccount_success").path("id").asText();
        assertThat(status("/v1/payment_intents/" + id)).isEqualTo("processing");

        press(id, "Let the bank answer now", "settle");

        assertThat(status("/v1/payment_intents/" + id)).isEqualTo("succeeded");
    }

    @Test
    void what_does_not_fit_an_object_is_neither_offered_nor_done() throws Exception {
        assertThat(browser.send("POST", "/_local/objects/" + keys.account() + "/pay-out", Map.of())
                        .body())
                .contains("balance_insufficient");
        String open = browser.send("POST", "/v1/payment_intents", Map.of("amount", "600", "currency", "usd"))
                .body();
        String id = Json.read(open).path("id").asText();
        String charge = charge("pm_card_visa");
        press(charge, "Dispute as fraudulent", "dispute");

        assertThat(page("/dev/object/" + id)).doesNotContain("/_local/objects/");
        assertThat(page("/dev/object/" + charge)).doesNotContain("/dispute\"");
        assertThat(browser.send("POST", "/_local/objects/" + charge + "/dispute", Map.of())
                        .statusCode())
                .isEqualTo(400);
        assertThat(browser.send("POST", "/_local/objects/ch_none/dispute", Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("/v1/disputes").path("data")).hasSize(1);
    }

    @Test
    void a_refund_of_a_part_is_a_call_with_the_accounts_key() throws Exception {
        String charge = charge("pm_card_visa");
        assertThat(page("/dev/object/" + charge)).contains("Refund all of it", "Refund a part");

        HttpResponse<String> answer = browser.send(
                "POST",
                "/_local/call",
                Map.of(
                        "account",
                        keys.account(),
                        "path",
                        "/v1/refunds",
                        "params[charge]",
                        charge,
                        "params[amount]",
                        "250",
                        "back",
                        "/dev/object/" + charge));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        assertThat(get("/v1/charges/" + charge).path("amount_refunded").asInt()).isEqualTo(250);
    }

    @Test
    void an_event_is_sent_again_to_one_endpoint_and_a_rolled_secret_signs_beside_the_old_one() throws Exception {
        try (Receiver one = Receiver.open();
                Receiver other = Receiver.open()) {
            String id = browser.listen(one, "customer.created").path("id").asText();
            browser.listen(other, "customer.created");
            browser.api("POST", "/v1/customers", Map.of());
            assertThat(one.next(SOON)).contains("customer.created");
            assertThat(other.next(SOON)).contains("customer.created");
            String event =
                    get("/v1/events?type=customer.created").at("/data/0/id").asText();

            ObjectNode rolled =
                    browser.api("POST", "/_local/webhook_endpoints/" + id + "/roll", Map.of("overlap", "PT1H"));
            browser.api("POST", "/_local/events/" + event + "/resend", Map.of("webhook_endpoint", id));

            assertThat(rolled.path("secret").asText()).startsWith("whsec_");
            assertThat(one.next(SOON)).contains(event);
            assertThat(one.signatures().get(1)).matches("t=[0-9]+,v1=[0-9a-f]{64},v1=[0-9a-f]{64}");
            assertThat(other.signatures()).hasSize(1);
            for (String overlap : new String[] {"P2D", "soon"}) {
                assertThat(browser.send("POST", "/_local/webhook_endpoints/" + id + "/roll", Map.of("overlap", overlap))
                                .statusCode())
                        .as(overlap)
                        .isEqualTo(400);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/dev/objects",
                "/dev/objects?kind=PAYMENT_INTENT",
                "/dev/events",
                "/dev/requests",
                "/dev/faults",
                "/dev/clock",
                "/dev/cards"
            })
    void every_page_is_there_and_needs_no_script(String path) throws Exception {
        charge("pm_card_visa");

        assertThat(page(path)).contains("<main", "</html>").doesNotContain("<script");
    }

    @Test
    void another_sites_page_can_press_nothing() throws Exception {
        String charge = charge("pm_card_visa");
        HttpResponse<String> answer = browser.client()
                .send(
                        HttpRequest.newBuilder(server.url().resolve("/_local/objects/" + charge + "/dispute"))
                                .timeout(SOON)
                                .header("Origin", "http://evil.example")
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(get("/v1/disputes").path("data")).isEmpty();
    }
}
