package dev.quittance.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Facts, section 1 "Dispute", the row "dispute" of section 4 and the dispute cards and words of section 5. */
final class DisputesTest {
    private static final String FRAUDULENT = "4000000000000259";
    private static final long AMOUNT = 600_000;
    private static final long DISPUTE_FEE = 1_500;
    private static final long FEE = 17_430;

    private final Shop shop = Shop.open();

    private ObjectNode disputeOf(ObjectNode charge) {
        return shop.get("/v1/disputes?charge=" + charge.path("id").asText())
                .at("/data/0")
                .deepCopy();
    }

    private ObjectNode again(ObjectNode dispute) {
        return shop.get("/v1/disputes/" + dispute.path("id").asText());
    }

    private ObjectNode answer(ObjectNode dispute, String words) {
        return shop.post("/v1/disputes/" + dispute.path("id").asText(), Map.of("evidence[uncategorized_text]", words));
    }

    private static String status(ObjectNode dispute) {
        return dispute.path("status").asText();
    }

    @Test
    void a_fraudulent_dispute_takes_amount_and_fee_at_once() {
        ObjectNode charge = shop.charge(FRAUDULENT);
        ObjectNode dispute = disputeOf(charge);

        assertThat(status(dispute)).isEqualTo("needs_response");
        assertThat(dispute.path("reason").asText()).isEqualTo("fraudulent");
        assertThat(dispute.path("amount").asLong()).isEqualTo(AMOUNT);
        assertThat(dispute.at("/balance_transactions/0/net").asLong()).isEqualTo(-AMOUNT - DISPUTE_FEE);
        assertThat(dispute.at("/balance_transactions/0/type").asText()).isEqualTo("adjustment");
        assertThat(dispute.at("/balance_transactions/0/reporting_category").asText())
                .isEqualTo("dispute");
        assertThat(shop.get("/v1/charges/" + charge.path("id").asText())
                        .path("disputed")
                        .asBoolean())
                .isTrue();
        assertThat(shop.netMinor("usd")).isEqualTo(-FEE - DISPUTE_FEE);
        assertThat(shop.eventTypes()).endsWith("charge.dispute.created", "charge.dispute.funds_withdrawn");
    }

    @Test
    void product_not_received() {
        assertThat(disputeOf(shop.charge("4000000000002685")).path("reason").asText())
                .isEqualTo("product_not_received");
    }

    @Test
    void winning_evidence_brings_the_amount_back_but_not_the_fee() {
        ObjectNode dispute = disputeOf(shop.charge(FRAUDULENT));

        ObjectNode sent = answer(dispute, "winning_evidence");
        assertThat(status(sent)).isEqualTo("under_review");
        assertThat(sent.at("/evidence_details/submission_count").asInt()).isEqualTo(1);
        shop.pass(Duration.ofMinutes(1));

        assertThat(status(again(dispute))).isEqualTo("won");
        assertThat(again(dispute).path("balance_transactions")).hasSize(2);
        assertThat(shop.netMinor("usd")).isEqualTo(AMOUNT - FEE - DISPUTE_FEE);
        assertThat(shop.eventTypes())
                .endsWith("charge.dispute.updated", "charge.dispute.funds_reinstated", "charge.dispute.closed");
        assertThat(shop.event("charge.dispute.updated")
                        .at("/data/previous_attributes/status")
                        .asText())
                .isEqualTo("needs_response");
    }

    @Test
    void losing_evidence_loses() {
        ObjectNode dispute = disputeOf(shop.charge(FRAUDULENT));
        answer(dispute, "losing_evidence");

        shop.pass(Duration.ofMinutes(1));

        assertThat(status(again(dispute))).isEqualTo("lost");
        assertThat(shop.netMinor("usd")).isEqualTo(-FEE - DISPUTE_FEE);
        assertThat(shop.refused(400, "/v1/disputes/" + dispute.path("id").asText() + "/close", Map.of())
                        .path("message")
                        .asText())
                .isEqualTo("This dispute is already closed");
    }

    @Test
    void an_issuer_takes_sixty_days() {
        ObjectNode dispute = disputeOf(shop.charge(FRAUDULENT));
        answer(dispute, "He signed for it.");

        shop.pass(Duration.ofDays(59));
        assertThat(status(again(dispute))).isEqualTo("under_review");
        shop.pass(Duration.ofDays(1));
        assertThat(status(again(dispute))).isEqualTo("lost");
    }

    @Test
    void who_does_not_answer_in_time_loses() {
        ObjectNode dispute = disputeOf(shop.charge(FRAUDULENT));
        long due = dispute.at("/evidence_details/due_by").asLong();

        shop.pass(Duration.ofSeconds(due - shop.now().getEpochSecond() - 1));
        assertThat(status(again(dispute))).isEqualTo("needs_response");
        shop.pass(Duration.ofSeconds(2));

        assertThat(status(again(dispute))).isEqualTo("lost");
        assertThat(again(dispute).at("/evidence_details/past_due").asBoolean()).isTrue();
    }

