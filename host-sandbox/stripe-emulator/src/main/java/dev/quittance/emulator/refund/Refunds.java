package dev.quittance.emulator.refund;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.api.ApiRequest;
import dev.quittance.emulator.api.Checks;
import dev.quittance.emulator.api.Expansions;
import dev.quittance.emulator.api.Feature;
import dev.quittance.emulator.api.Filters;
import dev.quittance.emulator.api.Listing;
import dev.quittance.emulator.api.Operation;
import dev.quittance.emulator.api.Route;
import dev.quittance.emulator.store.Doc;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Metadata;
import dev.quittance.emulator.store.Renderer;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.ApiError;
import dev.quittance.emulator.wire.Json;
import dev.quittance.emulator.wire.ParamRules;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Refunds over the API. */
public final class Refunds {
    /** As many as Stripe puts into a charge; the list's own address has the rest. */
    private static final int IN_CHARGE = 10;

    private Refunds() {}

    /** What this brings along. */
    public static Feature feature() {
        return Feature.of(routes())
                .withTimer(Kind.REFUND, RefundLife::fire)
                .withIncludable(Kind.CHARGE, "refunds", Refunds::ofCharge);
    }

    private static List<Route> routes() {
        Expansions.Shape one = Expansions.Shape.one(Kind.REFUND);
        Expansions.Shape list = Expansions.Shape.listOf(Kind.REFUND);
        return List.of(
                Route.post("refunds", ParamRules.actsOn(RefundOrder.PARAMS), one, Refunds::create),
                Route.get(
                        "refunds",
                        ParamRules.actsOn(Listing.CREATED_PARAMS + " charge payment_intent"),
                        list,
                        Refunds::list),
                Route.get("refunds/{id}", ParamRules.none(), one, request -> turn -> require(turn, request.id())),
                Route.post("refunds/{id}", ParamRules.actsOn("metadata.*"), one, Refunds::update),
                Route.post(
                        "refunds/{id}/cancel", ParamRules.none(), one, request -> turn -> cancel(turn, request.id())),
                Route.get("charges/{id}/refunds", ParamRules.actsOn(Listing.PARAMS), list, Refunds::listOfCharge));
    }

    private static Operation.Work create(ApiRequest request) {
        RefundOrder order = RefundOrder.read(request.form());
        return turn -> Refunding.make(turn, order);
    }

    private static Operation.Work list(ApiRequest request) {
        Listing listing = Listing.plan(request);
        Predicate<Doc> filter = Filters.equal(request.form(), "charge", "payment_intent");
        return turn -> listing.page(turn, Kind.REFUND, filter);
    }

    private static Operation.Work listOfCharge(ApiRequest request) {
        Listing listing = Listing.plan(request);
        return turn -> {
            turn.require(Kind.CHARGE, request.id(), "id");
            return listing.page(turn, Kind.REFUND, doc -> doc.hasFacet("charge", request.id()));
        };
    }

    private static ObjectNode ofCharge(Turn turn, ObjectNode charge) {
        String id = charge.path("id").asText();
        ArrayNode data = Json.array();
        List<Doc> all = turn.listNewestFirst(Kind.REFUND)
                .filter(doc -> doc.hasFacet("charge", id))
                .toList();
        all.stream().limit(IN_CHARGE).forEach(doc -> data.add(Renderer.render(doc.read(), turn.nowSeconds())));
        return Listing.list("/v1/charges/" + id + "/refunds", data, all.size() > IN_CHARGE);
    }

    private static ObjectNode require(Turn turn, String id) {
        return turn.require(Kind.REFUND, id, "id");
    }

    private static Operation.Work update(ApiRequest request) {
        Map<String, String> metadata = Checks.metadata(request.form());
        return turn -> {
            ObjectNode refund = require(turn, request.id());
            ObjectNode before = refund.deepCopy();
            Metadata.update(refund, request.form(), metadata);
            RefundLife.keep(turn, before, refund);
            return refund;
        };
    }

    /** Over the API only a refund that waits for the payer can be canceled. */
    private static ObjectNode cancel(Turn turn, String id) {
        ObjectNode refund = require(turn, id);
        String status = refund.path("status").asText();
        if (!status.equals("requires_action")) {
            throw ApiError.refused(
                    null,
                    "You cannot cancel this refund because it has a status of " + status
                            + ". Only a refund with the status requires_action can be canceled.");
        }
        return RefundLife.cancel(turn, refund);
    }
}
