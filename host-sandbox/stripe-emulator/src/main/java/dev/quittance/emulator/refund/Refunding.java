package dev.quittance.emulator.refund;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.balance.Ledger;
import dev.quittance.emulator.balance.PayoutPlan;
import dev.quittance.emulator.dispute.Disputed;
import dev.quittance.emulator.event.Events;
import dev.quittance.emulator.store.Blank;
import dev.quittance.emulator.store.Currencies;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Metadata;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.ApiError;
import dev.quittance.emulator.wire.Json;
import java.time.Duration;

/** How a refund begins. */
public final class Refunding {
    /** Bank debits can be refunded for so long. */
    private static final Duration BANK_DEBIT_LIMIT = Duration.ofDays(180);

    private Refunding() {}

    /**
     * Gives back what was ordered. Not idempotent: each order is a refund of its own.
     *
     * @return the new refund
     * @throws ApiError 400 or 404 if nothing, or not so much, can be given back; nothing was changed then
     */
    public static ObjectNode make(Turn turn, RefundOrder order) {
        ObjectNode charge = charge(turn, order);
        long amount = amount(turn, charge, order);
        ObjectNode refund = Blank.of(turn, Kind.REFUND);
        boolean card =
                charge.path("payment_method_details").path("type").asText().equals("card");
        if (!card) {
            refund.put("id", turn.ids().of("pyr_"));
        }
        refund.put("amount", amount);
        refund.set("charge", charge.path("id"));
        for (String shared : new String[] {"currency", "customer", "payment_intent", "payment_method"}) {
            refund.set(shared, charge.path(shared));
        }
        refund.put("reason", order.reason().orElse(null));
        Metadata.merged((ObjectNode) refund.path("metadata"), order.metadata());
        begin(turn, refund, charge);
        turn.put(Kind.REFUND, refund);
        ObjectNode refunded = subtract(turn, refund);
        Events.emit(turn, "refund.created", refund);
        Events.updated(turn, "charge.refunded", charge, refunded);
        Disputed.refunded(turn, refunded);
        return refund;
    }

    private static ObjectNode charge(Turn turn, RefundOrder order) {
        if (order.charge().isPresent()) {
            ObjectNode charge = turn.require(Kind.CHARGE, order.charge().get(), "charge");
            if (order.intent().isPresent()
                    && !order.intent()
                            .get()
                            .equals(charge.path("payment_intent").asText())) {
                throw ApiError.invalid("payment_intent", "The charge does not belong to this PaymentIntent.");
            }
            return charge;
        }
        String id = order.intent().orElseThrow();
        ObjectNode intent = turn.find(Kind.PAYMENT_INTENT, id)
                .orElseThrow(() -> ApiError.resourceMissing("payment_intent", id, "payment_intent"));
        return Json.text(intent, "latest_charge")
                .map(latest -> turn.get(Kind.CHARGE, latest))
                .filter(charge -> !charge.path("status").asText().equals("failed"))
                .orElseThrow(() -> ApiError.invalid(
                        "payment_intent",
                        "This PaymentIntent (" + id + ") does not have a successful charge to refund."));
    }

    /** What to give back, checked against what is left. */
    private static long amount(Turn turn, ObjectNode charge, RefundOrder order) {
        String id = charge.path("id").asText();
        String currency = charge.path("currency").asText();
        requireRefundable(turn, charge);
        long captured = charge.path("amount_captured").asLong();
        long taken = charge.path("status").asText().equals("pending")
                ? charge.path("amount").asLong()
                : captured;
        long left = taken - charge.path("amount_refunded").asLong();
        if (left == 0) {
            throw ApiError.refused("charge_already_refunded", "Charge " + id + " has already been refunded.");
        }
        long amount = order.amountMinor().orElse(left);
        if (amount > left) {
            throw ApiError.invalid(
                    "amount",
                    "Refund amount (" + Currencies.format(amount, currency)
                            + ") is greater than unrefunded amount on charge (" + Currencies.format(left, currency)
                            + ")");
        }
        long step = Currencies.get(currency).stepMinor();
        if (amount % step != 0) {
            throw ApiError.invalid(
                    "parameter_invalid_integer",
                    "amount",
                    "Amounts in " + currency + " must be multiples of " + step + ".");
        }
        return amount;
    }

    private static void requireRefundable(Turn turn, ObjectNode charge) {
        String id = charge.path("id").asText();
        String status = charge.path("status").asText();
        if (status.equals("failed")) {
            throw ApiError.invalid("charge", "Charge " + id + " failed, so there is nothing to refund.");
        }
        if (status.equals("succeeded") && !charge.path("captured").asBoolean()) {
            throw ApiError.notEmulated("charge", "refunds of charges that are not captured; cancel the PaymentIntent");
        }
        if (Disputed.isHeld(turn, id)) {
            throw ApiError.refused(
                    "charge_disputed", "Charge " + id + " has been charged back; cannot issue a refund.");
        }
        boolean old = charge.path("created").asLong() < turn.nowSeconds() - BANK_DEBIT_LIMIT.toSeconds();
        if (old && charge.path("payment_method_details").has("us_bank_account")) {
            throw ApiError.invalid("charge", "ACH debits can be refunded within 180 days. Charge " + id + " is older.");
        }
    }

    private static void begin(Turn turn, ObjectNode refund, ObjectNode charge) {
        String currency = refund.path("currency").asText();
        long amount = refund.path("amount").asLong();
        long available = Ledger.available(turn).getOrDefault(currency, 0L);
        if (charge.path("status").asText().equals("pending")) {
            RefundLife.awaitCharge(turn, refund);
        } else if (available < amount && !PayoutPlan.debitsNegativeBalances(turn)) {
            RefundLife.awaitFunds(turn, refund);
        } else {
            JsonNode card = charge.path("payment_method_details").path("card");
            RefundLife.send(turn, refund, card.path("last4").asText());
        }
    }

    private static ObjectNode subtract(Turn turn, ObjectNode refund) {
        return RefundLife.changeRefunded(turn, refund, refund.path("amount").asLong());
    }
}
