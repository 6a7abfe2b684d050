package dev.quittance.emulator.balance;

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
import dev.quittance.emulator.wire.ApiError;
import dev.quittance.emulator.wire.ParamRules;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The account's money: each movement, and what they add up to. */
public final class BalanceTransactions {
    private BalanceTransactions() {}

    /**
     * What this brings along.
     *
     * @param settled who wants to know of each charge whose money has come
     */
    public static Feature feature(Settlement.Listener settled) {
        return Feature.of(routes())
                .withTimer(Kind.SETTLEMENT, Settlement.timer(settled))
                .withTimer(Kind.AVAILABILITY, Balances::tell);
    }

    private static List<Route> routes() {
        return List.of(
                Route.get(
                        "balance_transactions",
                        ParamRules.actsOn(Listing.CREATED_PARAMS + " source type currency payout"),
                        Expansions.Shape.listOf(Kind.BALANCE_TRANSACTION),
                        BalanceTransactions::list),
                Route.get(
                        "balance_transactions/{id}",
                        ParamRules.none(),
                        Expansions.Shape.one(Kind.BALANCE_TRANSACTION),
                        request -> turn -> turn.require(Kind.BALANCE_TRANSACTION, request.id(), "id")),
                Route.get("balance", ParamRules.none(), Expansions.Shape.plain(), request -> Balances::read));
    }

    private static Operation.Work list(ApiRequest request) {
        Listing listing = Listing.plan(request);
        Predicate<Doc> filter = Filters.equal(request.form(), "source", "type", "currency");
        Optional<String> payout = request.form().text("payout");
        return turn -> {
            payout.ifPresent(id -> requireAutomatic(turn, id));
            return listing.page(
                    turn,
                    Kind.BALANCE_TRANSACTION,
                    filter.and(doc ->
                            payout.map(id -> doc.hasFacet(Ledger.PAYOUT, id)).orElse(true)));
        };
    }

    /** Only of automatic payouts is it known which transactions they took along. */
    private static void requireAutomatic(Turn turn, String payout) {
        if (!turn.require(Kind.PAYOUT, payout, "payout").path("automatic").asBoolean()) {
            throw ApiError.invalid(
                    "payout", "Balance transaction history can only be filtered on automatic transfers, not manual.");
        }
    }
}
