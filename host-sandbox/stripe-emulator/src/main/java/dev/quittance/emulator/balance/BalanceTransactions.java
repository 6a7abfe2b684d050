package dev.quittance.emulator.balance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.api.ApiRequest;
import dev.quittance.emulator.api.Expansions;
import dev.quittance.emulator.api.Feature;
import dev.quittance.emulator.api.Filters;
import dev.quittance.emulator.api.Listing;
import dev.quittance.emulator.api.Operation;
import dev.quittance.emulator.api.Route;
import dev.quittance.emulator.store.Doc;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.Json;
import dev.quittance.emulator.wire.ParamRules;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The account's money: each movement, and what they add up to. */
public final class BalanceTransactions {
    private BalanceTransactions() {}

    /** What this brings along. */
    public static Feature feature() {
        return Feature.of(routes()).withTimer(Kind.SETTLEMENT, Settlement::fire);
    }

    private static List<Route> routes() {
        return List.of(
                Route.get(
                        "balance_transactions",
                        ParamRules.actsOn(Listing.CREATED_PARAMS + " source type currency")
                                .knows("payout"),
                        Expansions.Shape.listOf(Kind.BALANCE_TRANSACTION),
                        BalanceTransactions::list),
                Route.get(
                        "balance_transactions/{id}",
                        ParamRules.none(),
                        Expansions.Shape.one(Kind.BALANCE_TRANSACTION),
                        request -> turn -> turn.require(Kind.BALANCE_TRANSACTION, request.id(), "id")),
                Route.get(
                        "balance",
                        ParamRules.none(),
                        Expansions.Shape.plain(),
                        request -> BalanceTransactions::balance));
    }

    private static Operation.Work list(ApiRequest request) {
        Listing listing = Listing.plan(request);
        Predicate<Doc> filter = Filters.equal(request.form(), "source", "type", "currency");
        return turn -> listing.page(turn, Kind.BALANCE_TRANSACTION, filter);
    }

    private static ObjectNode balance(Turn turn) {
        Map<String, Long> available = new TreeMap<>();
        Map<String, Long> pending = new TreeMap<>();
        String own =
                turn.get(Kind.ACCOUNT, turn.account()).path("default_currency").asText();
        available.put(own, 0L);
        pending.put(own, 0L);
        turn.listNewestFirst(Kind.BALANCE_TRANSACTION).forEach(doc -> {
            String currency = String.valueOf(doc.facets().get("currency"));
            long net = Long.parseLong(String.valueOf(doc.facets().get("net")));
            boolean there = Long.parseLong(String.valueOf(doc.facets().get("available_on"))) <= turn.nowSeconds();
            available.merge(currency, there ? net : 0, Math::addExact);
            pending.merge(currency, there ? 0 : net, Math::addExact);
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
}
