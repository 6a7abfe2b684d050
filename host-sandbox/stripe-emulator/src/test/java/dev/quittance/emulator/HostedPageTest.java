package dev.quittance.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.emulator.port.Answer;
import dev.quittance.emulator.port.Call;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HostedPageTest {
    private final Shop shop = Shop.open();
    private final String id = shop.session().path("id").asText();

    private String html(Map<String, String> session) {
        String made = shop.post("/v1/checkout/sessions", session).path("id").asText();
        return Shop.text(shop.page("GET", "/c/pay/" + made, Map.of()));
    }

    @Test
    void the_page_names_merchant_item_and_amount_and_the_button_says_what_it_takes() {
        String html = Shop.text(shop.page("GET", "/c/pay/" + id, Map.of()));

        assertThat(html)
                .contains("<h1>Pay Ridgeline Roofing</h1>")
                .contains("Deposit for a new roof")
                .contains("<button type=\"submit\">Pay $6,000.00</button>")
                .contains("Test mode")
                .contains("href=\"http://crm.example/back\"")
                .containsOnlyOnce("<h1>")
                .doesNotContain("<script");
        for (String field : new String[] {"email", "cardNumber", "cardExpiry", "cardCvc", "billingName"}) {
            assertThat(html).contains("<label for=\"" + field + "\">", "id=\"" + field + "\" name=\"" + field + "\"");
        }
    }

    @Test
    void the_page_may_run_no_script_and_stand_in_no_frame() {
        Map<String, String> headers = shop.page("GET", "/c/pay/" + id, Map.of()).headers();

        assertThat(headers.get("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("script-src");
        assertThat(headers).containsEntry("Cache-Control", "no-store");
    }

    @Test
    void looking_at_the_page_changes_nothing() {
        int before = lines();

        shop.page("GET", "/c/pay/" + id, Map.of());

        assertThat(lines()).isEqualTo(before);
    }

    private int lines() {
        int count = 0;
        for (String line : shop.journal().lines()) {
            count += line.isEmpty() ? 0 : 1;
        }
        return count;
    }

    @ParameterizedTest
    @CsvSource({
        "email, not-an-address, Enter an email address",
        "cardNumber, 4242424242424241, Your card number is invalid.",
        "cardNumber, 4111111111111111, use a test card",
        "cardNumber, 4242, Your card number is incomplete.",
        "cardNumber, '', Enter a card number.",
        "cardExpiry, 13/34, expiration date is invalid",
        "cardExpiry, 10/26, expiration date is in the past",
        "cardExpiry, soon, Enter the expiry date",
        "cardCvc, 12, Enter the security code",
        "billingName, '', Enter the name on the card",
    })
    void a_wrong_field_is_named_in_a_linked_summary_and_nothing_is_changed(String field, String value, String message) {
        int before = lines();
        Map<String, String> form = Shop.cardForm("4242424242424242");
        form.put(field, value);

        Answer answer = shop.page("POST", "/c/pay/" + id, form);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(Shop.text(answer))
                .contains("role=\"alert\"", "<a href=\"#" + field + "\">", "id=\"" + field + "-error\"")
                .contains(message.replace("'", "&#39;"))
                .contains("You were not charged");
        assertThat(lines()).isEqualTo(before);
    }

    @Test
    void what_was_typed_stays_but_for_the_card() {
        Map<String, String> form = Shop.cardForm("4242424242424241");
        form.put("billingName", "Dana \"D\" <Whitfield>");

        String html = Shop.text(shop.page("POST", "/c/pay/" + id, form));

        assertThat(html)
                .contains("value=\"dana@example.com\"")
                .contains("value=\"Dana &quot;D&quot; &lt;Whitfield&gt;\"")
                .doesNotContain("4242424242424241");
    }

    @Test
    void a_card_is_good_to_the_end_of_its_month() {
        Map<String, String> form = Shop.cardForm("4242424242424242");
        form.put("cardExpiry", "11/2026");

        assertThat(shop.page("POST", "/c/pay/" + id, form).status()).isEqualTo(303);
    }

    @Test
    void texts_of_the_business_cannot_become_markup() {
        Map<String, String> session = Shop.sessionForm();
        session.put("line_items[0][price_data][product_data][name]", "<script>alert(1)</script> {{style}}");

        assertThat(html(session)).contains("&lt;script&gt;").doesNotContain("<script");
    }

    @Test
    void an_address_given_by_the_business_is_fixed() {
        Map<String, String> session = Shop.sessionForm();
        session.put("customer_email", "office@example.com");
        String made = shop.post("/v1/checkout/sessions", session).path("id").asText();

        assertThat(Shop.text(shop.page("GET", "/c/pay/" + made, Map.of())))
                .contains("value=\"office@example.com\"", "readonly");
        shop.pay(made, "4242424242424242");

        assertThat(shop.get("/v1/checkout/sessions/" + made)
                        .at("/customer_details/email")
                        .asText())
                .isEqualTo("office@example.com");
    }

    @Test
    void the_button_takes_the_verb_of_the_business() {
        Map<String, String> session = Shop.sessionForm();
        session.put("submit_type", "donate");

        assertThat(html(session)).contains(">Donate $6,000.00</button>");
    }

    @Test
    void an_unknown_session_says_so() {
        Answer answer = shop.page("GET", "/c/pay/cs_test_nobody", Map.of());

        assertThat(answer.status()).isEqualTo(404);
        assertThat(Shop.text(answer)).contains("does not exist", "Nobody was charged");
    }

    @Test
    void broken_forms_and_odd_methods_charge_nobody() {
        Answer broken = shop.stripe()
                .handle(new Call(
                        "POST",
                        "/c/pay/" + id,
                        "",
                        Map.of(),
                        "cardNumber=%zz".getBytes(java.nio.charset.StandardCharsets.UTF_8)));

        assertThat(broken.status()).isEqualTo(400);
        assertThat(shop.page("PUT", "/c/pay/" + id, Map.of()).status()).isEqualTo(405);
        assertThat(shop.stripe().books().charges()).isEmpty();
    }

    @Test
    void developers_see_what_happened_lately() {
        shop.pay(id, "4000000000000002");
        shop.pay(id, "4242424242424242");

        assertThat(Shop.text(shop.page("GET", "/", Map.of())))
                .contains("checkout.session.completed", "/dev/object/" + id);
        assertThat(Shop.text(shop.page("GET", "/dev/object/" + id, Map.of())))
                .contains(id, "checkout.session.completed");
        assertThat(Shop.text(shop.page("GET", "/dev/cards", Map.of()))).contains("4000002760003184");
    }
}
