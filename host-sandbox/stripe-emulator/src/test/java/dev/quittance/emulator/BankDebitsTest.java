package dev.quittance.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.account.AccountSpec;
import dev.quittance.emulator.port.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Debits of US bank accounts: facts.md, "ACH" in section 5, "Micro-deposits" and the ACH event sets in section 4. */
final class BankDebitsTest {
    private static final String PATH = "/v1/payment_intents";
    /** From a Monday, the banks' four business days end on a Friday. */
    private static final Duration BANKS = Duration.ofDays(4);

    private final Shop shop = Shop.open();
    private final Payer payer = new Payer(shop);

    private ObjectNode debit(String method, String... more) {
        return shop.post(PATH, Payer.agreed(Payer.paying(method, more)));
    }

    private ObjectNode intent(String id) {
        return shop.get(PATH + "/" + id + "?expand[0]=latest_charge.balance_transaction");
    }

    @Test
    void a_debit_is_processing_for_days_and_then_succeeds() {
        String id = debit("pm_usBankAccount_success").path("id").asText();
        ObjectNode before = intent(id);
        assertThat(before.path("status").asText()).isEqualTo("processing");
        assertThat(before.at("/latest_charge/id").asText()).startsWith("py_");
        assertThat(before.at("/latest_charge/status").asText()).isEqualTo("pending");
        assertThat(before.at("/latest_charge/balance_transaction/type").asText())
                .isEqualTo("payment");
        assertThat(before.at("/latest_charge/balance_transaction/status").asText())
                .isEqualTo("pending");

        shop.pass(BANKS.minusSeconds(1));
        assertThat(intent(id).path("status").asText()).isEqualTo("processing");
        shop.pass(Duration.ofSeconds(1));

        assertThat(intent(id).path("status").asText()).isEqualTo("succeeded");
        assertThat(intent(id).at("/latest_charge/captured").asBoolean()).isTrue();
        assertThat(shop.paymentEventTypes())
                .containsExactly(
                        "payment_intent.created",
                        "payment_intent.processing",
                        "charge.pending",
                        "charge.succeeded",
                        "payment_intent.succeeded",
                        "charge.updated");
    }

    @ParameterizedTest
    @CsvSource({
        "accountClosed, account_closed",
        "noAccount, no_account",
        "insufficientFunds, insufficient_funds",
        "debitNotAuthorized, debit_not_authorized",
        "invalidCurrency, payment_method_currency_mismatch",
        "tokenizedAccountNumberDeactivated, bank_account_unusable",
    })
    void a_refused_debit_fails_days_later_with_its_reason(String account, String code) {
        String id = debit("pm_usBankAccount_" + account).path("id").asText();

        shop.pass(BANKS);

        ObjectNode after = intent(id);
        assertThat(after.path("status").asText()).isEqualTo("requires_payment_method");
        assertThat(after.at("/last_payment_error/code").asText()).isEqualTo(code);
        assertThat(after.at("/latest_charge/status").asText()).isEqualTo("failed");
        assertThat(after.at("/latest_charge/failure_balance_transaction").isTextual())
                .isTrue();
        assertThat(shop.paymentEventTypes()).endsWith("charge.failed", "payment_intent.payment_failed");
    }

    @ParameterizedTest
    @CsvSource({
        "riskLevelHighest, payment_method_bank_account_blocked, blocked",
        "weeklyLimitExceeded, charge_exceeds_source_limit, invalid",
    })
    void some_debits_are_refused_at_once(String account, String code, String outcome) {
        ObjectNode error = payer.error(402, PATH, Payer.agreed(Payer.paying("pm_usBankAccount_" + account)));

        assertThat(error.path("code").asText()).isEqualTo(code);
        assertThat(shop.get("/v1/charges").at("/data/0/outcome/type").asText()).isEqualTo(outcome);
    }

    @Test
    void some_debits_never_end() {
        String id = debit("pm_usBankAccount_processing").path("id").asText();

        shop.pass(Duration.ofDays(365));

        assertThat(intent(id).path("status").asText()).isEqualTo("processing");
        assertThat(payer.error(400, PATH + "/" + id + "/cancel", Map.of())
                        .path("code")
                        .asText())
                .isEqualTo("payment_intent_unexpected_state");
    }

    @Test
    void a_debit_needs_the_payers_agreement_and_leaves_a_mandate() {
        assertThat(payer.error(400, PATH, Payer.paying("pm_usBankAccount_success"))
                        .path("param")
                        .asText())
                .isEqualTo("mandate_data");

        String charge = debit("pm_usBankAccount_success").path("latest_charge").asText();
        String mandate = shop.get("/v1/charges/" + charge)
                .at("/payment_method_details/us_bank_account/mandate")
                .asText();
        assertThat(shop.get("/v1/mandates/" + mandate).path("type").asText()).isEqualTo("single_use");
        assertThat(shop.get("/v1/mandates/" + mandate).path("status").asText()).isEqualTo("active");
    }

