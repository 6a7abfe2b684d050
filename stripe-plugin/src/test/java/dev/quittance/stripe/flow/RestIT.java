package dev.quittance.stripe.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.quittance.api.identity.Actor;
import dev.quittance.stripe.flow.RestCaller.Answer;
import dev.quittance.stripe.testhost.TestDatabase;
import dev.quittance.stripe.testhost.TestPayer;
import dev.quittance.stripe.testhost.TestRecords;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RestIT {
    @ParameterizedTest
    @EnumSource
    void a_viewer_reads_a_request_with_its_payment_and_timeline(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            URI link = shop.requestedLink();
            URI back =
                    shop.payer.pay(shop.clickThrough(link), TestPayer.GOOD_CARD).orElseThrow();
            assertThat(shop.open(back)).isPresent();
            RestCaller rest = new RestCaller(shop);

            JsonObject listed = rest.get("payment_requests?record_object=project&record_id=7", Shop.office())
                    .json();
            JsonObject request = listed.getAsJsonArray("data").get(0).getAsJsonObject();
            String id = request.get("id").getAsString();

            assertThat(listed.get("has_more").getAsBoolean()).isFalse();
            assertThat(rest.get("payment_requests/" + id, Shop.office()).json()).isEqualTo(request);
            assertThat(request.get("state").getAsString()).isEqualTo("paid");
            assertThat(request.get("percent").getAsString()).isEqualTo("40");
            assertThat(request.get("split_id").isJsonNull()).isTrue();
            assertThat(request.get("amount").toString())
                    .isEqualTo("{\"value\":\"4800.00\",\"currency\":\"USD\",\"minor\":480000}");
            assertThat(request.getAsJsonArray("timeline").toString())
                    .contains("\"requested\"", "\"viewed\"", "\"paid\"");
            JsonObject payment = request.getAsJsonArray("payments").get(0).getAsJsonObject();
            assertThat(payment.get("state").getAsString()).isEqualTo("succeeded");
            assertThat(payment.get("method").toString())
                    .isEqualTo("{\"type\":\"card\",\"brand\":\"visa\",\"last4\":\"4242\"}");
            assertThat(rest.get("payments/" + payment.get("id").getAsString(), Shop.office())
                            .json())
                    .isEqualTo(payment);
            assertThat(rest.get("payments?state=succeeded", Shop.office())
                            .json()
                            .getAsJsonArray("data")
                            .get(0))
                    .isEqualTo(payment);
            assertThat(rest.get("payments?state=failed", Shop.office()).json().getAsJsonArray("data"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_record_says_where_it_stands(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            assertThat(shop.requestedLink()).isNotNull();
            RestCaller rest = new RestCaller(shop);

            JsonObject balance =
                    rest.get("records/project/7/balance", Shop.office()).json();

            assertThat(value(balance, "requested")).isEqualTo("4800.00");
            assertThat(value(balance, "paid")).isEqualTo("0.00");
            assertThat(value(balance, "unpaid")).isEqualTo("12000.00");
            for (String nobody : List.of("project/99", "client/c1", "project/%00", "project/" + "9".repeat(300))) {
                assertThat(rest.get("records/" + nobody + "/balance", Shop.office())
                                .status())
                        .as(nobody)
                        .isEqualTo(404);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void lists_go_on_page_by_page_and_keep_to_their_filters(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            for (int i = 1; i <= 5; i++) {
                assertThat(shop.request(Shop.answers("custom", "", i + "0.00")).toString())
                        .startsWith("Done");
            }
            shop.tamper("update payment_request set state = 'CANCELED' where amount_minor = 3000");
            RestCaller rest = new RestCaller(shop);

            List<String> all = walk(rest, "payment_requests?limit=2");

            assertThat(all).containsExactly("50.00", "40.00", "30.00", "20.00", "10.00");
            assertThat(walk(rest, "payment_requests?limit=1&state=open"))
                    .containsExactly("50.00", "40.00", "20.00", "10.00");
            assertThat(walk(rest, "payment_requests?limit=5&record_object=project&record_id=7"))
                    .isEqualTo(all);
            assertThat(walk(rest, "payment_requests?limit=5&record_object=invoice"))
                    .isEmpty();
            assertThat(walk(rest, "payment_requests?limit=5&state=paid")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0:limit:bad_limit",
                "limit=101:limit:bad_limit",
                "limit=x:limit:bad_limit",
                "starting_after=1-1-1-1-1:starting_after:bad_id",
                "state=PAID:state:unknown_state",
                "record_id=7:record_id:record_object_missing",
                "record_object=project&record_id=%00:record_id:bad_id",
                "record_object=a%0Db:record_object:bad_id"
            })
    void a_query_that_cannot_be_is_refused_as_a_problem(String query) {
        try (Shop shop = Shop.connected(TestDatabase.H2)) {
            String[] parts = query.split(":", 2);

            Answer answer = new RestCaller(shop).get("payment_requests?" + parts[0], Shop.office());

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.type()).isEqualTo("application/problem+json");
            assertThat(answer.code()).isEqualTo("bad_query");
            assertThat(answer.errors()).containsExactly(parts[1]);
        }
    }

    @ParameterizedTest
    @EnumSource
    void strangers_and_nonsense_find_nothing(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            URI link = shop.requestedLink();
            assertThat(shop.payer.pay(shop.clickThrough(link), TestPayer.GOOD_CARD))
                    .isPresent();
            shop.webhooks();
            String request = "payment_requests/" + shop.sql("select request_id from payment_request");
            String payment = "payments/" + shop.sql("select payment_id from payment");
            RestCaller rest = new RestCaller(shop);
            Actor stranger = Shop.actor(TestRecords.NORTHWIND, "stripe-payments.view");
            Actor blind = Shop.actor(Shop.RIDGELINE);

            for (String path : List.of(request, payment)) {
                assertThat(rest.get(path, Shop.office()).status()).isEqualTo(200);
                assertThat(rest.get(path, stranger).status()).isEqualTo(404);
                assertThat(rest.get(path, blind).status()).isEqualTo(404);
            }
            for (String path : List.of("payment_requests", "payments", "records/project/7/balance", "openapi.json")) {
                assertThat(rest.get(path, blind).status()).as(path).isEqualTo(404);
            }
            for (String path : List.of("payment_requests", "payments")) {
                assertThat(rest.get(path, stranger).json().getAsJsonArray("data"))
                        .as(path)
                        .isEmpty();
            }
            assertThat(rest.get("payments/1-1-1-1-1", Shop.office()).status()).isEqualTo(404);
            assertThat(rest.get("payment_requests/x", Shop.office()).status()).isEqualTo(404);
        }
    }

    @Test
    void the_parts_of_a_split_name_it() {
        try (Shop shop = Shop.connected(TestDatabase.H2)) {
            assertThat(shop.requestedLink()).isNotNull();
            String split = "0190a0a0-0000-7000-8000-000000000001";
            shop.tamper("update payment_request set split_id = '" + split + "'");

            assertThat(new RestCaller(shop)
                            .get("payment_requests", Shop.office())
                            .json()
                            .getAsJsonArray("data")
                            .get(0)
                            .getAsJsonObject()
                            .get("split_id")
                            .getAsString())
                    .isEqualTo(split);
        }
    }

    private static String value(JsonObject object, String member) {
        return object.getAsJsonObject(member).get("value").getAsString();
    }

    /** The amounts of all pages, one after the other. */
    private static List<String> walk(RestCaller rest, String path) {
        List<String> amounts = new ArrayList<>();
        String after = "";
        while (true) {
            JsonObject page = rest.get(path + after, Shop.office()).json();
            page.getAsJsonArray("data").forEach(item -> amounts.add(value(item.getAsJsonObject(), "amount")));
            if (!page.get("has_more").getAsBoolean()) {
                return amounts;
            }
            int last = page.getAsJsonArray("data").size() - 1;
            after = "&starting_after="
                    + page.getAsJsonArray("data")
                            .get(last)
                            .getAsJsonObject()
                            .get("id")
                            .getAsString();
        }
    }
}
