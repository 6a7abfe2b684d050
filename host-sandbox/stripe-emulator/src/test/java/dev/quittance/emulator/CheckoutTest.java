package dev.quittance.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class CheckoutTest {
    private final Shop shop = Shop.open();

    @Test
    void a_paid_session_is_complete_and_its_money_is_booked_once() {
        String id = shop.session().path("id").asText();

        Answer answer = shop.pay(id, "4242424242424242");

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.headers()).containsEntry("Location", "http://crm.example/paid?session=" + id);
        ObjectNode session = shop.get("/v1/checkout/sessions/" + id
                + "?expand[0]=payment_intent.latest_charge.balance_transaction&expand[1]=line_items");
        assertThat(session.path("status").asText()).isEqualTo("complete");
        assertThat(session.path("payment_status").asText()).isEqualTo("paid");
        assertThat(session.path("url").isNull()).isTrue();
        assertThat(session.at("/payment_intent/latest_charge/amount_captured").asLong())
                .isEqualTo(600_000);
        assertThat(session.at("/payment_intent/latest_charge/balance_transaction")
                        .isNull())
                .isTrue();
        String account = shop.stripe().firstAccountKeys().account();
        assertThat(shop.stripe().books().capturedMinor(account, "usd")).isEqualTo(600_000);

        shop.pass(Duration.ofSeconds(2));
        session =
                shop.get("/v1/checkout/sessions/" + id + "?expand[0]=payment_intent.latest_charge.balance_transaction");
        assertThat(session.at("/payment_intent/latest_charge/balance_transaction/fee")
                        .asLong())
                .isEqualTo(17_430);
        assertThat(shop.eventTypes())
                .containsExactly(
                        "payment_intent.created",
                        "charge.succeeded",
                        "payment_intent.succeeded",
                        "checkout.session.completed",
                        "charge.updated");
    }
}
