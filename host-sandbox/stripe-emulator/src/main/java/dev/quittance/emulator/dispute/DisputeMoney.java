package dev.quittance.emulator.dispute;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.balance.Ledger;
import dev.quittance.emulator.balance.Movement;
import dev.quittance.emulator.store.Currencies;
import dev.quittance.emulator.store.Turn;

/** What a dispute does to the balance: amount and fee go; if it is won the amount comes back, and the fee stays with Stripe. */
final class DisputeMoney {
    private DisputeMoney() {}

    /** Changes the given dispute, which names its transactions. */
    static ObjectNode withdraw(Turn turn, ObjectNode dispute) {
        long fee = Currencies.get(dispute.path("currency").asText()).disputeFeeMinor();
        return book(
                turn,
                dispute,
                new Movement(
                        Movement.Type.DISPUTE,
                        -dispute.path("amount").asLong(),
                        dispute.path("currency").asText(),
                        dispute.path("id").asText(),
                        new Movement.Fee(fee, "Dispute fee"),
                        turn.now(),
                        "Chargeback withdrawal for " + dispute.path("charge").asText()));
    }

    /** Changes the given dispute, which names its transactions. */
    static ObjectNode reinstate(Turn turn, ObjectNode dispute) {
        return book(
                turn,
                dispute,
                new Movement(
                        Movement.Type.DISPUTE_REVERSAL,
                        dispute.path("amount").asLong(),
                        dispute.path("currency").asText(),
                        dispute.path("id").asText(),
                        Movement.Fee.NONE,
                        turn.now(),
                        "Chargeback reversal for " + dispute.path("charge").asText()));
    }

    private static ObjectNode book(Turn turn, ObjectNode dispute, Movement movement) {
        ObjectNode transaction = Ledger.book(turn, movement);
        ((ArrayNode) dispute.path("balance_transactions")).add(transaction);
        return transaction;
    }
}
