package dev.quittance.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.port.Answer;
import dev.quittance.emulator.port.Delivery;
import dev.quittance.emulator.wire.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Facts, section 4: webhooks. */
final class WebhooksTest {
    private final Shop shop = Shop.open();

    private ObjectNode listen(String... types) {
        return listenOn(shop, types);
    }

    private static ObjectNode listenOn(Shop shop, String... types) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("url", "http://crm.example/hooks/stripe");
        for (int i = 0; i < types.length; i++) {
            form.put("enabled_events[" + i + "]", types[i]);
        }
        return shop.post("/v1/webhook_endpoints", form);
    }

    private static void pay(Shop shop) {
        shop.pay(shop.session().path("id").asText(), "4242424242424242");
    }

    private static List<String> types(List<Delivery> deliveries) {
        return deliveries.stream()
                .map(delivery -> Json.read(delivery.body()).path("type").asText())
                .toList();
    }

    /** Signed by hand, from Stripe's description, and not by the code under test. */
    private static String signed(String secret, String time, byte[] body) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
        return "t=" + time + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body));
    }

    @Test
    void a_delivery_is_signed_with_the_endpoints_secret_at_this_moment() throws GeneralSecurityException {
        ObjectNode endpoint = listen("checkout.session.completed");
        pay(shop);

        Delivery delivery = shop.stripe().takeDueDeliveries().get(0);

        assertThat(delivery.url()).hasToString("http://crm.example/hooks/stripe");
        assertThat(delivery.headers())
                .containsEntry(
                        "Stripe-Signature",
                        signed(
                                endpoint.path("secret").asText(),
                                String.valueOf(Shop.MONDAY.getEpochSecond()),
                                delivery.body()));
        ObjectNode event = Json.read(delivery.body());
        assertThat(event.path("api_version").asText()).isEqualTo("2026-07-29.dahlia");
        assertThat(event.path("pending_webhooks").asInt()).isEqualTo(1);
        assertThat(event.at("/data/object/payment_status").asText()).isEqualTo("paid");
        assertThat(event.toString()).doesNotContain("\"_");
    }

    @Test
    void the_secret_is_shown_once() {
        ObjectNode endpoint = listen("*");
        String id = endpoint.path("id").asText();

        assertThat(endpoint.path("secret").asText()).startsWith("whsec_");
        assertThat(shop.get("/v1/webhook_endpoints/" + id).has("secret")).isFalse();
        assertThat(shop.get("/v1/webhook_endpoints").toString()).doesNotContain("whsec_");
        assertThat(shop.post("/v1/webhook_endpoints/" + id, Map.of("description", "x"))
                        .has("secret"))
                .isFalse();
    }

    @Test
    void only_enabled_events_are_delivered() {
        listen("checkout.session.completed", "charge.succeeded");
        pay(shop);

        assertThat(types(shop.stripe().takeDueDeliveries()))
                .containsExactlyInAnyOrder("charge.succeeded", "checkout.session.completed");
    }

    @Test
    void a_delivery_is_handed_out_once_until_it_is_reported() {
        listen("checkout.session.completed");
        pay(shop);

        Delivery delivery = shop.stripe().takeDueDeliveries().get(0);
        assertThat(shop.stripe().takeDueDeliveries()).isEmpty();
        shop.stripe().reportDelivery(delivery.deliveryId(), 204);

        shop.pass(Duration.ofDays(1));
        assertThat(shop.stripe().takeDueDeliveries()).isEmpty();
        assertThat(shop.get("/v1/events?type=checkout.session.completed")
                        .at("/data/0/pending_webhooks")
                        .asInt())
                .isZero();
    }

    @Test
    void what_is_not_acknowledged_is_tried_three_more_times_over_hours_with_fresh_signatures() {
        listen("checkout.session.completed");
        pay(shop);
        Set<String> signatures = new HashSet<>();
        int tries = 0;

        for (int status : new int[] {500, 302, 0, 404}) {
            Delivery delivery = shop.stripe().takeDueDeliveries().get(0);
            signatures.add(delivery.headers().get("Stripe-Signature"));
            tries++;
            shop.stripe().reportDelivery(delivery.deliveryId(), status);
            assertThat(shop.stripe().takeDueDeliveries()).as("at once").isEmpty();
            shop.pass(Duration.ofHours(3));
        }

        assertThat(tries).isEqualTo(4);
        assertThat(signatures).hasSize(4);
        shop.pass(Duration.ofDays(4));
        assertThat(shop.stripe().takeDueDeliveries()).isEmpty();
        assertThat(shop.get("/v1/events?type=checkout.session.completed")
                        .at("/data/0/pending_webhooks")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void a_late_acknowledgement_ends_the_tries() {
        listen("checkout.session.completed");
        pay(shop);
        shop.stripe().reportDelivery(shop.stripe().takeDueDeliveries().get(0).deliveryId(), 503);
        shop.pass(Duration.ofMinutes(10));

        shop.stripe().reportDelivery(shop.stripe().takeDueDeliveries().get(0).deliveryId(), 200);

        shop.pass(Duration.ofDays(1));
        assertThat(shop.stripe().takeDueDeliveries()).isEmpty();
    }

    @Test
    void the_order_of_deliveries_is_not_fixed() {
        Set<List<String>> orders = new HashSet<>();
        for (long seed = 0; seed < 20; seed++) {
            Shop other = Shop.open(seed);
            listenOn(other, "*");
            pay(other);
            orders.add(types(other.stripe().takeDueDeliveries()));
        }

        assertThat(orders).hasSizeGreaterThan(5);
        assertThat(orders).allSatisfy(order -> assertThat(order).hasSize(4));
    }

    @Test
    void the_same_chance_and_clock_give_the_same_bytes() {
        Shop one = Shop.open(3);
        Shop two = Shop.open(3);
        for (Shop each : List.of(one, two)) {
            listenOn(each, "*");
            pay(each);
            each.stripe().takeDueDeliveries();
        }

        assertThat(one.journal().lines())
                .containsExactlyElementsOf(two.journal().lines());
    }

    @Test
    void a_disabled_endpoint_gets_nothing_more() {
        String id = listen("*").path("id").asText();
        pay(shop);

        shop.post("/v1/webhook_endpoints/" + id, Map.of("disabled", "true"));
        pay(shop);

        assertThat(shop.stripe().takeDueDeliveries()).isEmpty();
        shop.post("/v1/webhook_endpoints/" + id, Map.of("disabled", "false"));
        pay(shop);
        assertThat(shop.stripe().takeDueDeliveries()).hasSize(4);
    }

    @Test
    void a_deleted_endpoint_gets_nothing_more_and_a_late_report_is_ignored() {
        String id = listen("*").path("id").asText();
        pay(shop);
        Delivery out = shop.stripe().takeDueDeliveries().get(0);

        assertThat(shop.delete("/v1/webhook_endpoints/" + id).path("deleted").asBoolean())
                .isTrue();
        shop.stripe().reportDelivery(out.deliveryId(), 500);

        shop.pass(Duration.ofDays(1));
        assertThat(shop.stripe().takeDueDeliveries()).isEmpty();
    }

    @Test
    void what_was_out_when_the_process_died_goes_out_again() {
        listen("checkout.session.completed");
        pay(shop);
        Delivery out = shop.stripe().takeDueDeliveries().get(0);

        Shop after = Shop.reopen(shop.journal(), shop.now());

        assertThat(after.stripe().takeDueDeliveries())
                .singleElement()
                .satisfies(again -> assertThat(again.body()).isEqualTo(out.body()));
    }

    @Test
    void an_event_is_reported_once_each_endpoint_has_answered_well_or_badly() {
        listen("checkout.session.completed");
        Answer paid = shop.pay(shop.session().path("id").asText(), "4242424242424242");
        String event = String.valueOf(paid.headers().get(Answer.AWAITS_EVENT));

        assertThat(shop.stripe().isReported(event)).isFalse();
        shop.stripe().reportDelivery(shop.stripe().takeDueDeliveries().get(0).deliveryId(), 500);
        assertThat(shop.stripe().isReported(event)).isTrue();
    }

    @Test
    void an_event_tells_which_request_caused_it() {
        shop.call("POST", "/v1/customers", Map.of("email", "a@example.com"), Map.of("Idempotency-Key", "k1"));
        pay(shop);
        shop.pass(Duration.ofSeconds(2));

        assertThat(shop.get("/v1/events?type=customer.created")
                        .at("/data/0/request/idempotency_key")
                        .asText())
                .isEqualTo("k1");
        assertThat(shop.get("/v1/events?type=charge.succeeded")
                        .at("/data/0/request/id")
                        .asText())
                .startsWith("req_");
        assertThat(shop.get("/v1/events?type=charge.updated")
                        .at("/data/0/request/id")
                        .isNull())
                .isTrue();
    }

    @Test
    void next_due_is_the_earliest_of_timers_and_deliveries() {
        assertThat(shop.stripe().nextDueAt()).isEmpty();
        String id = shop.session().path("id").asText();
        assertThat(shop.stripe().nextDueAt()).contains(Shop.MONDAY.plus(Duration.ofHours(24)));
        shop.pay(id, "4242424242424242");
        assertThat(shop.stripe().nextDueAt()).contains(Shop.MONDAY.plusSeconds(2));
        listen("charge.updated");
        shop.pass(Duration.ofSeconds(3));
        assertThat(shop.stripe().nextDueAt()).contains(Shop.MONDAY.plusSeconds(2));
        shop.stripe().takeDueDeliveries();
        assertThat(shop.stripe().nextDueAt())
                .as("the money becomes available")
                .contains(Instant.parse("2026-11-25T00:00:00Z"));
    }

    @Test
    void an_account_has_at_most_sixteen_endpoints() {
        for (int i = 0; i < 16; i++) {
            listen("*");
        }

        Answer refused = shop.call(
                "POST",
                "/v1/webhook_endpoints",
                Map.of("url", "http://crm.example/x", "enabled_events[0]", "*"),
                Map.of());
        assertThat(refused.status()).isEqualTo(400);
        assertThat(Shop.error(refused).path("message").asText()).contains("maximum of 16");
    }

    @Test
    void an_endpoint_needs_an_address_and_events() {
        Map<String, String> form = new LinkedHashMap<>(Map.of("url", "http://crm.example/x"));
        assertThat(Shop.error(shop.call("POST", "/v1/webhook_endpoints", form, Map.of()))
                        .path("param")
                        .asText())
                .isEqualTo("enabled_events");
        form.put("enabled_events[0]", "Not An Event");
        assertThat(shop.call("POST", "/v1/webhook_endpoints", form, Map.of()).status())
                .isEqualTo(400);
        form.put("enabled_events[0]", "*");
        form.put("url", "crm.example");
        assertThat(Shop.error(shop.call("POST", "/v1/webhook_endpoints", form, Map.of()))
                        .path("code")
                        .asText())
                .isEqualTo("url_invalid");
        form.put("url", "http://crm.example/x");
        form.put("api_version", "2026-10-28.endive");
        assertThat(Shop.error(shop.call("POST", "/v1/webhook_endpoints", form, Map.of()))
                        .path("code")
                        .asText())
                .isEqualTo("not_emulated");
    }

    @Test
    void an_unknown_type_of_event_is_refused() {
        ObjectNode error = shop.refused(
                400,
                "/v1/webhook_endpoints",
                Map.of("url", "http://crm.example/x", "enabled_events[0]", "charge.exploded"));

        assertThat(error.path("param").asText()).isEqualTo("enabled_events");
        assertThat(error.path("message").asText()).contains("charge.exploded");
    }

    @Test
    void a_rolled_secret_is_good_beside_the_new_one_until_its_time_is_over() throws GeneralSecurityException {
        ObjectNode endpoint = listen("customer.created");
        String id = endpoint.path("id").asText();
        String old = endpoint.path("secret").asText();

        String fresh = shop.stripe().rollSecret(id, Duration.ofHours(24));

        assertThat(fresh).startsWith("whsec_").isNotEqualTo(old);
        shop.post("/v1/customers", Map.of("email", "a@example.com"));
        Delivery both = shop.stripe().takeDueDeliveries().get(0);
        String time = String.valueOf(Shop.MONDAY.getEpochSecond());
        assertThat(both.headers())
                .containsEntry(
                        "Stripe-Signature",
                        signed(fresh, time, both.body())
                                + signed(old, time, both.body()).substring(("t=" + time).length()));

        shop.pass(Duration.ofHours(24));
        shop.post("/v1/customers", Map.of("email", "b@example.com"));
        Delivery one = shop.stripe().takeDueDeliveries().get(0);
        assertThat(one.headers())
                .containsEntry(
                        "Stripe-Signature",
                        signed(fresh, String.valueOf(shop.now().getEpochSecond()), one.body()));
    }

    @Test
    void a_resend_does_not_stop_the_planned_tries_and_counts_once() {
        String endpoint = listen("customer.created").path("id").asText();
        shop.post("/v1/customers", Map.of("email", "a@example.com"));
        shop.stripe().reportDelivery(shop.stripe().takeDueDeliveries().get(0).deliveryId(), 500);
        String event = shop.event("customer.created").path("id").asText();

        shop.stripe().resend(event, endpoint);
        shop.stripe().reportDelivery(shop.stripe().takeDueDeliveries().get(0).deliveryId(), 200);

        assertThat(shop.event("customer.created").path("pending_webhooks").asInt())
                .isZero();
        shop.pass(Duration.ofMinutes(10));
        Delivery planned = shop.stripe().takeDueDeliveries().get(0);
        shop.stripe().reportDelivery(planned.deliveryId(), 200);
        assertThat(shop.event("customer.created").path("pending_webhooks").asInt())
                .isZero();
    }

    @Test
    void events_are_listed_by_whether_they_were_delivered() {
        listen("customer.created");
        shop.post("/v1/customers", Map.of("email", "a@example.com"));
        shop.stripe().reportDelivery(shop.stripe().takeDueDeliveries().get(0).deliveryId(), 200);
        shop.post("/v1/customers", Map.of("email", "b@example.com"));

        assertThat(shop.get("/v1/events?delivery_success=true").path("data")).hasSize(1);
        assertThat(shop.get("/v1/events?delivery_success=false")
                        .at("/data/0/data/object/email")
                        .asText())
                .isEqualTo("b@example.com");
    }

    @Test
    void events_are_forgotten_after_thirty_days() {
        shop.post("/v1/customers", Map.of("email", "a@example.com"));
        String id = shop.event("customer.created").path("id").asText();
        shop.pass(Duration.ofDays(31));

        shop.post("/v1/customers", Map.of("email", "b@example.com"));

        assertThat(shop.call("GET", "/v1/events/" + id, Map.of(), Map.of()).status())
                .isEqualTo(404);
        assertThat(shop.get("/v1/events").path("data")).hasSize(1);
    }
}
