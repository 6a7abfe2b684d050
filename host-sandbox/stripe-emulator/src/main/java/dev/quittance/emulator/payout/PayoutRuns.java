package dev.quittance.emulator.payout;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.balance.Ledger;
import dev.quittance.emulator.balance.PayoutPlan;
import dev.quittance.emulator.event.Events;
import dev.quittance.emulator.store.Currencies;
import dev.quittance.emulator.store.Doc;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Automatic payouts: on each run, all that is available in each currency; what is missing is taken from the bank. */
public final class PayoutRuns {
    private PayoutRuns() {}

    static void fire(Turn turn, ObjectNode run) {
        turn.drop(Kind.PAYOUT_RUN, run.path("id").asText());
        if (!PayoutPlan.isAutomatic(turn)) {
            return;
        }
        payNow(turn);
        turn.listOldestFirst(Kind.BALANCE_TRANSACTION).stream()
                .filter(doc -> isLeft(doc) && !Ledger.isAvailable(turn, doc))
                .mapToLong(doc -> Long.parseLong(String.valueOf(doc.facets().get("available_on"))))
                .min()
                .ifPresent(second -> PayoutPlan.schedule(turn, run, Instant.ofEpochSecond(second)));
    }

    /** Pays out at once what is available, and says which transactions that was. Nothing to pay out is nothing done. */
    public static List<ObjectNode> payNow(Turn turn) {
        Map<String, List<Doc>> byCurrency = new TreeMap<>();
        turn.listOldestFirst(Kind.BALANCE_TRANSACTION).stream()
                .filter(doc -> isLeft(doc) && Ledger.isAvailable(turn, doc))
                .forEach(doc -> byCurrency
                        .computeIfAbsent(Ledger.currency(doc), c -> new ArrayList<>())
                        .add(doc));
        List<ObjectNode> payouts = new ArrayList<>();
        byCurrency.forEach((currency, docs) -> {
            ObjectNode bank = BankAccounts.current(turn, currency);
            long sum = docs.stream().mapToLong(Ledger::netMinor).reduce(0, Math::addExact);
            long amount = sum - sum % Currencies.get(currency).payoutStepMinor();
            boolean possible = amount > 0 || (amount < 0 && PayoutPlan.debitsNegativeBalances(turn));
            if (possible && !BankAccounts.isErrored(bank)) {
                // Where only whole steps are paid out, a remainder stays, and no transaction is paid out as a whole.
                payouts.add(pay(turn, amount, currency, amount == sum ? docs : List.of()));
            }
        });
        return payouts;
    }

    private static boolean isLeft(Doc transaction) {
        return !transaction.facets().containsKey(Ledger.PAYOUT);
    }

    private static ObjectNode pay(Turn turn, long amount, String currency, List<Doc> taken) {
        ObjectNode payout = PayoutLife.begin(turn, amount, currency, BankAccounts.current(turn, currency));
        String id = payout.path("id").asText();
        payout.put("automatic", true);
        payout.put("description", "STRIPE PAYOUT");
        if (!taken.isEmpty()) {
            payout.put("reconciliation_status", "in_progress");
            taken.forEach(doc -> take(turn, doc.read(), id));
            String own = payout.path("balance_transaction").asText();
            take(turn, turn.get(Kind.BALANCE_TRANSACTION, own), id);
        }
        turn.put(Kind.PAYOUT, payout);
        Events.emit(turn, "payout.created", payout);
        return payout;
    }

    private static void take(Turn turn, ObjectNode transaction, String payout) {
        transaction.put(Ledger.PAYOUT, payout);
        turn.put(Kind.BALANCE_TRANSACTION, transaction);
    }
}
