package dev.quittance.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Facts, section 4 (Webhooks): which events a flow brings, whatever their order. */
final class EventSetsTest {
    private final Shop shop = Shop.open();
    private final Payer payer = new Payer(shop);
    private int seen;

    /** What happened since the last look, but for the balance, which follows a calendar of its own. */
    private List<String> since() {
        List<String> all = shop.paymentEventTypes();
        List<String> fresh = new ArrayList<>(all.subList(seen, all.size()));
        seen = all.size();
        return fresh;
    }

    private void settle() {
        shop.pass(Duration.ofSeconds(3));
    }

    private String session() {
        return shop.session().path("id").asText();
    }

    @Test
    void a_session_paid_by_card() {
        shop.pay(session(), "4242424242424242");
        settle();

        assertThat(since())
                .containsExactlyInAnyOrder(
                        "payment_intent.created",
                        "charge.succeeded",
                        "payment_intent.succeeded",
                        "checkout.session.completed",
                        "charge.updated");
    }

    @Test
    void a_session_declined_and_then_paid() {
        String session = session();
        shop.pay(session, "4000000000000002");
        assertThat(since())
                .containsExactlyInAnyOrder("payment_intent.created", "charge.failed", "payment_intent.payment_failed");
        shop.pay(session, "4242424242424242");
        settle();

        assertThat(since())
                .containsExactlyInAnyOrder(
                        "charge.succeeded", "payment_intent.succeeded", "checkout.session.completed", "charge.updated");
    }

    @Test
    void a_session_whose_payer_is_asked_by_the_bank() {
        String agreed = session();
        shop.pay(agreed, "4000002760003184");
        assertThat(since()).containsExactlyInAnyOrder("payment_intent.created", "payment_intent.requires_action");
        shop.page("POST", "/c/pay/" + agreed + "/3ds", Map.of("outcome", "fail"));
        assertThat(since()).containsExactly("payment_intent.payment_failed");
        shop.pay(agreed, "4000002760003184");
        shop.page("POST", "/c/pay/" + agreed + "/3ds", Map.of("outcome", "complete"));
        settle();

        assertThat(since())
                .containsExactlyInAnyOrder(
                        "payment_intent.requires_action",
                        "charge.succeeded",
                        "payment_intent.succeeded",
                        "checkout.session.completed",
                        "charge.updated");
    }

    @Test
    void a_session_that_makes_a_customer_and_one_that_ends_unpaid() {
        Map<String, String> form = Shop.sessionForm();
        form.put("customer_creation", "always");
        shop.pay(shop.post("/v1/checkout/sessions", form).path("id").asText(), "4242424242424242");
        settle();
        assertThat(since()).contains("customer.created", "checkout.session.completed");

        shop.post("/v1/checkout/sessions/" + session() + "/expire", Map.of());
        session();
        shop.pass(Duration.ofDays(1));

        assertThat(since()).containsExactly("checkout.session.expired", "checkout.session.expired");
    }

    @Test
    void a_session_that_keeps_a_card() {
        String customer = payer.customer();
        since();
        String session = shop.post(
                        "/v1/checkout/sessions",
                        Payer.form("mode", "setup", "currency", "usd", "customer", customer, "success_url", Payer.BACK))
                .path("id")
                .asText();
        shop.pay(session, "4242424242424242");

        assertThat(since())
                .containsExactlyInAnyOrder(
                        "setup_intent.created",
                        "payment_method.attached",
                        "setup_intent.succeeded",
                        "checkout.session.completed");
    }

    @Test
    void a_kept_card_that_wants_its_owner_while_nobody_is_there() {
        String customer = payer.customer();
        String method = shop.post(
                        "/v1/payment_methods/pm_card_authenticationRequired/attach", Map.of("customer", customer))
                .path("id")
                .asText();
        since();
        payer.error(402, "/v1/payment_intents", Payer.paying(method, "customer", customer, "off_session", "true"));

        assertThat(since())
                .containsExactlyInAnyOrder("payment_intent.created", "charge.failed", "payment_intent.payment_failed");
    }

    @Test
    void money_given_back_and_money_that_did_not_arrive() {
        for (String card : List.of("4242424242424242", "4000000000007726", "4000000000005126")) {
            String charge = shop.charge(card).path("id").asText();
            settle();
            since();
            shop.post("/v1/refunds", Map.of("charge", charge));
            assertThat(since()).containsExactlyInAnyOrder("refund.created", "charge.refunded");
            shop.pass(Duration.ofMinutes(5));
            List<String> later = since();
            if (card.endsWith("7726")) {
                assertThat(later).containsExactlyInAnyOrder("refund.updated", "charge.refund.updated");
            } else if (card.endsWith("5126")) {
                assertThat(later).containsExactlyInAnyOrder("refund.updated", "charge.refund.updated", "refund.failed");
            }
        }
    }

    @Test
    void a_dispute_that_is_won() {
        shop.charge("4000000000000259");
        settle();
        assertThat(since()).contains("charge.dispute.created", "charge.dispute.funds_withdrawn");
        String dispute = shop.get("/v1/disputes").at("/data/0/id").asText();
        shop.post("/v1/disputes/" + dispute, Map.of("evidence[uncategorized_text]", "winning_evidence"));
        shop.pass(Duration.ofMinutes(5));

        assertThat(since())
                .containsExactlyInAnyOrder(
                        "charge.dispute.updated", "charge.dispute.funds_reinstated", "charge.dispute.closed");
    }

    @Test
    void an_automatic_payout_and_one_that_fails_after_it_was_paid() {
        shop.charge("4242424242424242");
        settle();
        since();
        shop.pass(Duration.ofDays(14));
        assertThat(since())
                .containsExactlyInAnyOrder(
                        "payout.created", "payout.updated", "payout.paid", "payout.reconciliation_completed");
        assertThat(shop.eventTypes()).contains("balance.available");

        String payout = shop.get("/v1/payouts").at("/data/0/id").asText();
        shop.page("POST", "/_local/objects/" + payout + "/fail", Map.of());

        assertThat(since()).contains("payout.failed");
    }
}
