package dev.quittance.emulator.payment;

import dev.quittance.emulator.api.ApiRequest;
import dev.quittance.emulator.api.Expansions;
import dev.quittance.emulator.api.Feature;
import dev.quittance.emulator.api.Filters;
import dev.quittance.emulator.api.Listing;
import dev.quittance.emulator.api.Operation;
import dev.quittance.emulator.api.Route;
import dev.quittance.emulator.store.Doc;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.wire.ParamRules;
import java.util.List;
import java.util.function.Predicate;

/** Payment intents over the API. They are made by {@link Checkout}. */
public final class Intents {
    private Intents() {}

    /** What this brings along. */
    public static Feature feature() {
        return Feature.of(routes());
    }

    private static List<Route> routes() {
        return List.of(
                Route.get(
                        "payment_intents",
                        ParamRules.actsOn(Listing.CREATED_PARAMS + " customer").knows("customer_account"),
                        Expansions.Shape.listOf(Kind.PAYMENT_INTENT),
                        Intents::list),
                Route.get(
                        "payment_intents/{id}",
                        ParamRules.actsOn("client_secret"),
                        Expansions.Shape.one(Kind.PAYMENT_INTENT),
                        request -> turn -> turn.require(Kind.PAYMENT_INTENT, request.id(), "intent")),
                Route.get(
                        "payment_methods/{id}",
                        ParamRules.none(),
                        Expansions.Shape.one(Kind.PAYMENT_METHOD),
                        request -> turn -> turn.find(Kind.PAYMENT_METHOD, request.id())
                                .orElseThrow(() -> dev.quittance.emulator.wire.ApiError.resourceMissing(
                                        "PaymentMethod", request.id(), "payment_method"))));
    }

    private static Operation.Work list(ApiRequest request) {
        Listing listing = Listing.plan(request);
        Predicate<Doc> filter = Filters.equal(request.form(), "customer");
        return turn -> listing.page(turn, Kind.PAYMENT_INTENT, filter);
    }
}
