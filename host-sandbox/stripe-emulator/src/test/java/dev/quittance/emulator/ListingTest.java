package dev.quittance.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.port.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts, section 3: lists, cursors, expand. */
final class ListingTest {
    private final Shop shop = Shop.open();
    private final List<String> newestFirst = new ArrayList<>();

    @BeforeEach
    void five_customers_a_minute_apart() {
        for (int i = 0; i < 5; i++) {
            newestFirst.add(
                    0,
                    shop.post("/v1/customers", Map.of("email", "c" + i % 2 + "@example.com"))
                            .path("id")
                            .asText());
            shop.pass(Duration.ofMinutes(1));
        }
    }

    private static List<String> ids(ObjectNode list) {
        List<String> ids = new ArrayList<>();
        list.path("data").forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }

    @Test
    void pages_forward_meet_every_object_once() {
        ObjectNode first = shop.get("/v1/customers?limit=2");
        assertThat(ids(first)).isEqualTo(newestFirst.subList(0, 2));
        assertThat(first.path("has_more").asBoolean()).isTrue();
        assertThat(first.path("object").asText()).isEqualTo("list");
        assertThat(first.path("url").asText()).isEqualTo("/v1/customers");

        ObjectNode second = shop.get(first.path("url").asText() + "?limit=2&starting_after=" + newestFirst.get(1));
        assertThat(ids(second)).isEqualTo(newestFirst.subList(2, 4));
        ObjectNode third = shop.get("/v1/customers?limit=2&starting_after=" + newestFirst.get(3));
        assertThat(ids(third)).isEqualTo(newestFirst.subList(4, 5));
        assertThat(third.path("has_more").asBoolean()).isFalse();
    }

    @Test
    void pages_backward_end_just_before_the_cursor() {
        ObjectNode page = shop.get("/v1/customers?limit=2&ending_before=" + newestFirst.get(4));

        assertThat(ids(page)).isEqualTo(newestFirst.subList(2, 4));
        assertThat(page.path("has_more").asBoolean()).isTrue();
        ObjectNode first = shop.get("/v1/customers?ending_before=" + newestFirst.get(2));
        assertThat(ids(first)).isEqualTo(newestFirst.subList(0, 2));
        assertThat(first.path("has_more").asBoolean()).isFalse();
    }

    @Test
    void an_object_made_between_two_pages_moves_nothing() {
        shop.get("/v1/customers?limit=2");
        shop.post("/v1/customers", Map.of());

        assertThat(ids(shop.get("/v1/customers?limit=2&starting_after=" + newestFirst.get(1))))
                .isEqualTo(newestFirst.subList(2, 4));
    }

