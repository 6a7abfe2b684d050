package dev.quittance.emulator.payout;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.api.ApiRequest;
import dev.quittance.emulator.api.Checks;
import dev.quittance.emulator.api.Expansions;
import dev.quittance.emulator.api.Feature;
import dev.quittance.emulator.api.Filters;
import dev.quittance.emulator.api.Listing;
import dev.quittance.emulator.api.Operation;
import dev.quittance.emulator.api.Route;
import dev.quittance.emulator.balance.Ledger;
import dev.quittance.emulator.event.Events;
import dev.quittance.emulator.store.Currencies;
import dev.quittance.emulator.store.Doc;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Metadata;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.ApiError;
import dev.quittance.emulator.wire.Form;
import dev.quittance.emulator.wire.ParamRules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Payouts over the API. */
public final class Payouts {
    private static final int MAX_DESCRIPTOR = 22;

    private Payouts() {}

    /** What this brings along. */
    public static Feature feature() {
        return Feature.of(routes())
                .withTimer(Kind.PAYOUT, PayoutLife::fire)
                .withTimer(Kind.PAYOUT_RUN, PayoutRuns::fire);
    }

    private static List<Route> routes() {
        Expansions.Shape one = Expansions.Shape.one(Kind.PAYOUT);
        return List.of(
                Route.post(
                        "payouts",
                        ParamRules.actsOn("amount currency description destination metadata.* method source_type"
                                + " statement_descriptor"),
                        one,
                        Payouts::create),
                Route.get(
                        "payouts",
                        ParamRules.actsOn(Listing.CREATED_PARAMS + " status destination"),
                        Expansions.Shape.listOf(Kind.PAYOUT),
                        Payouts::list),
                Route.get("payouts/{id}", ParamRules.none(), one, request -> turn -> require(turn, request.id())),
                Route.post("payouts/{id}", ParamRules.actsOn("metadata.*"), one, Payouts::update),
                Route.post(
                        "payouts/{id}/cancel", ParamRules.none(), one, request -> turn -> cancel(turn, request.id())));
    }

    private static Operation.Work create(ApiRequest request) {
        Form form = request.form();
        form.requireText("amount");
        long amount = Checks.atLeast(form, "amount", 1).orElseThrow();
        String currency = Checks.currency(form, "currency");
        checkStep(amount, currency);
        if (form.oneOf("method", List.of("standard", "instant"))
                .orElse("standard")
                .equals("instant")) {
            throw ApiError.notEmulated("method", "instant payouts");
        }
        if (!form.oneOf("source_type", List.of("card", "bank_account", "fpx"))
                .orElse("card")
                .equals("card")) {
            throw ApiError.notEmulated("source_type", "balances apart by source");
        }
        Optional<String> descriptor = Checks.limited(form, "statement_descriptor", MAX_DESCRIPTOR);
        Map<String, String> metadata = Checks.metadata(form);
        return turn -> {
            ObjectNode bank = form.text("destination")
                    .map(id -> turn.require(Kind.BANK_ACCOUNT, id, "destination"))
                    .orElseGet(() -> BankAccounts.current(turn, currency));
            if (Ledger.available(turn).getOrDefault(currency, 0L) < amount) {
                throw ApiError.refused(
                        "balance_insufficient",
                        "You have insufficient funds in your Stripe account for this payout. Your available balance"
                                + " in " + currency + " is "
                                + Currencies.format(Ledger.available(turn).getOrDefault(currency, 0L), currency) + ".");
            }
            ObjectNode payout = PayoutLife.begin(turn, amount, currency, bank);
            payout.put("description", form.text("description").orElse(null));
            payout.put("statement_descriptor", descriptor.orElse(null));
            Metadata.update(payout, form, metadata);
            turn.put(Kind.PAYOUT, payout);
            Events.emit(turn, "payout.created", payout);
            return payout;
        };
    }

    private static void checkStep(long amount, String currency) {
        long step = Currencies.get(currency).payoutStepMinor();
        if (amount % step != 0) {
            throw ApiError.invalid("amount", "Payouts in " + currency + " must be multiples of " + step + ".");
        }
    }

    private static Operation.Work list(ApiRequest request) {
        Listing listing = Listing.plan(request);
        Predicate<Doc> filter = Filters.equal(request.form(), "status", "destination");
        return turn -> listing.page(turn, Kind.PAYOUT, filter);
    }

    private static ObjectNode require(Turn turn, String id) {
        return turn.require(Kind.PAYOUT, id, "payout");
    }

    private static Operation.Work update(ApiRequest request) {
        Map<String, String> metadata = Checks.metadata(request.form());
        return turn -> {
            ObjectNode payout = require(turn, request.id());
            ObjectNode before = payout.deepCopy();
            Metadata.update(payout, request.form(), metadata);
            turn.put(Kind.PAYOUT, payout);
            Events.updated(turn, "payout.updated", before, payout);
            return payout;
        };
    }

    private static ObjectNode cancel(Turn turn, String id) {
        ObjectNode payout = require(turn, id);
        if (payout.path("automatic").asBoolean()) {
            throw ApiError.refused(null, "Automatic payouts cannot be canceled. Only manual ones can.");
        }
        if (!payout.path("status").asText().equals("pending")) {
            throw ApiError.refused(
                    null,
                    "Payouts can only be canceled while pending; this one's status is "
                            + payout.path("status").asText() + ".");
        }
        return PayoutLife.cancel(turn, payout);
    }
}