    @Test
    void evidence_that_was_only_prepared_is_sent_when_the_time_is_over() {
        ObjectNode dispute = disputeOf(shop.charge(FRAUDULENT));
        ObjectNode staged = shop.post(
                "/v1/disputes/" + dispute.path("id").asText(),
                Map.of("evidence[product_description]", "A roof", "submit", "false"));
        assertThat(status(staged)).isEqualTo("needs_response");
        assertThat(staged.at("/evidence_details/has_evidence").asBoolean()).isTrue();

        shop.pass(Duration.ofDays(9));

        assertThat(status(again(dispute))).isEqualTo("under_review");
    }

    @Test
    void closing_means_losing() {
        ObjectNode dispute = disputeOf(shop.charge(FRAUDULENT));

        ObjectNode closed = shop.post("/v1/disputes/" + dispute.path("id").asText() + "/close", Map.of());

        assertThat(status(closed)).isEqualTo("lost");
        assertThat(shop.eventTypes()).endsWith("charge.dispute.closed");
    }

    @Test
    void an_inquiry_takes_no_money_and_ends_by_itself_after_120_days() {
        ObjectNode dispute = disputeOf(shop.charge("4000000000001976"));
        assertThat(status(dispute)).isEqualTo("warning_needs_response");
        assertThat(dispute.path("balance_transactions")).isEmpty();
        assertThat(dispute.path("is_charge_refundable").asBoolean()).isTrue();
        assertThat(shop.eventTypes()).doesNotContain("charge.dispute.funds_withdrawn");

        answer(dispute, "We wrote to him.");
        shop.pass(Duration.ofDays(119));
        assertThat(status(again(dispute))).isEqualTo("warning_under_review");
        shop.pass(Duration.ofDays(1));

        assertThat(status(again(dispute))).isEqualTo("warning_closed");
        assertThat(shop.eventTypes()).endsWith("charge.dispute.closed");
    }

    @Test
    void an_inquiry_that_escalates_takes_the_money() {
        ObjectNode dispute = disputeOf(shop.charge("4000000000001976"));
        answer(dispute, "escalate_inquiry_evidence");

        shop.pass(Duration.ofMinutes(1));

        assertThat(status(again(dispute))).isEqualTo("needs_response");
        assertThat(again(dispute).at("/payment_method_details/card/case_type").asText())
                .isEqualTo("chargeback");
        assertThat(shop.netMinor("usd")).isEqualTo(-FEE - DISPUTE_FEE);
        assertThat(shop.eventTypes()).endsWith("charge.dispute.updated", "charge.dispute.funds_withdrawn");
    }

    @Test
    void a_full_refund_ends_an_inquiry() {
        ObjectNode charge = shop.charge("4000000000001976");

        shop.post("/v1/refunds", Map.of("charge", charge.path("id").asText()));

        assertThat(status(disputeOf(charge))).isEqualTo("warning_closed");
    }

    @Test
    void a_disputed_charge_cannot_be_refunded_until_the_dispute_is_won() {
        ObjectNode charge = shop.charge(FRAUDULENT);
        Map<String, String> form = Map.of("charge", charge.path("id").asText());
        assertThat(shop.refused(400, "/v1/refunds", form).path("code").asText()).isEqualTo("charge_disputed");

        answer(disputeOf(charge), "winning_evidence");
        shop.pass(Duration.ofMinutes(1));

        assertThat(shop.post("/v1/refunds", form).path("status").asText()).isEqualTo("succeeded");
    }

    @Test
    void several_disputes_of_one_charge() {
        ObjectNode charge = shop.charge("4000000404000079");

        ObjectNode disputes = shop.get(
                "/v1/disputes?payment_intent=" + charge.path("payment_intent").asText());

        assertThat(disputes.path("data")).hasSize(2);
        assertThat(disputes.at("/data/0/amount").asLong()
                        + disputes.at("/data/1/amount").asLong())
                .isEqualTo(AMOUNT);
    }

    @Test
    void an_early_fraud_warning_needs_no_action_once_the_charge_is_refunded() {
        ObjectNode charge = shop.charge("4000000000005423");
        assertThat(shop.event("radar.early_fraud_warning.created")
                        .at("/data/object/actionable")
                        .asBoolean())
                .isTrue();

        shop.post("/v1/refunds", Map.of("charge", charge.path("id").asText()));

        assertThat(shop.event("radar.early_fraud_warning.updated")
                        .at("/data/object/actionable")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void files_are_refused_honestly() {
        ObjectNode dispute = disputeOf(shop.charge(FRAUDULENT));

        assertThat(shop.refused(
                                400,
                                "/v1/disputes/" + dispute.path("id").asText(),
                                Map.of("evidence[receipt]", "file_1"))
                        .path("code")
                        .asText())
                .isEqualTo("not_emulated");
    }
}
