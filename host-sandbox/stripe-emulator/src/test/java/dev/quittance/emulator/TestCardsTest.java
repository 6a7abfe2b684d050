package dev.quittance.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each card of facts.md, section 5 "Test values", as a business charges it; and the answers of section 2, "Declines". */
final class TestCardsTest {
    private final Shop shop = Shop.open();
    private final Payer payer = new Payer(shop);

    private static Map<String, String> card(String number, String... more) {
        Map<String, String> form = Payer.form(
                "type",
                "card",
                "card[number]",
                number,
                "card[exp_month]",
                "12",
                "card[exp_year]",
                "2034",
                "card[cvc]",
                number.startsWith("37") ? "1234" : "123");
        form.putAll(Payer.form(more));
        return form;
    }

    private String method(String number) {
        return shop.post("/v1/payment_methods", card(number)).path("id").asText();
    }

    @ParameterizedTest
    @CsvSource({
        "4242424242424242, visa, credit",
        "5555555555554444, mastercard, credit",
        "378282246310005, amex, credit",
        "6011111111111117, discover, credit",
        "4000056655665556, visa, debit",
        "4000000000000259, visa, credit",
        "4000000000002685, visa, credit",
        "4000000000001976, visa, credit",
        "4000000000005423, visa, credit",
        "4000000404000079, visa, credit",
        "4000000000007726, visa, credit",
        "4000000000005126, visa, credit",
        "4000000000000077, visa, credit",
        "4000000000003055, visa, credit",
        "4000000000009235, visa, credit",
        "4000000000000101, visa, credit",
        "4000000000000036, visa, credit",
    })
    void a_good_card_pays(String number, String brand, String funding) {
        ObjectNode intent = shop.post("/v1/payment_intents?expand[0]=latest_charge", Payer.paying(method(number)));

        assertThat(intent.path("status").asText()).isEqualTo("succeeded");
        assertThat(intent.at("/latest_charge/payment_method_details/card/brand").asText())
                .isEqualTo(brand);
        assertThat(intent.at("/latest_charge/payment_method_details/card/funding")
                        .asText())
                .isEqualTo(funding);
        assertThat(intent.at("/latest_charge/payment_method_details/card/last4").asText())
                .isEqualTo(number.substring(number.length() - 4));
    }

    @ParameterizedTest
    @CsvSource({
        "4000000000000002, card_declined, generic_decline, issuer_declined",
        "4000000000009995, card_declined, insufficient_funds, issuer_declined",
        "4000000000009987, card_declined, lost_card, issuer_declined",
        "4000000000009979, card_declined, stolen_card, issuer_declined",
        "4000000000006975, card_declined, card_velocity_exceeded, issuer_declined",
        "4000000000000069, expired_card, expired_card, issuer_declined",
        "4000000000000127, incorrect_cvc, incorrect_cvc, issuer_declined",
        "4000000000000119, processing_error, processing_error, issuer_declined",
        "4000000000000341, card_declined, generic_decline, issuer_declined",
        "4100000000000019, card_declined, fraudulent, blocked",
        "4000000000004954, card_declined, fraudulent, blocked",
        "4000008400001280, card_declined, generic_decline, issuer_declined",
    })
    void a_bad_card_is_declined_with_its_code(String number, String code, String decline, String outcome) {
        ObjectNode error = payer.error(402, "/v1/payment_intents", Payer.paying(method(number)));

        assertThat(error.path("type").asText()).isEqualTo("card_error");
        assertThat(error.path("code").asText()).isEqualTo(code);
        assertThat(error.path("decline_code").asText()).isEqualTo(decline);
        assertThat(error.at("/payment_intent/status").asText()).isEqualTo("requires_payment_method");
        ObjectNode charge = shop.get("/v1/charges/" + error.path("charge").asText());
        assertThat(charge.path("status").asText()).isEqualTo("failed");
        assertThat(charge.path("failure_code").asText()).isEqualTo(code);
        assertThat(charge.at("/outcome/type").asText()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "4000002500003155, succeeded, ''",
        "4000002760003184, succeeded, ''",
        "4000003800000446, succeeded, ''",
        "4000000000003220, succeeded, ''",
        "4000008260003178, requires_payment_method, insufficient_funds",
        "4000008400001629, requires_payment_method, generic_decline",
    })
    void a_card_asks_its_payer_and_goes_on(String number, String status, String decline) {
        String intent = shop.post("/v1/payment_intents", Payer.paying(method(number)))
                .path("id")
                .asText();
        assertThat(shop.get("/v1/payment_intents/" + intent).path("status").asText())
                .isEqualTo("requires_action");

        shop.page("POST", "/c/authenticate/" + intent, Map.of("outcome", "complete"));

        ObjectNode after = shop.get("/v1/payment_intents/" + intent);
        assertThat(after.path("status").asText()).isEqualTo(status);
        assertThat(after.at("/last_payment_error/decline_code").asText("")).isEqualTo(decline);
    }

