package dev.quittance.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Payment methods and their customers: facts.md, "PaymentMethod" and "Customer" in section 1. */
final class PaymentMethodsTest {
    private static final String PATH = "/v1/payment_methods";

    private final Shop shop = Shop.open();
    private final Payer payer = new Payer(shop);
    private final String customer = payer.customer();

    private String attached() {
        return shop.post(PATH + "/pm_card_visa/attach", Payer.form("customer", customer))
                .path("id")
                .asText();
    }

    @Test
    void a_card_is_attached_and_listed() {
        String method = attached();

        assertThat(shop.get("/v1/customers/" + customer + "/payment_methods?type=card")
                        .at("/data/0/id")
                        .asText())
                .isEqualTo(method);
        assertThat(shop.get(PATH + "?customer=" + customer + "&type=card").path("data"))
                .hasSize(1);
        assertThat(shop.get(PATH + "?customer=" + customer + "&type=us_bank_account")
                        .path("data"))
                .isEmpty();
        assertThat(shop.eventTypes()).endsWith("payment_method.attached");
    }

    @Test
    void each_use_of_a_test_name_makes_a_payment_method_of_its_own() {
        assertThat(attached()).isNotEqualTo(attached());
    }

    @Test
    void what_is_detached_is_gone_for_good() {
        String method = attached();

        assertThat(shop.post(PATH + "/" + method + "/detach", Map.of())
                        .path("customer")
                        .isNull())
                .isTrue();

        assertThat(shop.get("/v1/customers/" + customer + "/payment_methods").path("data"))
                .isEmpty();
        assertThat(payer.error(400, PATH + "/" + method + "/attach", Payer.form("customer", customer))
                        .path("message")
                        .asText())
                .contains("may not be used again");
        assertThat(payer.error(400, "/v1/payment_intents", Payer.paying(method))
                        .path("message")
                        .asText())
                .contains("may not be used again");
        assertThat(payer.error(400, PATH + "/" + method + "/detach", Map.of())
                        .path("message")
                        .asText())
                .contains("not attached");
    }

    @Test
    void a_payment_method_is_one_customers() {
        String method = attached();
        String other = payer.customer();

        payer.error(400, PATH + "/" + method + "/attach", Payer.form("customer", other));
        assertThat(payer.error(400, "/v1/payment_intents", Payer.paying(method))
                        .path("param")
                        .asText())
                .isEqualTo("payment_method");
        assertThat(payer.error(400, "/v1/payment_intents", Payer.paying(method, "customer", other))
                        .path("param")
                        .asText())
                .isEqualTo("payment_method");
    }

    @Test
    void an_unverified_bank_account_can_not_be_attached() {
        assertThat(payer.error(400, PATH + "/" + payer.unverifiedBank() + "/attach", Payer.form("customer", customer))
                        .path("message")
                        .asText())
                .contains("verified");
    }

