package dev.quittance.emulator.balance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.store.Blank;
import dev.quittance.emulator.store.Doc;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.Json;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes balance transactions. They are never changed or deleted, so their sum is the balance at any time. */
public final class Ledger {
    /** The automatic payout that took a transaction along; its value is the payout's id. */
    public static final String PAYOUT = "_payout";

    private Ledger() {}

    /** Books a movement, in the account's currency if it has no balance in the movement's, and sees to it that its funds become available and are paid out. The new transaction is returned. */
    public static ObjectNode book(Turn turn, Movement asked) {
        Optional<Exchange> exchange = Exchange.find(turn, asked.currency());
        Movement movement = exchange.map(one -> one.apply(asked)).orElse(asked);
        ObjectNode transaction = Blank.of(turn, Kind.BALANCE_TRANSACTION);
        long fee = movement.fee().amountMinor();
        long availableOn = movement.availableAt().getEpochSecond();
        transaction.put("amount", movement.amountMinor());
        transaction.put("available_on", availableOn);
        transaction.put("currency", movement.currency());
        exchange.ifPresent(one -> transaction.put("exchange_rate", one.rate()));
        transaction.put("description", movement.description().isEmpty() ? null : movement.description());
        transaction.put("fee", fee);
        if (fee != 0) {
            transaction
                    .withArray("fee_details")
                    .addObject()
                    .put("amount", fee)
                    .putNull("application")
                    .put("currency", movement.currency())
                    .put("description", movement.fee().description())
                    .put("type", "stripe_fee");
        }
        transaction.put("net", Math.subtractExact(movement.amountMinor(), fee));
        transaction.put("reporting_category", movement.type().category());
        transaction.put("source", movement.source());
        transaction.put("status", availableOn <= turn.nowSeconds() ? "available" : "pending");
        transaction.put("type", movement.type().word());
        turn.put(Kind.BALANCE_TRANSACTION, transaction);
        watch(turn, movement.availableAt());
        PayoutPlan.arm(turn, movement.availableAt());
        return transaction;
    }

    /** One note for each moment at which funds become available. */
    private static void watch(Turn turn, Instant at) {
        String second = String.valueOf(at.getEpochSecond());
        if (!at.isAfter(turn.now())
                || turn.listNewestFirst(Kind.AVAILABILITY).anyMatch(doc -> doc.hasFacet("at", second))) {
            return;
        }
        ObjectNode note = Json.object();
        note.put("id", turn.newId(Kind.AVAILABILITY));
        note.put("at", second);
        note.put(Doc.DUE_MILLIS, at.toEpochMilli());
        turn.put(Kind.AVAILABILITY, note);
    }

    /** What a transaction nets, in minor units. */
    public static long netMinor(Doc transaction) {
        return Long.parseLong(String.valueOf(transaction.facets().get("net")));
    }

    /** Whether a transaction's funds are there. */
    public static boolean isAvailable(Turn turn, Doc transaction) {
        return Long.parseLong(String.valueOf(transaction.facets().get("available_on"))) <= turn.nowSeconds();
    }

    /** What can be spent, by currency, in minor units: as it was when the turn began. */
    public static Map<String, Long> available(Turn turn) {
        Map<String, Long> sums = new TreeMap<>();
        turn.listNewestFirst(Kind.BALANCE_TRANSACTION)
                .filter(doc -> isAvailable(turn, doc))
                .forEach(doc -> sums.merge(currency(doc), netMinor(doc), Math::addExact));
        return sums;
    }

    /** A transaction's currency. */
    public static String currency(Doc transaction) {
        return String.valueOf(transaction.facets().get("currency"));
    }
}
