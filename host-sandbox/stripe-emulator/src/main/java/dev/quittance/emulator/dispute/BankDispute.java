package dev.quittance.emulator.dispute;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.event.Events;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Turn;

/** An owner of a bank account had a debit returned: final at once, without a way to object. */
final class BankDispute {
    private BankDispute() {}

    static ObjectNode make(Turn turn, ObjectNode charge) {
        long amount = charge.path("amount").asLong();
        ObjectNode dispute = DisputeOpening.begin(turn, charge, amount, "debit_not_authorized");
        dispute.put("status", "lost");
        DisputeMoney.withdraw(turn, dispute);
        turn.put(Kind.DISPUTE, dispute);
        Events.emit(turn, "charge.dispute.created", dispute);
        Events.emit(turn, "charge.dispute.funds_withdrawn", dispute);
        Events.emit(turn, "charge.dispute.closed", dispute);
        endMandate(
                turn,
                charge.path("payment_method_details")
                        .path("us_bank_account")
                        .path("mandate")
                        .asText());
        return dispute;
    }

    /** What the owner agreed to holds no more. */
    private static void endMandate(Turn turn, String id) {
        turn.find(Kind.MANDATE, id).ifPresent(mandate -> {
            ObjectNode before = mandate.deepCopy();
            mandate.put("status", "inactive");
            turn.put(Kind.MANDATE, mandate);
            Events.updated(turn, "mandate.updated", before, mandate);
        });
    }
}
