package dev.quittance.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Facts, section 1 "Refund", the row "refund" of section 4 and the refund cards of section 5. */
final class RefundsTest {
    private static final String VISA = "4242424242424242";
    private static final String PENDS = "4000000000007726";
    private static final String FAILS = "4000000000005126";

    private final Shop shop = Shop.open();

    private ObjectNode refund(ObjectNode charge, String... more) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("charge", charge.path("id").asText());
        for (int i = 0; i < more.length; i += 2) {
            form.put(more[i], more[i + 1]);
        }
        return shop.post("/v1/refunds", form);
    }

    private ObjectNode again(ObjectNode charge) {
        return shop.get("/v1/charges/" + charge.path("id").asText());
    }

    private ObjectNode transaction(ObjectNode refund, String field) {
        return shop.get("/v1/balance_transactions/" + refund.path(field).asText());
    }

    @Test
    void a_full_refund_succeeds_and_its_charge_says_so() {
        ObjectNode charge = shop.charge(VISA);

        ObjectNode refund = refund(charge, "reason", "requested_by_customer", "metadata[case]", "7");

        assertThat(refund.path("id").asText()).startsWith("re_");
        assertThat(refund.path("status").asText()).isEqualTo("succeeded");
        assertThat(refund.path("amount").asLong()).isEqualTo(600_000);
        assertThat(refund.path("payment_intent")).isEqualTo(charge.path("payment_intent"));
        assertThat(refund.at("/metadata/case").asText()).isEqualTo("7");
        assertThat(again(charge).path("refunded").asBoolean()).isTrue();
        assertThat(again(charge).path("amount_refunded").asLong()).isEqualTo(600_000);
        assertThat(shop.eventTypes()).endsWith("refund.created", "charge.refunded");
        assertThat(shop.event("charge.refunded").at("/data/previous_attributes").toString())
                .isEqualTo("{\"amount_refunded\":0,\"refunded\":false}");
    }

    @Test
    void the_fee_is_not_returned() {
        ObjectNode charge = shop.charge(VISA);

        ObjectNode transaction = transaction(refund(charge), "balance_transaction");

        assertThat(transaction.path("type").asText()).isEqualTo("refund");
        assertThat(transaction.path("reporting_category").asText()).isEqualTo("refund");
        assertThat(transaction.path("fee").asLong()).isZero();
        assertThat(transaction.path("net").asLong()).isEqualTo(-600_000);
        assertThat(shop.netMinor("usd")).isEqualTo(-17_430);
    }

    @Test
    void many_partial_refunds_add_up_to_what_was_captured_and_no_further() {
        ObjectNode charge = shop.charge(VISA);
        refund(charge, "amount", "100000");
        refund(charge, "amount", "250000");

        ObjectNode error = shop.refused(
                400, "/v1/refunds", Map.of("charge", charge.path("id").asText(), "amount", "250001"));
        assertThat(error.path("type").asText()).isEqualTo("invalid_request_error");
        assertThat(error.path("param").asText()).isEqualTo("amount");
        assertThat(error.has("code")).isFalse();
        assertThat(error.path("message").asText())
                .isEqualTo("Refund amount ($2,500.01) is greater than unrefunded amount on charge ($2,500.00)");
        assertThat(again(charge).path("refunded").asBoolean()).isFalse();

        assertThat(refund(charge).path("amount").asLong()).isEqualTo(250_000);
        assertThat(again(charge).path("refunded").asBoolean()).isTrue();
        assertThat(shop.refused(
                                400,
                                "/v1/refunds",
                                Map.of("charge", charge.path("id").asText()))
                        .path("code")
                        .asText())
                .isEqualTo("charge_already_refunded");
    }

    @Test
    void a_payment_intent_names_the_charge_as_well() {
        ObjectNode charge = shop.charge(VISA);

        ObjectNode refund = shop.post(
                "/v1/refunds",
                Map.of("payment_intent", charge.path("payment_intent").asText()));

        assertThat(refund.path("charge")).isEqualTo(charge.path("id"));
        String session = shop.session().path("id").asText();
        shop.pay(session, "4000000000000002");
        String declined = shop.get("/v1/checkout/sessions/" + session)
                .path("payment_intent")
                .asText();
        assertThat(shop.refused(400, "/v1/refunds", Map.of("payment_intent", declined))
                        .path("message")
                        .asText())
                .contains("does not have a successful charge to refund");
    }

    @Test
    void a_refund_needs_something_to_refund() {
        assertThat(shop.refused(400, "/v1/refunds", Map.of("amount", "5"))
                        .path("code")
                        .asText())
                .isEqualTo("parameter_missing");
        assertThat(shop.refused(404, "/v1/refunds", Map.of("charge", "ch_none"))
                        .path("code")
                        .asText())
                .isEqualTo("resource_missing");
        String id = shop.charge(VISA).path("id").asText();
        assertThat(shop.refused(400, "/v1/refunds", Map.of("charge", id, "amount", "0"))
                        .path("param")
                        .asText())
                .isEqualTo("amount");
        assertThat(shop.refused(400, "/v1/refunds", Map.of("charge", id, "reason", "mood"))
                        .path("param")
                        .asText())
                .isEqualTo("reason");
        assertThat(shop.refused(400, "/v1/refunds", Map.of("charge", id, "reverse_transfer", "true"))
                        .path("code")
                        .asText())
                .isEqualTo("not_emulated");
    }

    @Test
    void pending_then_succeeded() {
        ObjectNode refund = refund(shop.charge(PENDS));
        assertThat(refund.path("status").asText()).isEqualTo("pending");
        assertThat(refund.path("pending_reason").asText()).isEqualTo("processing");
        assertThat(refund.at("/destination_details/card/type").asText()).isEqualTo("pending");

        shop.pass(Duration.ofMinutes(1));

        ObjectNode later = shop.get("/v1/refunds/" + refund.path("id").asText());
        assertThat(later.path("status").asText()).isEqualTo("succeeded");
        assertThat(later.has("pending_reason")).isFalse();
        assertThat(shop.eventTypes()).endsWith("refund.updated", "charge.refund.updated");
        assertThat(shop.event("refund.updated")
                        .at("/data/previous_attributes/status")
                        .asText())
                .isEqualTo("pending");
    }

    @Test
    void succeeded_then_failed_gives_the_money_back_to_the_balance() {
        ObjectNode charge = shop.charge(FAILS);
        long before = shop.netMinor("usd");
        ObjectNode refund = refund(charge, "amount", "1000");
        assertThat(refund.path("status").asText()).isEqualTo("succeeded");
        assertThat(shop.netMinor("usd")).isEqualTo(before - 1000);

        shop.pass(Duration.ofMinutes(1));

        ObjectNode failed = shop.get("/v1/refunds/" + refund.path("id").asText());
        assertThat(failed.path("status").asText()).isEqualTo("failed");
        assertThat(failed.path("failure_reason").asText()).isEqualTo("expired_or_canceled_card");
        assertThat(transaction(failed, "failure_balance_transaction")
                        .path("type")
                        .asText())
                .isEqualTo("refund_failure");
        assertThat(shop.netMinor("usd")).isEqualTo(before);
        assertThat(again(charge).path("amount_refunded").asLong()).isZero();
        assertThat(shop.eventTypes()).endsWith("refund.updated", "charge.refund.updated", "refund.failed");
        assertThat(refund(charge).path("amount").asLong())
                .as("it can be tried again")
                .isEqualTo(600_000);
    }

    @Test
    void the_banks_reference_comes_later() {
        ObjectNode refund = refund(shop.charge(VISA));
        assertThat(refund.at("/destination_details/card/reference_status").asText())
                .isEqualTo("pending");

        shop.pass(Duration.ofDays(1));

        ObjectNode later = shop.get("/v1/refunds/" + refund.path("id").asText());
        assertThat(later.at("/destination_details/card/reference").asText()).hasSize(10);
        assertThat(shop.event("refund.updated").at("/data/previous_attributes").toString())
                .contains("\"reference_status\":\"pending\"");
    }

    @Test
    void only_a_refund_that_waits_for_the_payer_can_be_canceled() {
        ObjectNode pending = refund(shop.charge(PENDS));

        ObjectNode error = shop.refused(400, "/v1/refunds/" + pending.path("id").asText() + "/cancel", Map.of());

        assertThat(error.path("message").asText()).contains("status of pending");
    }

    @Test
    void without_enough_balance_a_refund_waits_where_the_bank_may_not_be_debited() {
        shop.post("/v1/balance_settings", Map.of("payments[debit_negative_balances]", "false"));
        ObjectNode charge = shop.charge(VISA);
        ObjectNode refund = refund(charge, "amount", "1000");
        assertThat(refund.path("status").asText()).isEqualTo("pending");
        assertThat(refund.path("pending_reason").asText()).isEqualTo("insufficient_funds");
        assertThat(refund.path("balance_transaction").isNull()).isTrue();

        shop.pass(Duration.ofDays(3));

        ObjectNode later = shop.get("/v1/refunds/" + refund.path("id").asText());
        assertThat(later.path("status").asText()).isEqualTo("succeeded");
        assertThat(transaction(later, "balance_transaction").path("net").asLong())
                .isEqualTo(-1000);
    }

    @Test
    void metadata_can_be_changed_later() {
        ObjectNode refund = refund(shop.charge(VISA), "metadata[a]", "1");

        ObjectNode changed =
                shop.post("/v1/refunds/" + refund.path("id").asText(), Map.of("metadata[a]", "2", "metadata[b]", "3"));

        assertThat(changed.path("metadata").toString()).isEqualTo("{\"a\":\"2\",\"b\":\"3\"}");
        assertThat(shop.event("refund.updated").at("/data/previous_attributes").toString())
                .isEqualTo("{\"metadata\":{\"a\":\"1\",\"b\":null}}");
    }

    @Test
    void refunds_are_listed_by_charge_by_intent_and_within_the_charge() {
        ObjectNode one = shop.charge(VISA);
        ObjectNode two = shop.charge(VISA);
        for (int i = 0; i < 11; i++) {
            refund(one, "amount", "100");
        }
        refund(two);
        String id = one.path("id").asText();

        assertThat(shop.get("/v1/refunds?limit=100").path("data")).hasSize(12);
        assertThat(shop.get("/v1/refunds?limit=100&charge=" + id).path("data")).hasSize(11);
        assertThat(shop.get("/v1/refunds?payment_intent="
                                + two.path("payment_intent").asText())
                        .path("data"))
                .hasSize(1);
        ObjectNode within = shop.get("/v1/charges/" + id + "?expand[0]=refunds");
        assertThat(within.at("/refunds/data")).hasSize(10);
        assertThat(within.at("/refunds/has_more").asBoolean()).isTrue();
        String last = within.at("/refunds/data/9/id").asText();
        assertThat(shop.get(within.at("/refunds/url").asText() + "?starting_after=" + last)
                        .path("data"))
                .hasSize(1);
    }

    @Test
    void a_refunds_links_can_be_expanded() {
        ObjectNode refund = refund(shop.charge(VISA));

        ObjectNode whole = shop.get(
                "/v1/refunds/" + refund.path("id").asText()
                        + "?expand[0]=charge.balance_transaction&expand[1]=balance_transaction.source&expand[2]=payment_intent");

        assertThat(whole.at("/charge/balance_transaction/type").asText()).isEqualTo("charge");
        assertThat(whole.at("/balance_transaction/source/object").asText()).isEqualTo("refund");
        assertThat(List.of(whole.at("/payment_intent/status").asText())).containsExactly("succeeded");
    }
}
