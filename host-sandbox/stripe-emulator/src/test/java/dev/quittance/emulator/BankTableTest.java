package dev.quittance.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no other test of bank debits tries: deposits that do not arrive, codes that end a verification, returned debits. */
final class BankTableTest {
    private static final String PATH = "/v1/payment_intents";
    private final Shop shop = Shop.open();
    private final Payer payer = new Payer(shop);

    private String waitingFor(String account) {
        String method = shop.post(
                        "/v1/payment_methods",
                        Payer.form(
                                "type",
                                "us_bank_account",
                                "us_bank_account[routing_number]",
                                "110000000",
                                "us_bank_account[account_number]",
                                account,
                                "us_bank_account[account_holder_type]",
                                "individual",
                                "billing_details[name]",
                                "Dana"))
                .path("id")
                .asText();
        ObjectNode intent = shop.post(PATH, Payer.agreed(Payer.paying(method)));
        assertThat(intent.path("status").asText()).isEqualTo("requires_action");
        return intent.path("id").asText();
    }

    @Test
    void deposits_that_cannot_be_sent_end_the_verification_when_they_should_have_come() {
        String id = waitingFor("000666666661");

        shop.pass(Duration.ofDays(4));

        ObjectNode after = shop.get(PATH + "/" + id);
        assertThat(after.path("status").asText()).isEqualTo("requires_payment_method");
        assertThat(after.at("/last_payment_error/code").asText()).isEqualTo("payment_method_microdeposit_failed");
    }

    @ParameterizedTest
    @CsvSource({
        "SM33CC, payment_method_microdeposit_verification_attempts_exceeded",
        "SM44DD, payment_method_microdeposit_verification_timeout",
        "SM55EE, payment_method_microdeposit_verification_descriptor_code_mismatch",
    })
    void a_code_ends_the_verification_or_is_wrong(String code, String expected) {
        String id = waitingFor("000123456789");

        ObjectNode error = payer.error(400, PATH + "/" + id + "/verify_microdeposits", Map.of("descriptor_code", code));

        assertThat(error.path("code").asText()).isEqualTo(expected);
    }

    @Test
    void deposits_are_announced_for_a_business_day_and_have_a_page_of_their_own() {
        ObjectNode action = (ObjectNode)
                shop.get(PATH + "/" + waitingFor("000123456789")).at("/next_action/verify_with_microdeposits");

        long days = Duration.ofSeconds(
                        action.path("arrival_date").asLong() - shop.now().getEpochSecond())
                .toDays();
        assertThat(days).isBetween(1L, 4L);
        assertThat(action.path("hosted_verification_url").asText()).startsWith(Shop.ORIGIN.toString());
        assertThat(action.path("microdeposit_type").asText()).isIn("amounts", "descriptor_code");
    }

    @Test
    void a_returned_debit_is_a_dispute_that_is_over_at_once_and_ends_the_mandate() {
        String id = shop.post(PATH, Payer.agreed(Payer.paying("pm_usBankAccount_dispute")))
                .path("id")
                .asText();
        shop.pass(Duration.ofDays(8));

        ObjectNode dispute = (ObjectNode) shop.get("/v1/disputes").at("/data/0");
        assertThat(dispute.path("payment_intent").asText()).isEqualTo(id);
        assertThat(dispute.path("status").asText()).isEqualTo("lost");
        assertThat(shop.eventTypes())
                .containsSubsequence(
                        "charge.dispute.created",
                        "charge.dispute.funds_withdrawn",
                        "charge.dispute.closed",
                        "mandate.updated");
        long created = shop.event("charge.dispute.created").path("created").asLong();
        assertThat(shop.event("charge.dispute.closed").path("created").asLong()).isEqualTo(created);
        assertThat(shop.event("mandate.updated").at("/data/object/status").asText())
                .isEqualTo("inactive");
        shop.refused(
                400,
                "/v1/disputes/" + dispute.path("id").asText(),
                Map.of("evidence[uncategorized_text]", "winning_evidence"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"requires_payment_method", "requires_confirmation", "requires_action", "requires_capture"})
    void an_intent_that_waits_can_be_canceled(String status) {
        Map<String, String> form = switch (status) {
            case "requires_payment_method" -> Payer.form("amount", "6000", "currency", "usd");
            case "requires_confirmation" ->
                Payer.form("amount", "6000", "currency", "usd", "payment_method", "pm_card_visa");
            case "requires_action" -> Payer.paying("pm_card_authenticationRequired");
            default -> Payer.paying("pm_card_visa", "capture_method", "manual");
        };
        ObjectNode intent = shop.post(PATH, form);
        assertThat(intent.path("status").asText()).isEqualTo(status);

        ObjectNode after = shop.post(PATH + "/" + intent.path("id").asText() + "/cancel", Map.of());

        assertThat(after.path("status").asText()).isEqualTo("canceled");
        assertThat(shop.get("/v1/balance").at("/pending/0/amount").asLong()).isZero();
    }
}
