package dev.quittance.emulator.balance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.store.Doc;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When money is next paid out by itself: at the start of a business day on which some is available, and the first time no
 * sooner than a week after the account's first money. An account without money has nothing planned.
 */
public final class PayoutPlan {
    private static final Duration FIRST_AFTER = Duration.ofDays(7);

    private PayoutPlan() {}

    /** Plans the run that takes along what is available at a moment, unless one is planned already or payouts are manual. */
    public static void arm(Turn turn, Instant available) {
        if (!isAutomatic(turn)
                || turn.listNewestFirst(Kind.PAYOUT_RUN).findFirst().isPresent()) {
            return;
        }
        ObjectNode run = Json.object();
        run.put("id", turn.newId(Kind.PAYOUT_RUN));
        schedule(turn, run, available);
    }

    /** Plans a run again. */
    public static void schedule(Turn turn, ObjectNode run, Instant available) {
        Instant earliest =
                available.isAfter(turn.now()) ? available : turn.now().plusMillis(1);
        Instant first = firstMoney(turn).plus(FIRST_AFTER);
        Instant due = BusinessDays.atOrAfter(first.isAfter(earliest) ? first : earliest);
        run.put(Doc.DUE_MILLIS, due.toEpochMilli());
        turn.put(Kind.PAYOUT_RUN, run);
    }

    private static Instant firstMoney(Turn turn) {
        Optional<Doc> oldest =
                turn.listOldestFirst(Kind.BALANCE_TRANSACTION).stream().findFirst();
        return oldest.map(doc -> Instant.ofEpochSecond(doc.createdSeconds())).orElse(turn.now());
    }

    /** Whether the account has its money paid out every day; else it asks for each payout. */
    public static boolean isAutomatic(Turn turn) {
        return settings(turn).path("schedule").path("interval").asText().equals("daily");
    }

    /** Whether Stripe may take what is missing from the account's bank. */
    public static boolean debitsNegativeBalances(Turn turn) {
        return settings(turn).path("debit_negative_balances").asBoolean();
    }

    private static JsonNode settings(Turn turn) {
        return turn.get(Kind.ACCOUNT, turn.account()).path("settings").path("payouts");
    }
}
