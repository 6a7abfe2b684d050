package dev.quittance.emulator.balance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.event.Events;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.Json;
import java.util.Map;
import java.util.TreeMap;

/** What the balance transactions add up to. */
final class Balances {
    private Balances() {}

    static ObjectNode read(Turn turn) {
        Map<String, Long> available = new TreeMap<>();
        Map<String, Long> pending = new TreeMap<>();
        String own =
                turn.get(Kind.ACCOUNT, turn.account()).path("default_currency").asText();
        available.put(own, 0L);
        pending.put(own, 0L);
        turn.listNewestFirst(Kind.BALANCE_TRANSACTION).forEach(doc -> {
            boolean there = Ledger.isAvailable(turn, doc);
            long net = Ledger.netMinor(doc);
            available.merge(Ledger.currency(doc), there ? net : 0, Math::addExact);
            pending.merge(Ledger.currency(doc), there ? 0 : net, Math::addExact);
        });
        ObjectNode balance = Json.object();
        balance.put("object", "balance");
        balance.set("available", funds(available));
        balance.put("livemode", turn.livemode());
        balance.set("pending", funds(pending));
        return balance;
    }

    private static ArrayNode funds(Map<String, Long> byCurrency) {
        ArrayNode funds = Json.array();
        byCurrency.forEach((currency, amount) -> funds.addObject()
                .put("amount", amount)
                .put("currency", currency)
                .putObject("source_types")
                .put("card", amount));
        return funds;
    }

    /** Funds have become available. */
    static void tell(Turn turn, ObjectNode note) {
        turn.drop(Kind.AVAILABILITY, note.path("id").asText());
        Events.emit(turn, "balance.available", read(turn));
    }
}
