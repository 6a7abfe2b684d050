package dev.quittance.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.port.Answer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CheckoutTest {
    private final Shop shop = Shop.open();

    private ObjectNode intentOf(String session) {
        return (ObjectNode) shop.get("/v1/checkout/sessions/" + session + "?expand[0]=payment_intent.latest_charge")
                .path("payment_intent");
    }

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
        assertThat(session.at("/customer_details/email").asText()).isEqualTo("dana@example.com");
        assertThat(session.at("/payment_intent/metadata/q_request").asText()).isEqualTo("request-1");
        assertThat(session.at("/payment_intent/latest_charge/amount_captured").asLong())
                .isEqualTo(600_000);
        assertThat(session.at("/payment_intent/latest_charge/balance_transaction")
                        .isNull())
                .isTrue();
        assertThat(session.at("/line_items/data/0/description").asText()).isEqualTo("Deposit for a new roof");
        String account = shop.stripe().firstAccountKeys().account();
        assertThat(shop.stripe().books().capturedMinor(account, "usd")).isEqualTo(600_000);
        assertThat(shop.stripe().books().refundedMinor(account, "usd")).isZero();
        assertThat(shop.stripe().books().listCharges(account))
                .singleElement()
                .satisfies(charge -> assertThat(charge.metadata()).containsEntry("q_request", "request-1"));
    }

    @Test
    void the_balance_transaction_comes_two_seconds_after_the_success() {
        String id = shop.session().path("id").asText();
        shop.pay(id, "4242424242424242");

        shop.pass(Duration.ofMillis(1_999));
        assertThat(intentOf(id).at("/latest_charge/balance_transaction").isNull())
                .isTrue();

        shop.pass(Duration.ofMillis(1));
        ObjectNode transaction = (ObjectNode)
                shop.get("/v1/checkout/sessions/" + id + "?expand[0]=payment_intent.latest_charge.balance_transaction")
                        .at("/payment_intent/latest_charge/balance_transaction");
        assertThat(transaction.path("fee").asLong()).isEqualTo(17_430);
        assertThat(transaction.path("net").asLong()).isEqualTo(582_570);
        assertThat(transaction.path("status").asText()).isEqualTo("pending");
        assertThat(shop.eventTypes())
                .containsExactly(
                        "payment_intent.created",
                        "charge.succeeded",
                        "payment_intent.succeeded",
                        "checkout.session.completed",
                        "charge.updated");
        ObjectNode updated = (ObjectNode)
                shop.get("/v1/events?type=charge.updated").path("data").get(0);
        assertThat(updated.at("/data/previous_attributes").has("balance_transaction"))
                .isTrue();
        assertThat(updated.at("/data/object/balance_transaction").asText())
                .isEqualTo(transaction.path("id").asText());
    }

    @ParameterizedTest
    @CsvSource({
        "4000000000000002, card_declined, generic_decline, Your card was declined.",
        "4000000000009995, card_declined, insufficient_funds, Your card has insufficient funds.",
        "4000000000000069, expired_card, expired_card, Your card has expired.",
        "4000000000009987, card_declined, lost_card, Your card was declined.",
        "4000000000000127, incorrect_cvc, incorrect_cvc, Your card's security code is incorrect.",
    })
    void a_declined_card_leaves_the_session_open_and_says_why(
            String number, String code, String declineCode, String message) {
        String id = shop.session().path("id").asText();

        Answer answer = shop.pay(id, number);

        assertThat(answer.status()).isEqualTo(402);
        assertThat(Shop.text(answer)).contains(message.replace("'", "&#39;")).contains("You were not charged");
        ObjectNode intent = intentOf(id);
        assertThat(intent.path("status").asText()).isEqualTo("requires_payment_method");
        assertThat(intent.path("payment_method").isNull()).isTrue();
        assertThat(intent.at("/last_payment_error/code").asText()).isEqualTo(code);
        assertThat(intent.at("/last_payment_error/decline_code").asText()).isEqualTo(declineCode);
        assertThat(intent.at("/latest_charge/status").asText()).isEqualTo("failed");
        assertThat(intent.at("/latest_charge/outcome/type").asText()).isEqualTo("issuer_declined");
        assertThat(shop.get("/v1/checkout/sessions/" + id).path("status").asText())
                .isEqualTo("open");
        assertThat(shop.eventTypes())
                .containsExactly("payment_intent.created", "charge.failed", "payment_intent.payment_failed");
        assertThat(shop.stripe().books().charges())
                .allSatisfy(charge -> assertThat(charge.capturedMinor()).isZero());
    }

    @Test
    void after_a_decline_another_card_pays_the_same_session_by_the_same_intent() {
        String id = shop.session().path("id").asText();
        shop.pay(id, "4000000000000002");
        String declined = intentOf(id).path("id").asText();

        assertThat(shop.pay(id, "5555555555554444").status()).isEqualTo(303);

        ObjectNode intent = intentOf(id);
        assertThat(intent.path("id").asText()).isEqualTo(declined);
        assertThat(intent.path("last_payment_error").isNull()).isTrue();
        assertThat(intent.at("/latest_charge/payment_method_details/card/brand").asText())
                .isEqualTo("mastercard");
        assertThat(intent.at("/latest_charge/payment_method_details/card/last4").asText())
                .isEqualTo("4444");
        assertThat(shop.get("/v1/charges?payment_intent=" + declined).path("data"))
                .hasSize(2);
        assertThat(shop.stripe().books().charges().stream()
                        .mapToLong(BookedCharge::capturedMinor)
                        .sum())
                .isEqualTo(600_000);
    }

    @Test
    void three_d_secure_charges_only_after_the_bank_said_yes() {
        String id = shop.session().path("id").asText();

        Answer answer = shop.pay(id, "4000002760003184");

        assertThat(answer.headers()).containsEntry("Location", "/c/pay/" + id + "/3ds");
        assertThat(intentOf(id).path("status").asText()).isEqualTo("requires_action");
        assertThat(intentOf(id).at("/next_action/type").asText()).isEqualTo("redirect_to_url");
        assertThat(shop.stripe().books().charges()).isEmpty();
        assertThat(Shop.text(shop.page("GET", "/c/pay/" + id + "/3ds", Map.of())))
                .contains("value=\"complete\"", "value=\"fail\"", "$6,000.00");

        Answer done = shop.page("POST", "/c/pay/" + id + "/3ds", Map.of("outcome", "complete"));

        assertThat(done.headers()).containsEntry("Location", "http://crm.example/paid?session=" + id);
        assertThat(intentOf(id)
                        .at("/latest_charge/payment_method_details/card/three_d_secure/result")
                        .asText())
                .isEqualTo("authenticated");
        assertThat(shop.eventTypes())
                .containsExactly(
                        "payment_intent.created",
                        "payment_intent.requires_action",
                        "charge.succeeded",
                        "payment_intent.succeeded",
                        "checkout.session.completed");
    }

    @Test
    void failed_authentication_makes_no_charge_and_lets_the_payer_try_again() {
        String id = shop.session().path("id").asText();
        shop.pay(id, "4000002500003155");

        Answer failed = shop.page("POST", "/c/pay/" + id + "/3ds", Map.of("outcome", "fail"));

        assertThat(failed.status()).isEqualTo(402);
        assertThat(intentOf(id).at("/last_payment_error/code").asText())
                .isEqualTo("payment_intent_authentication_failure");
        assertThat(intentOf(id).path("latest_charge").isNull()).isTrue();
        assertThat(shop.pay(id, "4242424242424242").status()).isEqualTo(303);
    }

    @Test
    void a_card_can_be_declined_after_authentication() {
        String id = shop.session().path("id").asText();
        shop.pay(id, "4000008400001629");

        Answer declined = shop.page("POST", "/c/pay/" + id + "/3ds", Map.of("outcome", "complete"));

        assertThat(declined.status()).isEqualTo(402);
        assertThat(intentOf(id).at("/last_payment_error/decline_code").asText()).isEqualTo("generic_decline");
        assertThat(shop.eventTypes()).endsWith("charge.failed", "payment_intent.payment_failed");
    }

    @Test
    void the_bank_page_leads_back_when_the_bank_asks_nothing() {
        String id = shop.session().path("id").asText();

        Answer answer = shop.page("POST", "/c/pay/" + id + "/3ds", Map.of("outcome", "complete"));

        assertThat(answer.headers()).containsEntry("Location", "/c/pay/" + id);
        assertThat(shop.stripe().books().charges()).isEmpty();
    }

    @Test
    void a_second_payment_of_the_same_session_charges_nobody() {
        String id = shop.session().path("id").asText();
        shop.pay(id, "4242424242424242");

        Answer again = shop.pay(id, "4242424242424242");

        assertThat(again.status()).isEqualTo(200);
        assertThat(Shop.text(again)).contains("You have already paid", "You were charged once");
        assertThat(shop.stripe().books().charges()).hasSize(1);
    }

    @Test
    void a_session_that_asks_for_it_makes_the_payer_a_customer() {
        Map<String, String> form = Shop.sessionForm();
        form.put("customer_creation", "always");
        String id = shop.post("/v1/checkout/sessions", form).path("id").asText();

        shop.pay(id, "4242424242424242");

        ObjectNode session = shop.get("/v1/checkout/sessions/" + id + "?expand[0]=customer&expand[1]=payment_intent");
        assertThat(session.at("/customer/email").asText()).isEqualTo("dana@example.com");
        assertThat(session.at("/payment_intent/customer").asText())
                .isEqualTo(session.at("/customer/id").asText());
        assertThat(shop.eventTypes()).contains("customer.created");
    }

    @Test
    void a_guest_stays_a_guest() {
        String id = shop.session().path("id").asText();
        shop.pay(id, "4242424242424242");

        assertThat(shop.get("/v1/checkout/sessions/" + id).path("customer").isNull())
                .isTrue();
        assertThat(shop.get("/v1/customers").path("data")).isEmpty();
    }

    @Test
    void time_expires_a_session_and_cancels_the_intent_it_had() {
        String id = shop.session().path("id").asText();
        shop.pay(id, "4000000000000002");

        shop.pass(Duration.ofHours(24));

        ObjectNode session = shop.get("/v1/checkout/sessions/" + id + "?expand[0]=payment_intent");
        assertThat(session.path("status").asText()).isEqualTo("expired");
        assertThat(session.at("/payment_intent/status").asText()).isEqualTo("canceled");
        assertThat(shop.eventTypes()).endsWith("payment_intent.canceled", "checkout.session.expired");
        assertThat(Shop.text(shop.pay(id, "4242424242424242"))).contains("has expired", "Nobody was charged");
        assertThat(shop.stripe().books().charges())
                .allSatisfy(charge -> assertThat(charge.capturedMinor()).isZero());
    }

    @Test
    void a_call_expires_an_open_session_once() {
        String id = shop.session().path("id").asText();

        assertThat(shop.post("/v1/checkout/sessions/" + id + "/expire", Map.of())
                        .path("status")
                        .asText())
                .isEqualTo("expired");

        Answer again = shop.call("POST", "/v1/checkout/sessions/" + id + "/expire", Map.of(), Map.of());
        assertThat(again.status()).isEqualTo(400);
        assertThat(Shop.error(again).path("message").asText()).contains("status of `expired`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4242424242424242", "4000000000000002", "4000002760003184", "4242424242424241"})
    void no_card_number_and_no_security_code_is_kept_anywhere(String number) {
        String id = shop.session().path("id").asText();
        Map<String, String> form = Shop.cardForm(number);
        form.put("cardCvc", "987");

        Answer answer = shop.page("POST", "/c/pay/" + id, form);

        StringBuilder kept = new StringBuilder(Shop.text(answer).replace("4242 4242 4242 4242", ""));
        shop.journal().lines().forEach(kept::append);
        assertThat(kept.toString()).doesNotContain(number).doesNotContain("\"987\"");
    }

    @Test
    void euros_and_yen_settle_in_their_own_balances() {
        for (String currency : new String[] {"eur", "jpy"}) {
            Map<String, String> form = Shop.sessionForm();
            form.put("line_items[0][price_data][currency]", currency);
            form.put("line_items[0][price_data][unit_amount]", "1050");
            shop.pay(shop.post("/v1/checkout/sessions", form).path("id").asText(), "4242424242424242");
        }
        shop.pass(Duration.ofSeconds(2));

        ObjectNode balance = shop.get("/v1/balance");
        // 1.5 % of 10.50 is 15.75 cents, rounded half up to 16, plus 25; 2.9 % of 1050 yen is 30.45, so 30, plus 30.
        assertThat(balance.path("pending").toString())
                .contains("{\"amount\":1009,\"currency\":\"eur\"", "{\"amount\":990,\"currency\":\"jpy\"");
        shop.pass(Duration.ofDays(4));
        assertThat(shop.get("/v1/balance").path("available").toString())
                .contains("{\"amount\":1009,\"currency\":\"eur\"", "{\"amount\":990,\"currency\":\"jpy\"");
    }
}
