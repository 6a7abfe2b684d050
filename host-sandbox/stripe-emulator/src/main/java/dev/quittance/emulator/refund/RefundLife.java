package dev.quittance.emulator.refund;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.balance.BusinessDays;
import dev.quittance.emulator.balance.Ledger;
import dev.quittance.emulator.balance.Movement;
import dev.quittance.emulator.event.Events;
import dev.quittance.emulator.store.Doc;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Turn;
import java.time.Duration;
import java.time.Instant;

/**
 * What becomes of a refund: pending, succeeded, and even then perhaps failed; canceled. The money leaves the balance when it
 * is sent and comes back by a transaction of its own if it does not arrive.
 */
public final class RefundLife {
    /** What comes next, and why it waits. */
    private static final String NEXT = "_next";

    /** The test card whose refunds take their time, and the one whose refunds come back. */
    private static final String PENDS = "7726";

    private static final String COMES_BACK = "5126";

    /** How long the bank of a test card takes to say yes, or to send the money back. Stripe publishes no figures for sandboxes. */
    private static final Duration BANK_ANSWERS_AFTER = Duration.ofMinutes(1);

    /** Then the bank's reference is there, by which a payer can ask for the money. */
    private static final Duration REFERENCE_AFTER = Duration.ofDays(1);

    private static final int BANK_TRANSFER_DAYS = 5;
    private static final Duration LOOK_AGAIN_AFTER = Duration.ofHours(6);

    private enum Next {
        SUCCEED,
        COME_BACK,
        REFERENCE,
        FUNDS,
        CHARGE
    }

    private RefundLife() {}

    /** The charge's own money is not there yet. */
    static void awaitCharge(Turn turn, ObjectNode refund) {
        pend(refund, "charge_pending");
        plan(refund, Next.CHARGE, turn.now().plus(LOOK_AGAIN_AFTER));
    }

    /** The balance does not suffice, and Stripe may not take the rest from the bank. */
    static void awaitFunds(Turn turn, ObjectNode refund) {
        pend(refund, "insufficient_funds");
        plan(refund, Next.FUNDS, turn.now().plus(LOOK_AGAIN_AFTER));
    }

    /** The money leaves the balance. */
    static void send(Turn turn, ObjectNode refund, String last4) {
        boolean bank = isToBank(refund);
        long amount = refund.path("amount").asLong();
        refund.put(
                "balance_transaction",
                book(turn, refund, bank ? Movement.Type.PAYMENT_REFUND : Movement.Type.REFUND, -amount));
        if (bank) {
            pend(refund, "processing");
            refund.putObject("destination_details")
                    .put("type", "us_bank_transfer")
                    .putObject("us_bank_transfer")
                    .putNull("reference")
                    .put("reference_status", "pending");
            plan(refund, Next.SUCCEED, BusinessDays.after(turn.now(), BANK_TRANSFER_DAYS));
            return;
        }
        ObjectNode card =
                refund.putObject("destination_details").put("type", "card").putObject("card");
        card.put("reference_status", "pending").put("reference_type", "acquirer_reference_number");
        if (last4.equals(PENDS)) {
            pend(refund, "processing");
            card.put("type", "pending");
            plan(refund, Next.SUCCEED, turn.now().plus(BANK_ANSWERS_AFTER));
            return;
        }
        refund.put("status", "succeeded");
        refund.remove("pending_reason");
        card.put("type", "refund");
        boolean comesBack = last4.equals(COMES_BACK);
        plan(
                refund,
                comesBack ? Next.COME_BACK : Next.REFERENCE,
                turn.now().plus(comesBack ? BANK_ANSWERS_AFTER : REFERENCE_AFTER));
    }

    private static boolean isToBank(ObjectNode refund) {
        return refund.path("id").asText().startsWith("pyr_");
    }

    private static void pend(ObjectNode refund, String why) {
        refund.put("status", "pending");
        refund.put("pending_reason", why);
    }

    private static void plan(ObjectNode refund, Next next, Instant at) {
        refund.put(NEXT, next.name());
        refund.put(Doc.DUE_MILLIS, at.toEpochMilli());
    }

    private static String book(Turn turn, ObjectNode refund, Movement.Type type, long amount) {
        return Ledger.book(
                        turn,
                        new Movement(
                                type,
                                amount,
                                refund.path("currency").asText(),
                                refund.path("id").asText(),
                                Movement.Fee.NONE,
                                turn.now(),
                                amount < 0 ? "REFUND FOR CHARGE" : "REFUND FAILURE"))
                .path("id")
                .asText();
    }