    @Test
    void a_kept_account_is_debited_again_under_its_mandate() {
        String customer = payer.customer();
        String method = debit("pm_usBankAccount_success", "customer", customer, "setup_future_usage", "off_session")
                .path("payment_method")
                .asText();

        ObjectNode again = shop.post(PATH, Payer.paying(method, "customer", customer, "off_session", "true"));

        assertThat(again.path("status").asText()).isEqualTo("processing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"amounts", "descriptor_code"})
    void small_deposits_verify_an_account_and_the_debit_starts(String way) {
        ObjectNode waiting = debit(payer.unverifiedBank());
        assertThat(waiting.path("status").asText()).isEqualTo("requires_action");
        assertThat(waiting.at("/next_action/type").asText()).isEqualTo("verify_with_microdeposits");
        assertThat(waiting.path("latest_charge").isNull()).isTrue();
        Map<String, String> proof = way.equals("amounts")
                ? Payer.form("amounts[0]", "32", "amounts[1]", "45")
                : Payer.form("descriptor_code", "SM11AA");

        ObjectNode verified = shop.post(PATH + "/" + waiting.path("id").asText() + "/verify_microdeposits", proof);

        assertThat(verified.path("status").asText()).isEqualTo("processing");
        assertThat(shop.paymentEventTypes())
                .containsExactly(
                        "payment_intent.created",
                        "payment_intent.requires_action",
                        "payment_intent.processing",
                        "charge.pending");
    }

    @ParameterizedTest
    @CsvSource({
        "10, 11, payment_method_microdeposit_verification_attempts_exceeded",
        "40, 41, payment_method_microdeposit_verification_timeout",
    })
    void some_deposits_end_the_verification(String first, String second, String code) {
        String method = payer.unverifiedBank();
        String path = PATH + "/" + debit(method).path("id").asText() + "/verify_microdeposits";

        ObjectNode error = payer.error(400, path, Payer.form("amounts[0]", first, "amounts[1]", second));

        assertThat(error.path("code").asText()).isEqualTo(code);
        assertThat(error.at("/payment_intent/status").asText()).isEqualTo("requires_payment_method");
        assertThat(shop.paymentEventTypes()).contains("mandate.updated").endsWith("payment_intent.payment_failed");
        assertThat(payer.error(400, PATH, Payer.agreed(Payer.paying(method)))
                        .path("code")
                        .asText())
                .isEqualTo("bank_account_unusable");
    }

    @Test
    void ten_wrong_entries_end_the_verification() {
        String path = PATH + "/" + debit(payer.unverifiedBank()).path("id").asText() + "/verify_microdeposits";
        Map<String, String> wrong = Payer.form("amounts[0]", "1", "amounts[1]", "2");
        for (int i = 0; i < 9; i++) {
            assertThat(payer.error(400, path, wrong).path("code").asText())
                    .isEqualTo("payment_method_microdeposit_verification_amounts_mismatch");
        }

        assertThat(payer.error(400, path, wrong).path("code").asText())
                .isEqualTo("payment_method_microdeposit_verification_attempts_exceeded");
    }

    @Test
    void ten_days_end_the_verification() {
        String id = debit(payer.unverifiedBank()).path("id").asText();

        shop.pass(Duration.ofDays(10).minusSeconds(1));
        assertThat(intent(id).path("status").asText()).isEqualTo("requires_action");
        shop.pass(Duration.ofSeconds(1));

        assertThat(intent(id).at("/last_payment_error/code").asText())
                .isEqualTo("payment_method_microdeposit_verification_timeout");
    }

    private String paidByBank(String account) {
        String session = shop.session().path("id").asText();
        Map<String, String> form = Payer.form(
                "method",
                "us_bank_account",
                "email",
                "dana@example.com",
                "billingName",
                "Dana",
                "bankAccount",
                account);
        Answer answer = shop.page("POST", "/c/pay/" + session, form);
        assertThat(answer.status()).as(Shop.text(answer)).isEqualTo(303);
        return session;
    }

    @Test
    void a_session_paid_by_debit_is_complete_and_unpaid_until_the_money_comes() {
        String id = paidByBank("SUCCESS");
        ObjectNode session = shop.get("/v1/checkout/sessions/" + id);
        assertThat(session.path("status").asText()).isEqualTo("complete");
        assertThat(session.path("payment_status").asText()).isEqualTo("unpaid");
        assertThat(Shop.text(shop.page("GET", "/c/pay/" + id, Map.of()))).contains("on its way");

        shop.pass(BANKS);

        assertThat(shop.get("/v1/checkout/sessions/" + id)
                        .path("payment_status")
                        .asText())
                .isEqualTo("paid");
        assertThat(shop.paymentEventTypes())
                .containsExactlyInAnyOrder(
                        "payment_intent.created",
                        "payment_intent.processing",
                        "charge.pending",
                        "checkout.session.completed",
                        "charge.succeeded",
                        "payment_intent.succeeded",
                        "checkout.session.async_payment_succeeded",
                        "charge.updated");
    }

    @Test
    void a_session_whose_debit_fails_stays_complete_and_unpaid() {
        String id = paidByBank("INSUFFICIENT_FUNDS");

        shop.pass(BANKS);

        ObjectNode session = shop.get("/v1/checkout/sessions/" + id);
        assertThat(session.path("status").asText()).isEqualTo("complete");
        assertThat(session.path("payment_status").asText()).isEqualTo("unpaid");
        assertThat(shop.paymentEventTypes())
                .endsWith("charge.failed", "payment_intent.payment_failed", "checkout.session.async_payment_failed");
    }

    @Test
    void a_session_whose_account_is_verified_on_the_page_pays_then() {
        String session = shop.session().path("id").asText();
        shop.page(
                "POST",
                "/c/pay/" + session,
                Payer.form(
                        "method",
                        "us_bank_account_manual",
                        "email",
                        "dana@example.com",
                        "billingName",
                        "Dana",
                        "routingNumber",
                        "110000000",
                        "accountNumber",
                        "000123456789"));
        assertThat(shop.paymentEventTypes()).endsWith("payment_intent.requires_action", "checkout.session.completed");
        ObjectNode intent = (ObjectNode) shop.get("/v1/checkout/sessions/" + session + "?expand[0]=payment_intent")
                .path("payment_intent");
        String page = intent.at("/next_action/verify_with_microdeposits/hosted_verification_url")
                .asText()
                .substring(Shop.ORIGIN.toString().length());
        assertThat(Shop.text(shop.page("GET", page, Map.of())))
                .contains("<label for=\"amount1\">", "<label for=\"descriptorCode\">", "$6,000.00");
        assertThat(shop.page("POST", page, Payer.form("amount1", "1", "amount2", "2"))
                        .status())
                .isEqualTo(400);

        Answer verified = shop.page("POST", page, Payer.form("amount1", "0.32", "amount2", "45"));

        assertThat(Shop.text(verified)).contains("verified", "on its way");
        shop.pass(Duration.ofDays(6));
        assertThat(shop.paymentEventTypes()).contains("checkout.session.async_payment_succeeded");
    }

    @Test
    void no_debit_is_offered_for_euros() {
        Map<String, String> form = Shop.sessionForm();
        form.put("line_items[0][price_data][currency]", "eur");
        ObjectNode session = shop.post("/v1/checkout/sessions", form);
        assertThat(session.path("payment_method_types").toString()).isEqualTo("[\"card\"]");
        form.put("payment_method_types[0]", "us_bank_account");

        assertThat(payer.error(400, "/v1/checkout/sessions", form).path("param").asText())
                .isEqualTo("payment_method_types");
    }

    @Test
    void no_debit_is_offered_to_an_account_in_britain() {
        String key = "sk_test_british00001";
        shop.stripe().addAccount(new AccountSpec("Thatch", "GB", "usd", Optional.of(key)));
        Map<String, String> headers = Map.of("Authorization", "Bearer " + key);
        Map<String, String> form = Shop.sessionForm();
        Answer dynamic = shop.call("POST", "/v1/checkout/sessions", form, headers);
        assertThat(Shop.text(dynamic)).doesNotContain("us_bank_account");
        form.put("payment_method_types[0]", "us_bank_account");

        Answer refused = shop.call("POST", "/v1/checkout/sessions", form, headers);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(Shop.error(refused).path("param").asText()).isEqualTo("payment_method_types");
    }

    @Test
    void a_payer_chooses_between_card_and_bank_account() {
        String id = shop.session().path("id").asText();
        String html = Shop.text(shop.page("GET", "/c/pay/" + id, Map.of()));

        for (String method : List.of("card", "us_bank_account", "us_bank_account_manual", "apple_pay", "google_pay")) {
            assertThat(html).contains("?method=" + method + "\"");
        }
    }

    @Test
    void an_account_can_have_a_wait_of_its_own() {
        shop.stripe().endBankDebitsAfter(shop.stripe().firstAccountKeys().account(), Duration.ofMinutes(1));
        String id = debit("pm_usBankAccount_success").path("id").asText();

        shop.pass(Duration.ofMinutes(1));

        assertThat(intent(id).path("status").asText()).isEqualTo("succeeded");
    }
}
