package dev.quittance.emulator.balance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.event.Events;
import dev.quittance.emulator.store.Blank;
import dev.quittance.emulator.store.Currencies;
import dev.quittance.emulator.store.Doc;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.Json;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The money of a captured charge reaches the balance a moment after the success was told, as with Stripe's asynchronous
 * capture: only then does the charge name its balance transaction.
 */
public final class Settlement {
    private static final Duration DELAY = Duration.ofSeconds(2);

    /** Cards become available after two business days. */
    private static final int BUSINESS_DAYS = 2;

    private Settlement() {}

    public static void await(Turn turn, ObjectNode charge) {
        ObjectNode settlement = Json.object();
        settlement.put("id", turn.newId(Kind.SETTLEMENT));
        settlement.set("charge", charge.path("id"));
        settlement.put(Doc.DUE_MILLIS, turn.now().plus(DELAY).toEpochMilli());
        turn.put(Kind.SETTLEMENT, settlement);
    }

    /** A bank debit has begun: its pending {@code payment} transaction. Changes the given charge, which the caller keeps. */
    public static void debitStarted(Turn turn, ObjectNode charge) {
        ObjectNode transaction = transaction(turn, charge, charge.path("amount").asLong());
        transaction.put("type", "payment");
        turn.put(Kind.BALANCE_TRANSACTION, transaction);
        charge.set("balance_transaction", transaction.path("id"));
    }

    /** A bank refused a debit that had begun. Changes the given charge, which the caller keeps. */
    public static void debitFailed(Turn turn, ObjectNode charge) {
        ObjectNode back = turn.get(
                Kind.BALANCE_TRANSACTION, charge.path("balance_transaction").asText());
        back.put("id", turn.newId(Kind.BALANCE_TRANSACTION));
        back.put("type", "payment_failure_refund");
        back.put("reporting_category", "charge_failure");
        for (String amount : new String[] {"amount", "fee", "net"}) {
            back.put(amount, -back.path(amount).asLong());
        }
        turn.put(Kind.BALANCE_TRANSACTION, back);
        charge.set("failure_balance_transaction", back.path("id"));
    }

    static void fire(Turn turn, ObjectNode settlement) {
        ObjectNode charge = turn.get(Kind.CHARGE, settlement.path("charge").asText());
        turn.drop(Kind.SETTLEMENT, settlement.path("id").asText());
        if (!charge.path("balance_transaction").isNull()) {
            return;
        }
        ObjectNode transaction =
                transaction(turn, charge, charge.path("amount_captured").asLong());
        turn.put(Kind.BALANCE_TRANSACTION, transaction);
        charge.set("balance_transaction", transaction.path("id"));
        turn.put(Kind.CHARGE, charge);
        ObjectNode before = Json.object();
        before.putNull("balance_transaction");
        Events.emit(turn, "charge.updated", charge, before);
    }

    private static ObjectNode transaction(Turn turn, ObjectNode charge, long amount) {
        String currency = charge.path("currency").asText();
        long fee = Currencies.get(currency).feeMinor(amount);
        ObjectNode transaction = Blank.of(turn, Kind.BALANCE_TRANSACTION);
        transaction.put("amount", amount);
        transaction.put("currency", currency);
        transaction.set("description", charge.path("description"));
        transaction.put("fee", fee);
        transaction
                .putArray("fee_details")
                .addObject()
                .put("amount", fee)
                .putNull("application")
                .put("currency", currency)
                .put("description", "Stripe processing fees")
                .put("type", "stripe_fee");
        transaction.put("net", amount - fee);
        transaction.set("source", charge.path("id"));
        transaction.put("available_on", availableOn(turn.now()).getEpochSecond());
        return transaction;
    }

    /** The start, in UTC, of the second business day after. */
    private static Instant availableOn(Instant from) {
        LocalDate day = LocalDate.ofInstant(from, ZoneOffset.UTC);
        int counted = 0;
        while (counted < BUSINESS_DAYS) {
            day = day.plusDays(1);
            DayOfWeek weekday = day.getDayOfWeek();
            if (weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY) {
                counted++;
            }
        }
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