    @Test
    void a_payment_method_changes_once_it_is_saved() {
        String method = attached();

        ObjectNode changed = shop.post(
                PATH + "/" + method,
                Payer.form("billing_details[name]", "Dana", "metadata[a]", "b", "card[exp_month]", "3"));

        assertThat(changed.at("/billing_details/name").asText()).isEqualTo("Dana");
        assertThat(changed.at("/card/exp_month").asInt()).isEqualTo(3);
        assertThat(changed.at("/metadata/a").asText()).isEqualTo("b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"apple_pay", "google_pay"})
    void a_wallet_is_a_card_that_says_so(String wallet) {
        String session = shop.session().path("id").asText();
        assertThat(Shop.text(shop.page("GET", "/c/pay/" + session, Map.of()))).contains("?method=" + wallet);

        shop.page("POST", "/c/pay/" + session, Payer.form("method", wallet, "email", "dana@example.com"));

        ObjectNode paid = shop.get("/v1/checkout/sessions/" + session
                + "?expand[0]=payment_intent.payment_method&expand[1]=payment_intent.latest_charge");
        assertThat(paid.path("payment_status").asText()).isEqualTo("paid");
        assertThat(paid.at("/payment_intent/payment_method/type").asText()).isEqualTo("card");
        assertThat(paid.at("/payment_intent/payment_method/card/wallet/type").asText())
                .isEqualTo(wallet);
        assertThat(paid.at("/payment_intent/latest_charge/payment_method_details/card/wallet/type")
                        .asText())
                .isEqualTo(wallet);
    }

    @Test
    void a_payer_may_keep_the_card_where_the_business_offers_it() {
        Map<String, String> form = Shop.sessionForm();
        form.put("customer", customer);
        form.put("saved_payment_method_options[payment_method_save]", "enabled");
        String session = shop.post("/v1/checkout/sessions", form).path("id").asText();
        Map<String, String> card = Shop.cardForm("4242424242424242");
        card.put("savePaymentMethod", "yes");

        shop.page("POST", "/c/pay/" + session, card);

        assertThat(shop.get(PATH + "?customer=" + customer + "&allow_redisplay=always")
                        .path("data"))
                .hasSize(1);
    }

    @Test
    void a_session_may_want_the_card_for_later_and_then_makes_a_customer() {
        Map<String, String> form = Shop.sessionForm();
        form.put("payment_intent_data[setup_future_usage]", "off_session");
        String session = shop.post("/v1/checkout/sessions", form).path("id").asText();

        shop.pay(session, "4242424242424242");

        String made =
                shop.get("/v1/checkout/sessions/" + session).path("customer").asText();
        assertThat(shop.get("/v1/customers/" + made + "/payment_methods").path("data"))
                .hasSize(1);
    }

    @Test
    void terms_must_be_agreed_to_where_the_business_wants_it() {
        Map<String, String> form = Shop.sessionForm();
        form.put("consent_collection[terms_of_service]", "required");
        form.put("custom_text[submit][message]", "We come on Monday.");
        String session = shop.post("/v1/checkout/sessions", form).path("id").asText();
        assertThat(Shop.text(shop.page("GET", "/c/pay/" + session, Map.of())))
                .contains("We come on Monday.", "name=\"termsOfService\"");
        assertThat(Shop.text(shop.pay(session, "4242424242424242"))).contains("<a href=\"#termsOfService\">");
        Map<String, String> card = Shop.cardForm("4242424242424242");
        card.put("termsOfService", "yes");

        assertThat(shop.page("POST", "/c/pay/" + session, card).status()).isEqualTo(303);

        assertThat(shop.get("/v1/checkout/sessions/" + session)
                        .at("/consent/terms_of_service")
                        .asText())
                .isEqualTo("accepted");
    }

    @Test
    void a_business_can_leave_a_way_to_pay_out() {
        Map<String, String> form = Shop.sessionForm();
        form.put("excluded_payment_method_types[0]", "us_bank_account");

        assertThat(shop.post("/v1/checkout/sessions", form)
                        .path("payment_method_types")
                        .toString())
                .isEqualTo("[\"card\"]");
        form.put("excluded_payment_method_types[1]", "card");
        payer.error(400, "/v1/checkout/sessions", form);
    }

    @Test
    void a_customer_pays_by_default_with_a_payment_method_of_their_own() {
        String method = attached();
        Map<String, String> own = Payer.form("invoice_settings[default_payment_method]", method);

        assertThat(shop.post("/v1/customers/" + customer, own)
                        .at("/invoice_settings/default_payment_method")
                        .asText())
                .isEqualTo(method);
        assertThat(payer.error(400, "/v1/customers/" + payer.customer(), own)
                        .path("param")
                        .asText())
                .isEqualTo("invoice_settings[default_payment_method]");
    }

    @Test
    void who_is_deleted_leaves_no_payment_method_behind() {
        String method = attached();

        shop.delete("/v1/customers/" + customer);

        assertThat(shop.get(PATH + "/" + method).path("customer").isNull()).isTrue();
        assertThat(shop.eventTypes()).endsWith("payment_method.detached", "customer.deleted");
    }
}
