package dev.quittance.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.account.AccountSpec;
import dev.quittance.emulator.journal.Journal;
import dev.quittance.emulator.port.Answer;
import dev.quittance.emulator.port.Call;
import dev.quittance.emulator.port.World;
import dev.quittance.emulator.wire.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** A local Stripe with one account and a clock that tests move; speaks to it as a business and as a payer. */
final class Shop {
    static final Instant MONDAY = Instant.parse("2026-11-23T10:00:00Z");
    static final URI ORIGIN = URI.create("http://localhost:8081");
    static final String KEY = "sk_test_ridgeline0001";

    private final AtomicLong now;
    private final Journal journal;
    private final LocalStripe stripe;

    private Shop(Journal journal, AtomicLong now, long seed) {
        this.now = now;
        this.journal = journal;
        InstantSource clock = () -> Instant.ofEpochMilli(now.get());
        this.stripe = LocalStripe.open(new World(clock, new Random(seed)::nextLong, journal, ORIGIN));
    }

    static Shop open() {
        return open(42);
    }

    static Shop open(long seed) {
        Shop shop = new Shop(Journal.inMemory(), new AtomicLong(MONDAY.toEpochMilli()), seed);
        shop.stripe.addAccount(new AccountSpec("Ridgeline Roofing", "US", "usd", Optional.of(KEY)));
        return shop;
    }

    /** Another process with the same journal. */
    static Shop reopen(Journal journal, Instant now) {
        return new Shop(journal, new AtomicLong(now.toEpochMilli()), 7);
    }

    LocalStripe stripe() {
        return stripe;
    }

    Journal journal() {
        return journal;
    }

    Instant now() {
        return Instant.ofEpochMilli(now.get());
    }

    void pass(Duration time) {
        now.addAndGet(time.toMillis());
        stripe.runDue();
    }

    /** A business's call; the answer must have the status. */
    ObjectNode get(String path) {
        return ok(call("GET", path, Map.of(), Map.of()));
    }

    ObjectNode post(String path, Map<String, String> form) {
        return ok(call("POST", path, form, Map.of()));
    }

    ObjectNode delete(String path) {
        return ok(call("DELETE", path, Map.of(), Map.of()));
    }

    Answer call(String method, String path, Map<String, String> form, Map<String, String> headers) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("Authorization", "Bearer " + KEY);
        all.put("Content-Type", "application/x-www-form-urlencoded");
        all.putAll(headers);
        int question = path.indexOf('?');
        return stripe.handle(new Call(
                method,
                question < 0 ? path : path.substring(0, question),
                question < 0 ? "" : path.substring(question + 1),
                all,
                encode(form).getBytes(StandardCharsets.UTF_8)));
    }

    static ObjectNode ok(Answer answer) {
        assertThat(answer.status()).as(text(answer)).isEqualTo(200);
        assertThat(text(answer)).as("our own notes stay inside").doesNotContain("\"_");
        return Json.read(answer.body());
    }

    static ObjectNode error(Answer answer) {
        return (ObjectNode) Json.read(answer.body()).path("error");
    }

    static String text(Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    static String encode(Map<String, String> form) {
        List<String> pairs = new ArrayList<>();
        form.forEach((name, value) -> pairs.add(URLEncoder.encode(name, StandardCharsets.UTF_8) + "="
                + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return String.join("&", pairs);
    }

    /** What a business sends for $6,000.00. */
    static Map<String, String> sessionForm() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("mode", "payment");
        form.put("line_items[0][price_data][currency]", "usd");
        form.put("line_items[0][price_data][unit_amount]", "600000");
        form.put("line_items[0][price_data][product_data][name]", "Deposit for a new roof");
        form.put("line_items[0][quantity]", "1");
        form.put("success_url", "http://crm.example/paid?session={CHECKOUT_SESSION_ID}");
        form.put("cancel_url", "http://crm.example/back");
        form.put("client_reference_id", "request-1");
        form.put("metadata[q_request]", "request-1");
        form.put("payment_intent_data[metadata][q_request]", "request-1");
        form.put("payment_intent_data[description]", "Deposit");
        return form;
    }

    ObjectNode session() {
        return post("/v1/checkout/sessions", sessionForm());
    }

    /** A payer's form with a card. */
    static Map<String, String> cardForm(String number) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("email", "dana@example.com");
        form.put("cardNumber", number);
        form.put("cardExpiry", "12 / 34");
        form.put("cardCvc", number.startsWith("37") ? "1234" : "123");
        form.put("billingName", "Dana Whitfield");
        return form;
    }

    Answer pay(String sessionId, String number) {
        return page("POST", "/c/pay/" + sessionId, cardForm(number));
    }

    /** A charge of $6,000.00 whose money has come. */
    ObjectNode charge(String number) {
        String session = session().path("id").asText();
        assertThat(pay(session, number).status()).isEqualTo(303);
        pass(Duration.ofSeconds(2));
        return get("/v1/checkout/sessions/" + session + "?expand[0]=payment_intent.latest_charge")
                .at("/payment_intent/latest_charge")
                .deepCopy();
    }

    /** The error of a refused call, with its status. */
    ObjectNode refused(int status, String path, Map<String, String> form) {
        Answer answer = call("POST", path, form, Map.of());
        assertThat(answer.status()).as(text(answer)).isEqualTo(status);
        return error(answer);
    }

    /** The latest event of a type. */
    ObjectNode event(String type) {
        return get("/v1/events?limit=1&type=" + type).at("/data/0").deepCopy();
    }

    /** What the balance transactions of one currency add up to, read page by page. */
    long netMinor(String currency) {
        long net = 0;
        String after = "";
        boolean more = true;
        while (more) {
            ObjectNode page = get("/v1/balance_transactions?limit=100&currency=" + currency + after);
            for (var transaction : page.path("data")) {
                net += transaction.path("net").asLong();
                after = "&starting_after=" + transaction.path("id").asText();
            }
            more = page.path("has_more").asBoolean();
        }
        return net;
    }

    Answer page(String method, String path, Map<String, String> form) {
        return stripe.handle(new Call(method, path, "", Map.of(), encode(form).getBytes(StandardCharsets.UTF_8)));
    }

    /** The types of all events so far, oldest first. */
    List<String> eventTypes() {
        List<String> types = new ArrayList<>();
        get("/v1/events?limit=100")
                .path("data")
                .forEach(event -> types.add(0, event.path("type").asText()));
        return types;
    }

    /** The same without what tells of the balance, which follows a calendar of its own. */
    List<String> paymentEventTypes() {
        return eventTypes().stream()
                .filter(type -> !type.equals("balance.available"))
                .toList();
    }
}