    @Test
    void an_optional_question_is_asked_where_the_business_wants_it() {
        Map<String, String> form = Payer.paying("pm_card_threeDSecureOptional");
        form.put("payment_method_options[card][request_three_d_secure]", "any");

        assertThat(shop.post("/v1/payment_intents", form).path("status").asText())
                .isEqualTo("requires_action");
    }

    @Test
    void lost_and_stolen_cards_reveal_nothing() {
        String generic = payer.error(402, "/v1/payment_intents", Payer.paying(method("4000000000000002")))
                .path("message")
                .asText();
        for (String number : new String[] {"4000000000009987", "4000000000009979", "4100000000000019"}) {
            assertThat(payer.error(402, "/v1/payment_intents", Payer.paying(method(number)))
                            .path("message")
                            .asText())
                    .isEqualTo(generic);
        }
    }

    @Test
    void a_wrong_code_matters_only_where_a_code_was_sent() {
        Map<String, String> form = card("4000000000000127");
        form.remove("card[cvc]");
        String method = shop.post("/v1/payment_methods", form).path("id").asText();

        assertThat(shop.post("/v1/payment_intents", Payer.paying(method))
                        .path("status")
                        .asText())
                .isEqualTo("succeeded");
    }

    @ParameterizedTest
    @CsvSource({
        "4000000000000101, fail, pass",
        "4000000000000036, pass, fail",
        "4242424242424242, pass, pass",
    })
    void checks_of_code_and_postal_code_are_told(String number, String code, String postal) {
        ObjectNode method =
                shop.post("/v1/payment_methods", card(number, "billing_details[address][postal_code]", "83702"));

        assertThat(method.at("/card/checks/cvc_check").asText()).isEqualTo(code);
        assertThat(method.at("/card/checks/address_postal_code_check").asText()).isEqualTo(postal);
    }

    @ParameterizedTest
    @CsvSource({"4000000000009235, elevated", "4242424242424242, normal"})
    void risk_is_told(String number, String level) {
        ObjectNode intent = shop.post("/v1/payment_intents?expand[0]=latest_charge", Payer.paying(method(number)));

        assertThat(intent.at("/latest_charge/outcome/risk_level").asText()).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({
        "card[number], 4242424242424241, incorrect_number",
        "card[number], 4111111111111111, card_declined",
        "card[exp_month], 13, invalid_expiry_month",
        "card[exp_year], 2020, invalid_expiry_year",
        "card[cvc], 12, invalid_cvc",
    })
    void a_wrong_entry_is_a_card_error(String name, String value, String code) {
        ObjectNode error = payer.error(402, "/v1/payment_methods", card("4242424242424242", name, value));

        assertThat(error.path("type").asText()).isEqualTo("card_error");
        assertThat(error.path("code").asText()).isEqualTo(code);
        StringBuilder kept = new StringBuilder();
        shop.journal().lines().forEach(kept::append);
        assertThat(kept.toString()).isNotEmpty().doesNotContain(value.length() > 6 ? value : "4242424242424242");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tok_visa", "tok_mastercard", "tok_chargeDeclined"})
    void a_token_stands_for_a_card(String token) {
        ObjectNode method = shop.post("/v1/payment_methods", Payer.form("type", "card", "card[token]", token));

        assertThat(method.path("type").asText()).isEqualTo("card");
    }

    @Test
    void a_declining_card_can_not_be_attached_but_one_can_be_that_declines_later() {
        String customer = payer.customer();
        ObjectNode error = payer.error(
                402, "/v1/payment_methods/" + method("4000000000000002") + "/attach", Payer.form("customer", customer));
        assertThat(error.path("code").asText()).isEqualTo("card_declined");

        String later = method("4000000000000341");
        shop.post("/v1/payment_methods/" + later + "/attach", Payer.form("customer", customer));

        assertThat(payer.error(402, "/v1/payment_intents", Payer.paying(later, "customer", customer))
                        .path("decline_code")
                        .asText())
                .isEqualTo("generic_decline");
    }
}
