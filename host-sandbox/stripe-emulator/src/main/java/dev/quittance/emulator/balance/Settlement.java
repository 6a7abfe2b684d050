package dev.quittance.emulator.balance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.event.Events;
import dev.quittance.emulator.store.Currencies;
import dev.quittance.emulator.store.Doc;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Timer;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.Json;
import java.time.Duration;
import java.time.Instant;

/**
 * The money of charges on its way to the balance. A captured card charge names its balance transaction a moment after the
 * success was told, as with Stripe's asynchronous capture; a bank debit has its transaction from the start, and a second one
 * takes the money away again if the bank refuses.
 */
public final class Settlement {
    private static final Duration DELAY = Duration.ofSeconds(2);
    private static final int CARD_DAYS = 2;
    private static final int BANK_DEBIT_DAYS = 4;

    /** On top of the usual share, for a card from another country than the account's. */
    private static final long FOREIGN_CARD_PER_MILLE = 15;

    /** The test card whose money can be spent at once. */
    private static final String AVAILABLE_AT_ONCE = "0077";

    private static final String PROCESSING_FEES = "Stripe processing fees";

    /** Who wants to know that the money of a charge has come; told once for each charge, in the same turn. */
    @FunctionalInterface
    public interface Listener {
        void settled(Turn turn, ObjectNode charge);
    }

    private Settlement() {}

    /** A charge was captured, or a bank paid: a moment later its money is there, and {@code charge.updated} tells so. */
    public static void await(Turn turn, ObjectNode charge) {
        ObjectNode settlement = Json.object();
        settlement.put("id", turn.newId(Kind.SETTLEMENT));
        settlement.set("charge", charge.path("id"));
        settlement.put(Doc.DUE_MILLIS, turn.now().plus(DELAY).toEpochMilli());
        turn.put(Kind.SETTLEMENT, settlement);
    }

    /**
     * A bank debit has begun: its pending {@code payment} transaction. Changes the given charge, which the caller keeps.
     * When the bank pays, call {@link #await}; when it refuses, {@link #debitFailed}.
     */
    public static void debitStarted(Turn turn, ObjectNode charge) {
        long amount = charge.path("amount").asLong();
        ObjectNode transaction = Ledger.book(
                turn,
                new Movement(
                        Movement.Type.PAYMENT,
                        amount,
                        charge.path("currency").asText(),
                        charge.path("id").asText(),
                        new Movement.Fee(BankDebitFees.feeMinor(amount), PROCESSING_FEES),
                        BusinessDays.after(turn.now(), BANK_DEBIT_DAYS),
                        charge.path("description").asText("")));
        charge.set("balance_transaction", transaction.path("id"));
    }

    /**
     * A bank refused a debit that had begun: {@code payment_failure_refund} takes amount and fee back, and costs the fee for
     * a failed debit. Changes the given charge, which the caller keeps.
     */
    public static void debitFailed(Turn turn, ObjectNode charge) {
        ObjectNode begun = turn.get(
                Kind.BALANCE_TRANSACTION, charge.path("balance_transaction").asText());
        ObjectNode transaction = Ledger.book(
                turn,
                new Movement(
                        Movement.Type.PAYMENT_FAILURE_REFUND,
                        -begun.path("amount").asLong(),
                        begun.path("currency").asText(),
                        charge.path("id").asText(),
                        new Movement.Fee(
                                BankDebitFees.FAILED_MINOR - begun.path("fee").asLong(), "Failed debit fee"),
                        Instant.ofEpochSecond(begun.path("available_on").asLong()),
                        "Payment failure refund"));
        charge.set("failure_balance_transaction", transaction.path("id"));
    }

    static Timer timer(Listener listener) {
        return (turn, settlement) -> {
            ObjectNode charge = turn.get(Kind.CHARGE, settlement.path("charge").asText());
            turn.drop(Kind.SETTLEMENT, settlement.path("id").asText());
            if (charge.path("balance_transaction").isNull()) {
                ObjectNode before = charge.deepCopy();
                charge.set("balance_transaction", book(turn, charge).path("id"));
                turn.put(Kind.CHARGE, charge);
                Events.updated(turn, "charge.updated", before, charge);
            }
            listener.settled(turn, charge);
        };
    }

    private static ObjectNode book(Turn turn, ObjectNode charge) {
        long amount = charge.path("amount_captured").asLong();
        String currency = charge.path("currency").asText();
        JsonNode card = charge.path("payment_method_details").path("card");
        String home = turn.get(Kind.ACCOUNT, turn.account()).path("country").asText();
        boolean foreign = !card.path("country").asText(home).equals(home);
        long fee = Currencies.get(currency).feeMinor(amount, foreign ? FOREIGN_CARD_PER_MILLE : 0);
        boolean atOnce = card.path("last4").asText().equals(AVAILABLE_AT_ONCE);
        return Ledger.book(
                turn,
                new Movement(
                        Movement.Type.CHARGE,
                        amount,
                        currency,
                        charge.path("id").asText(),
                        new Movement.Fee(fee, PROCESSING_FEES),
                        atOnce ? turn.now() : BusinessDays.after(turn.now(), CARD_DAYS),
                        charge.path("description").asText("")));
    }
}
