package dev.quittance.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Facts, section 1 "Payout" and "BalanceTransaction", the row "payout" of section 4, and section 8. */
final class PayoutsTest {
    private static final String VISA = "4242424242424242";
    private static final long NET = 582_570;

    private final Shop shop = Shop.open();

    private ObjectNode first() {
        return shop.get("/v1/payouts").at("/data/0").deepCopy();
    }

    private ObjectNode funds() {
        return shop.get("/v1/balance").at("/available/0").deepCopy();
    }

    private String account() {
        return shop.get("/v1/account").path("id").asText();
    }

    private void bankAt(String number) {
        shop.post(
                "/v1/accounts/" + account() + "/external_accounts",
                Map.of(
                        "external_account[object]", "bank_account",
                        "external_account[country]", "US",
                        "external_account[currency]", "usd",
                        "external_account[account_number]", number));
    }

    @Test
    void the_first_automatic_payout_leaves_after_a_week_and_arrives_on_a_business_day() {
        shop.charge(VISA);
        shop.pass(Duration.ofDays(6));
        assertThat(shop.get("/v1/payouts").path("data")).isEmpty();
        shop.pass(Duration.ofDays(2).minusHours(10).plusMinutes(1));

        ObjectNode payout = first();
        assertThat(payout.path("amount").asLong()).isEqualTo(NET);
        assertThat(payout.path("automatic").asBoolean()).isTrue();
        assertThat(payout.path("status").asText()).isEqualTo("pending");
        assertThat(payout.path("reconciliation_status").asText()).isEqualTo("in_progress");
        assertThat(Instant.ofEpochSecond(payout.path("arrival_date").asLong()))
                .isEqualTo(Instant.parse("2026-12-02T00:00:00Z"));
        assertThat(funds().path("amount").asLong()).isZero();
        shop.pass(Duration.ofDays(2));

        assertThat(first().path("status").asText()).isEqualTo("paid");
        assertThat(shop.eventTypes())
                .containsSubsequence(
                        "balance.available",
                        "payout.created",
                        "payout.updated",
                        "payout.paid",
                        "payout.reconciliation_completed");
        assertThat(shop.get("/v1/payouts").path("data"))
                .as("nothing more to pay out")
                .hasSize(1);
    }

    @Test
    void an_automatic_payout_names_the_transactions_that_it_took_along_and_they_sum_to_zero() {
        ObjectNode charge = shop.charge(VISA);
        shop.post("/v1/refunds", Map.of("charge", charge.path("id").asText(), "amount", "1000"));
        shop.pass(Duration.ofDays(9));
        String id = first().path("id").asText();

        ObjectNode taken = shop.get("/v1/balance_transactions?payout=" + id + "&expand[0]=data.source");

        long sum = 0;
        for (var transaction : taken.path("data")) {
            sum += transaction.path("net").asLong();
        }
        assertThat(taken.path("data")).hasSize(3);
        assertThat(sum).isZero();
        assertThat(first().path("amount").asLong()).isEqualTo(NET - 1000);
        assertThat(taken.findValuesAsText("object")).contains("payout", "refund", "charge");
    }

    @Test
    void a_payout_can_fail_after_it_was_paid_and_the_money_is_back() {
        bankAt("000111111116");
        shop.charge(VISA);
        shop.pass(Duration.ofDays(9));
        assertThat(first().path("status").asText()).isEqualTo("paid");

        shop.pass(Duration.ofDays(5));

        ObjectNode failed = first();
        assertThat(failed.path("status").asText()).isEqualTo("failed");
        assertThat(failed.path("failure_code").asText()).isEqualTo("no_account");
        assertThat(shop.get("/v1/balance_transactions/"
                                + failed.path("failure_balance_transaction").asText())
                        .path("reporting_category")
                        .asText())
                .isEqualTo("payout_reversal");
        assertThat(funds().path("amount").asLong()).isEqualTo(NET);
        assertThat(shop.eventTypes()).contains("payout.failed", "account.external_account.updated");
        assertThat(shop.get("/v1/payouts").path("data"))
                .as("none to a bank that sends back")
                .hasSize(1);

        bankAt("000123456789");
        shop.pass(Duration.ofDays(4));
        assertThat(first().path("status").asText()).isEqualTo("paid");
    }

    @Test
    void a_negative_balance_is_taken_from_the_bank() {
        ObjectNode charge = shop.charge(VISA);
        shop.pass(Duration.ofDays(9));
        shop.post("/v1/refunds", Map.of("charge", charge.path("id").asText()));
        assertThat(funds().path("amount").asLong()).isEqualTo(-600_000);

        shop.pass(Duration.ofDays(3));

        assertThat(first().path("amount").asLong()).isEqualTo(-600_000);
        assertThat(funds().path("amount").asLong()).isZero();
    }

    @Test
    void a_manual_payout_takes_what_is_available_and_can_be_canceled_while_pending() {
        shop.post("/v1/balance_settings", Map.of("payments[payouts][schedule][interval]", "manual"));
        shop.charge("4000000000000077");
        assertThat(shop.refused(400, "/v1/payouts", Map.of("amount", "582571", "currency", "usd"))
                        .path("code")
                        .asText())
                .isEqualTo("balance_insufficient");
        ObjectNode payout = shop.post("/v1/payouts", Map.of("amount", "82570", "currency", "usd", "metadata[k]", "v"));
        assertThat(payout.path("reconciliation_status").asText()).isEqualTo("not_applicable");
        assertThat(funds().path("amount").asLong()).isEqualTo(500_000);

        String path = "/v1/payouts/" + payout.path("id").asText();
        assertThat(shop.post(path + "/cancel", Map.of()).path("status").asText())
                .isEqualTo("canceled");
        assertThat(funds().path("amount").asLong()).isEqualTo(NET);
        assertThat(shop.refused(400, path + "/cancel", Map.of()).path("message").asText())
                .contains("status is canceled");
        ObjectNode listed = Shop.error(shop.call(
                "GET", "/v1/balance_transactions?payout=" + payout.path("id").asText(), Map.of(), Map.of()));
        assertThat(listed.path("param").asText()).isEqualTo("payout");
        shop.pass(Duration.ofDays(30));
        assertThat(shop.get("/v1/payouts").path("data")).hasSize(1);
    }

    @Test
    void a_card_is_available_after_two_business_days_and_the_test_card_at_once() {
        shop.charge("4000000000000077");
        assertThat(funds().path("amount").asLong()).isEqualTo(NET);
        shop.charge(VISA);
        assertThat(funds().path("amount").asLong()).isEqualTo(NET);

        shop.pass(Duration.ofDays(2));

        assertThat(funds().path("amount").asLong()).isEqualTo(2 * NET);
        assertThat(shop.event("balance.available").at("/data/object/object").asText())
                .isEqualTo("balance");
    }

    @Test
    void a_payout_keeps_its_metadata() {
        shop.charge("4000000000000077");
        ObjectNode payout = shop.post("/v1/payouts", Map.of("amount", "100", "currency", "usd"));

        shop.post("/v1/payouts/" + payout.path("id").asText(), Map.of("metadata[a]", "1"));

        assertThat(shop.event("payout.updated").at("/data/previous_attributes").toString())
                .isEqualTo("{\"metadata\":{\"a\":null}}");
    }
}
