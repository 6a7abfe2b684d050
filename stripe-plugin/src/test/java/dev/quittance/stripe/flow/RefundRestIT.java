package dev.quittance.stripe.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.api.identity.OrgId;
import dev.quittance.stripe.flow.RestCaller.Answer;
import dev.quittance.stripe.testhost.TestDatabase;
import dev.quittance.stripe.testhost.TestPayer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Programs give money back by the rules that people go by. */
final class RefundRestIT {
    private static final String SIXTY = "{\"amount\":\"60.00\",\"reason\":\"duplicate\",\"note\":\"Sorry.\"}";

    @ParameterizedTest
    @EnumSource
    void the_same_idempotency_key_gives_back_once_and_another_key_once_more(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Refunding back = Refunding.paid(shop, TestPayer.GOOD_CARD);
            RestCaller rest = new RestCaller(shop);

            Answer first = rest.post(path(shop), SIXTY, Refunding.office(), "k1");
            Answer again = rest.post(path(shop), SIXTY, Refunding.office(), "k1");
            Answer other = rest.post(path(shop), SIXTY, Refunding.office(), "k2");

            assertThat(first.status()).isEqualTo(201);
            assertThat(again.json()).isEqualTo(first.json());
            assertThat(other.json().get("id")).isNotEqualTo(first.json().get("id"));
            assertThat(first.json().get("state").getAsString()).isEqualTo("succeeded");
            assertThat(first.json().get("owed_again").getAsBoolean()).isTrue();
            back.agreeOn(12000);
            Answer list = rest.get(path(shop), Shop.office());
            assertThat(list.json().getAsJsonArray("data")).hasSize(2);
            assertThat(rest.get("payments/" + paymentId(shop), Shop.office())
                            .json()
                            .getAsJsonObject("refunded")
                            .get("value")
                            .getAsString())
                    .isEqualTo("120.00");
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_cannot_be_given_back_is_said_with_its_codes(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Refunding back = Refunding.paid(shop, TestPayer.GOOD_CARD);
            RestCaller rest = new RestCaller(shop);

            assertThat(rest.post(path(shop), "{\"amount\":\"4800.01\",\"reason\":\"other\"}", Refunding.office())
                            .errors())
                    .containsExactly("amount:too_much");
            assertThat(rest.post(
                                    path(shop),
                                    "{\"amount\":60,\"reason\":\"fraudulent\",\"owed\":\"perhaps\",\"more\":\"\"}",
                                    Refunding.office())
                            .errors())
                    .containsExactlyInAnyOrder(
                            "amount:not_a_string", "reason:reason_unknown", "owed:owed_unknown", "more:unknown_field");
            assertThat(rest.post(path(shop), SIXTY, Shop.office()).code()).isEqualTo("not_allowed");
            assertThat(rest.post(
                                    path(shop),
                                    SIXTY,
                                    Shop.actor(
                                            new OrgId("northwind"), "stripe-payments.refund", "stripe-payments.view"))
                            .status())
                    .isEqualTo(404);
            back.agreeOn(0);
            assertThat(shop.sql("select count(*) from refund")).isEqualTo("0");
        }
    }

    private static String path(Shop shop) {
        return "payments/" + paymentId(shop) + "/refunds";
    }

    private static String paymentId(Shop shop) {
        return shop.sql("select payment_id from payment");
    }
}