    static void fire(Turn turn, ObjectNode refund) {
        ObjectNode before = refund.deepCopy();
        Next next = Next.valueOf(refund.path(NEXT).asText());
        refund.remove(Doc.DUE_MILLIS);
        refund.remove(NEXT);
        switch (next) {
            case SUCCEED -> succeed(turn, before, refund);
            case REFERENCE -> {
                refer(refund);
                keep(turn, before, refund);
            }
            case COME_BACK -> fail(turn, refund, "expired_or_canceled_card");
            case FUNDS -> tryAgain(turn, before, refund);
            case CHARGE -> lookAtCharge(turn, before, refund);
        }
    }

    private static void succeed(Turn turn, ObjectNode before, ObjectNode refund) {
        refund.put("status", "succeeded");
        refund.remove("pending_reason");
        if (isToBank(refund)) {
            ObjectNode transfer =
                    (ObjectNode) refund.path("destination_details").path("us_bank_transfer");
            transfer.put("reference", reference(refund)).put("reference_status", "available");
        } else {
            ((ObjectNode) refund.path("destination_details").path("card")).put("type", "refund");
            plan(refund, Next.REFERENCE, turn.now().plus(REFERENCE_AFTER));
        }
        keep(turn, before, refund);
    }

    private static void refer(ObjectNode refund) {
        ObjectNode card = (ObjectNode) refund.path("destination_details").path("card");
        card.put("reference", reference(refund)).put("reference_status", "available");
    }

    /** Digits that are the same each time. */
    private static String reference(ObjectNode refund) {
        return String.valueOf(7_000_000_000L
                + Integer.toUnsignedLong(refund.path("id").asText().hashCode()) % 1_000_000_000L);
    }

    private static void tryAgain(Turn turn, ObjectNode before, ObjectNode refund) {
        String currency = refund.path("currency").asText();
        if (Ledger.available(turn).getOrDefault(currency, 0L)
                < refund.path("amount").asLong()) {
            awaitFunds(turn, refund);
            turn.put(Kind.REFUND, refund);
            return;
        }
        sendNow(turn, before, refund);
    }

    private static void lookAtCharge(Turn turn, ObjectNode before, ObjectNode refund) {
        ObjectNode charge = turn.get(Kind.CHARGE, refund.path("charge").asText());
        switch (charge.path("status").asText()) {
            case "succeeded" -> sendNow(turn, before, refund);
            case "failed" -> fail(turn, refund, "charge_for_pending_refund_disputed");
            default -> {
                awaitCharge(turn, refund);
                turn.put(Kind.REFUND, refund);
            }
        }
    }

    private static void sendNow(Turn turn, ObjectNode before, ObjectNode refund) {
        ObjectNode charge = turn.get(Kind.CHARGE, refund.path("charge").asText());
        send(turn, refund, charge.at("/payment_method_details/card/last4").asText());
        keep(turn, before, refund);
    }

    /**
     * The money did not arrive: it comes back to the balance, and can be refunded again.
     *
     * @param reason one of Stripe's failure reasons
     */
    public static ObjectNode fail(Turn turn, ObjectNode refund, String reason) {
        ObjectNode before = refund.deepCopy();
        refund.put("status", "failed");
        takeBack(turn, refund, reason);
        turn.put(Kind.REFUND, refund);
        Events.updated(turn, "refund.updated", before, refund);
        Events.updated(turn, "charge.refund.updated", before, refund);
        Events.emit(turn, "refund.failed", refund);
        return refund;
    }

    /** The merchant called it off before it was sent, or while the payer had still to act. */
    public static ObjectNode cancel(Turn turn, ObjectNode refund) {
        ObjectNode before = refund.deepCopy();
        refund.put("status", "canceled");
        takeBack(turn, refund, "merchant_request");
        keep(turn, before, refund);
        return refund;
    }

    private static void takeBack(Turn turn, ObjectNode refund, String reason) {
        long amount = refund.path("amount").asLong();
        refund.remove("pending_reason");
        refund.remove(Doc.DUE_MILLIS);
        refund.remove(NEXT);
        refund.put("failure_reason", reason);
        if (!refund.path("balance_transaction").isNull()) {
            refund.put("failure_balance_transaction", book(turn, refund, Movement.Type.REFUND_FAILURE, amount));
        }
        changeRefunded(turn, refund, -amount);
    }

    /** What the charge says of its refunds. */
    static ObjectNode changeRefunded(Turn turn, ObjectNode refund, long more) {
        ObjectNode charge = turn.get(Kind.CHARGE, refund.path("charge").asText());
        long refunded = charge.path("amount_refunded").asLong() + more;
        charge.put("amount_refunded", refunded);
        charge.put(
                "refunded",
                refunded > 0 && refunded == charge.path("amount_captured").asLong());
        turn.put(Kind.CHARGE, charge);
        return charge;
    }

    /** Keeps a refund that changed, and tells so under both names. */
    static void keep(Turn turn, ObjectNode before, ObjectNode refund) {
        turn.put(Kind.REFUND, refund);
        Events.updated(turn, "refund.updated", before, refund);
        Events.updated(turn, "charge.refund.updated", before, refund);
    }
}
