package dev.quittance.emulator.dispute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.event.Events;
import dev.quittance.emulator.store.Blank;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Turn;
import java.util.Arrays;
import java.util.Optional;

/** Test cards and test bank accounts whose owners object, once their money has come. */
public final class DisputeOpening {
    private static final String WARNED_CARD = "5423";
    private static final String SEVERAL_CARD = "0079";
    private static final String BANK_ACCOUNT = "5559";

    /** A payer's objection, as a bank words it. */
    public enum Cause {
        FRAUDULENT("0259", "fraudulent", "10.4", false),
        NOT_RECEIVED("2685", "product_not_received", "13.1", false),
        INQUIRY("1976", "general", "10.4", true);

        private final String last4;
        private final String reason;
        private final String networkCode;
        private final boolean inquiry;

        Cause(String last4, String reason, String networkCode, boolean inquiry) {
            this.last4 = last4;
            this.reason = reason;
            this.networkCode = networkCode;
            this.inquiry = inquiry;
        }
    }

    private DisputeOpening() {}

    /** The money of a charge has come: what its test card or test account stands for begins. */
    public static void settled(Turn turn, ObjectNode charge) {
        JsonNode details = charge.path("payment_method_details");
        String card = details.path("card").path("last4").asText();
        long amount = charge.path("amount_captured").asLong();
        Arrays.stream(Cause.values())
                .filter(cause -> cause.last4.equals(card))
                .forEach(cause -> open(turn, charge, amount, cause));
        if (card.equals(SEVERAL_CARD)) {
            open(turn, charge, amount / 2, Cause.FRAUDULENT);
            open(turn, charge, amount - amount / 2, Cause.FRAUDULENT);
        }
        if (card.equals(WARNED_CARD)) {
            ObjectNode warning = Blank.of(turn, Kind.EARLY_FRAUD_WARNING);
            warning.set("charge", charge.path("id"));
            turn.put(Kind.EARLY_FRAUD_WARNING, warning);
            Events.emit(turn, "radar.early_fraud_warning.created", warning);
        }
        if (details.path("us_bank_account").path("last4").asText().equals(BANK_ACCOUNT)) {
            BankDispute.make(turn, charge);
        }
    }

    /**
     * A card's bank asks or takes money back. Not idempotent: a charge can be disputed several times.
     *
     * @param amountMinor in minor units of the charge's currency
     * @return the new dispute
     */
    public static ObjectNode open(Turn turn, ObjectNode charge, long amountMinor, Cause cause) {
        ObjectNode dispute = begin(turn, charge, amountMinor, cause.reason);
        JsonNode card = charge.path("payment_method_details").path("card");
        dispute.put("network_reason_code", cause.networkCode);
        dispute.putObject("payment_method_details")
                .put("type", "card")
                .putObject("card")
                .put("brand", card.path("brand").asText())
                .put("case_type", cause.inquiry ? "inquiry" : "chargeback")
                .put("network", card.path("network").asText(card.path("brand").asText()))
                .put("network_reason_code", cause.networkCode);
        dispute.put("is_charge_refundable", cause.inquiry);
        dispute.put("status", cause.inquiry ? "warning_needs_response" : "needs_response");
        DisputeLife.await(turn, dispute);
        Optional<ObjectNode> withdrawn =
                cause.inquiry ? Optional.empty() : Optional.of(DisputeMoney.withdraw(turn, dispute));
        turn.put(Kind.DISPUTE, dispute);
        Events.emit(turn, "charge.dispute.created", dispute);
        withdrawn.ifPresent(money -> Events.emit(turn, "charge.dispute.funds_withdrawn", dispute));
        return dispute;
    }

    static ObjectNode begin(Turn turn, ObjectNode charge, long amountMinor, String reason) {
        ObjectNode dispute = Blank.of(turn, Kind.DISPUTE);
        dispute.put("amount", amountMinor);
        dispute.set("charge", charge.path("id"));
        dispute.set("currency", charge.path("currency"));
        dispute.set("payment_intent", charge.path("payment_intent"));
        dispute.put("reason", reason);
        ObjectNode disputed = turn.get(Kind.CHARGE, charge.path("id").asText());
        disputed.put("disputed", true);
        turn.put(Kind.CHARGE, disputed);
        return dispute;
    }
}
