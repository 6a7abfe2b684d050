package dev.quittance.emulator.payout;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.balance.BusinessDays;
import dev.quittance.emulator.balance.Ledger;
import dev.quittance.emulator.balance.Movement;
import dev.quittance.emulator.event.Events;
import dev.quittance.emulator.store.Blank;
import dev.quittance.emulator.store.Doc;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.Signature;
import java.time.Duration;
import java.time.Instant;

/** A payout from its beginning to the bank, and sometimes back although it had been told as paid. */
public final class PayoutLife {
    /** Until then it has not gone to the bank, and a manual one can be canceled. */
    private static final Duration LEAVES_AFTER = Duration.ofHours(6);

    private static final int ARRIVES_AFTER_DAYS = 1;

    /** Stripe hears of a failure within five business days. */
    private static final int COMES_BACK_AFTER_DAYS = 2;

    private static final int TRACE_LENGTH = 15;

    private PayoutLife() {}

    /**
     * Money leaves the balance for the bank; of a negative amount it is taken from the bank.
     *
     * @param amountMinor in minor units of the currency
     * @return the payout, kept; told of by its caller once it is complete
     */
    static ObjectNode begin(Turn turn, long amountMinor, String currency, ObjectNode destination) {
        ObjectNode payout = Blank.of(turn, Kind.PAYOUT);
        payout.put("amount", amountMinor);
        payout.put("currency", currency);
        payout.set("destination", destination.path("id"));
        payout.put(
                "arrival_date",
                BusinessDays.after(turn.now(), ARRIVES_AFTER_DAYS).getEpochSecond());
        payout.put(Doc.DUE_MILLIS, turn.now().plus(LEAVES_AFTER).toEpochMilli());
        trace(payout, "pending");
        payout.put("balance_transaction", book(turn, payout, Movement.Type.PAYOUT, -amountMinor));
        turn.put(Kind.PAYOUT, payout);
        return payout;
    }

    /** By which a bank finds the money; it is there once the money is. */
    private static ObjectNode trace(ObjectNode payout, String status) {
        return payout.putObject("trace_id").put("status", status).putNull("value");
    }

    private static String book(Turn turn, ObjectNode payout, Movement.Type type, long amount) {
        return Ledger.book(
                        turn,
                        new Movement(
                                type,
                                amount,
                                payout.path("currency").asText(),
                                payout.path("id").asText(),
                                Movement.Fee.NONE,
                                turn.now(),
                                "STRIPE PAYOUT"))
                .path("id")
                .asText();
    }

    static void fire(Turn turn, ObjectNode payout) {
        ObjectNode before = payout.deepCopy();
        payout.remove(Doc.DUE_MILLIS);
        Instant arrival = Instant.ofEpochSecond(payout.path("arrival_date").asLong());
        String failure = BankAccounts.failure(turn, payout.path("destination").asText());
        switch (payout.path("status").asText()) {
            case "pending" -> {
                payout.put("status", "in_transit");
                payout.put(Doc.DUE_MILLIS, arrival.toEpochMilli());
                turn.put(Kind.PAYOUT, payout);
                Events.updated(turn, "payout.updated", before, payout);
            }
            case "in_transit" -> arrive(turn, payout, failure);
            case "paid" -> fail(turn, payout, failure);
            default -> turn.put(Kind.PAYOUT, payout);
        }
    }

    private static void arrive(Turn turn, ObjectNode payout, String failure) {
        payout.put("status", "paid");
        trace(payout, "supported")
                .put(
                        "value",
                        Signature.digest("trace", payout.path("id").asText()).substring(0, TRACE_LENGTH));
        if (!failure.isEmpty()) {
            payout.put(
                    Doc.DUE_MILLIS,
                    BusinessDays.after(turn.now(), COMES_BACK_AFTER_DAYS).toEpochMilli());
        }
        boolean reconciles = payout.path("reconciliation_status").asText().equals("in_progress");
        turn.put(Kind.PAYOUT, payout);
        Events.emit(turn, "payout.paid", payout);
        if (reconciles) {
            payout.put("reconciliation_status", "completed");
            turn.put(Kind.PAYOUT, payout);
            Events.emit(turn, "payout.reconciliation_completed", payout);
        }
    }

    /**
     * The bank sends the money back, also after it was told as paid.
     *
     * @param code one of Stripe's payout failure codes
     */
    public static ObjectNode fail(Turn turn, ObjectNode payout, String code) {
        payout.remove(Doc.DUE_MILLIS);
        payout.put("status", "failed");
        payout.put("failure_code", code);
        payout.put("failure_message", message(code));
        payout.put(
                "failure_balance_transaction",
                book(
                        turn,
                        payout,
                        Movement.Type.PAYOUT_FAILURE,
                        payout.path("amount").asLong()));
        turn.put(Kind.PAYOUT, payout);
        Events.emit(turn, "payout.failed", payout);
        BankAccounts.err(turn, payout.path("destination").asText());
        return payout;
    }

    private static String message(String code) {
        return switch (code) {
            case "account_closed" -> "The bank account has been closed.";
            case "no_account" -> "The bank account could not be located.";
            case "insufficient_funds" -> "The bank account has insufficient funds for the debit.";
            case "debit_not_authorized" -> "Debits are not approved on the bank account.";
            case "invalid_currency" -> "The bank was not able to process the payout because of its currency.";
            default -> "The bank could not process the payout.";
        };
    }

    /** It never left; the money is back at once. */
    static ObjectNode cancel(Turn turn, ObjectNode payout) {
        payout.remove(Doc.DUE_MILLIS);
        payout.put("status", "canceled");
        trace(payout, "unsupported");
        payout.put(
                "failure_balance_transaction",
                book(
                        turn,
                        payout,
                        Movement.Type.PAYOUT_CANCEL,
                        payout.path("amount").asLong()));
        turn.put(Kind.PAYOUT, payout);
        Events.emit(turn, "payout.canceled", payout);
        return payout;
    }
}