    @Test
    void lists_are_narrowed_by_time_and_by_field() {
        long third = Shop.MONDAY.getEpochSecond() + 120;

        assertThat(ids(shop.get("/v1/customers?created[gte]=" + third))).isEqualTo(newestFirst.subList(0, 3));
        assertThat(ids(shop.get("/v1/customers?created[gt]=" + third))).isEqualTo(newestFirst.subList(0, 2));
        assertThat(ids(shop.get("/v1/customers?created[lt]=" + third + "&created[gte]=" + (third - 60))))
                .isEqualTo(newestFirst.subList(3, 4));
        assertThat(ids(shop.get("/v1/customers?created=" + third))).isEqualTo(newestFirst.subList(2, 3));
        assertThat(ids(shop.get("/v1/customers?email=c1%40example.com")))
                .containsExactly(newestFirst.get(1), newestFirst.get(3));
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, parameter_invalid_integer",
        "limit=101, parameter_invalid_integer",
        "limit=many, parameter_invalid_integer",
        "starting_after=cus_none, resource_missing",
        "starting_after=a&ending_before=b, parameters_exclusive",
        "created[after]=1, parameter_unknown",
        "test_clock=x, not_emulated",
    })
    void wrong_bounds_are_refused(String query, String code) {
        Answer refused = shop.call("GET", "/v1/customers?" + query, Map.of(), Map.of());

        assertThat(Shop.error(refused).path("code").asText()).isEqualTo(code);
    }

    @Test
    void sessions_are_found_by_status_customer_intent_and_address() {
        String open = shop.session().path("id").asText();
        String paid = shop.session().path("id").asText();
        shop.pay(paid, "4242424242424242");
        String intent =
                shop.get("/v1/checkout/sessions/" + paid).path("payment_intent").asText();

        assertThat(ids(shop.get("/v1/checkout/sessions?status=open"))).containsExactly(open);
        assertThat(ids(shop.get("/v1/checkout/sessions?status=complete"))).containsExactly(paid);
        assertThat(ids(shop.get("/v1/checkout/sessions?payment_intent=" + intent)))
                .containsExactly(paid);
        assertThat(ids(shop.get("/v1/checkout/sessions?customer_details[email]=DANA%40example.com")))
                .containsExactly(paid);
        assertThat(ids(shop.get("/v1/checkout/sessions?payment_link=plink_1"))).isEmpty();
        assertThat(ids(shop.get("/v1/payment_intents"))).containsExactly(intent);
    }

    @Test
    void line_items_have_pages_of_their_own() {
        Map<String, String> form = Shop.sessionForm();
        for (int i = 1; i < 12; i++) {
            form.put("line_items[" + i + "][price_data][currency]", "usd");
            form.put("line_items[" + i + "][price_data][unit_amount]", "100");
            form.put("line_items[" + i + "][price_data][product_data][name]", "Shingle " + i);
            form.put("line_items[" + i + "][quantity]", "3");
        }
        ObjectNode session = shop.post("/v1/checkout/sessions?expand[0]=line_items", form);

        assertThat(session.path("amount_total").asLong()).isEqualTo(600_000 + 11 * 300);
        assertThat(session.at("/line_items/data")).hasSize(10);
        assertThat(session.at("/line_items/has_more").asBoolean()).isTrue();
        String last = session.at("/line_items/data/9/id").asText();
        ObjectNode rest = shop.get(session.at("/line_items/url").asText() + "?starting_after=" + last);
        assertThat(rest.path("data")).hasSize(2);
        assertThat(rest.at("/data/1/description").asText()).isEqualTo("Shingle 11");
        assertThat(rest.at("/data/1/amount_total").asLong()).isEqualTo(300);
    }

    @Test
    void lists_expand_behind_data() {
        shop.pay(shop.session().path("id").asText(), "4242424242424242");
        shop.pass(Duration.ofSeconds(2));

        ObjectNode list = shop.get(
                "/v1/checkout/sessions?expand[]=data.payment_intent.latest_charge.balance_transaction&expand[]=data.line_items");

        assertThat(list.at("/data/0/payment_intent/latest_charge/balance_transaction/object")
                        .asText())
                .isEqualTo("balance_transaction");
        assertThat(list.at("/data/0/line_items/object").asText()).isEqualTo("list");
    }

    @Test
    void four_levels_expand_from_any_object() {
        shop.pay(shop.session().path("id").asText(), "4242424242424242");
        shop.pass(Duration.ofSeconds(2));
        ObjectNode transaction =
                (ObjectNode) shop.get("/v1/balance_transactions?expand[0]=data.source.payment_intent.payment_method")
                        .at("/data/0");

        assertThat(transaction
                        .at("/source/payment_intent/payment_method/card/last4")
                        .asText())
                .isEqualTo("4242");
        assertThat(shop.get("/v1/charges/" + transaction.at("/source/id").asText() + "?expand[0]=refunds")
                        .at("/refunds/url")
                        .asText())
                .endsWith("/refunds");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/checkout/sessions?expand[0]=payment_intent",
                "/v1/checkout/sessions?expand[0]=data.amount_total",
                "/v1/checkout/sessions?expand[0]=data.payment_intent.latest_charge.balance_transaction.source",
                "/v1/checkout/sessions?expand[0]=data",
                "/v1/customers?expand[0]=data.subscriptions",
                "/v1/balance?expand[0]=available",
            })
    void what_cannot_be_expanded_is_refused(String path) {
        Answer refused = shop.call("GET", path, Map.of(), Map.of());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(Shop.error(refused).path("param").asText()).isEqualTo("expand");
    }

    @Test
    void events_are_found_by_type_and_kept_for_thirty_days() {
        shop.session();
        assertThat(shop.get("/v1/events?type=customer.created").path("data")).hasSize(5);
        assertThat(shop.get("/v1/events?type=customer.*").path("data")).hasSize(5);
        assertThat(shop.get("/v1/events?types[0]=customer.created&types[1]=charge.failed")
                        .path("data"))
                .hasSize(5);
        assertThat(shop.get("/v1/events?type=charge.succeeded").path("data")).isEmpty();
        String event = ids(shop.get("/v1/events")).get(0);
        assertThat(shop.get("/v1/events/" + event).path("id").asText()).isEqualTo(event);

        shop.pass(Duration.ofDays(31));

        assertThat(shop.get("/v1/events?type=customer.created").path("data")).isEmpty();
        assertThat(shop.call("GET", "/v1/events/" + event, Map.of(), Map.of()).status())
                .isEqualTo(404);
    }
}
