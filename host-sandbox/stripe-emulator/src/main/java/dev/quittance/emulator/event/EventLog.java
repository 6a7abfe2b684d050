package dev.quittance.emulator.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.api.ApiRequest;
import dev.quittance.emulator.api.Expansions;
import dev.quittance.emulator.api.Feature;
import dev.quittance.emulator.api.Listing;
import dev.quittance.emulator.api.Operation;
import dev.quittance.emulator.api.Route;
import dev.quittance.emulator.store.Doc;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.ApiError;
import dev.quittance.emulator.wire.ParamRules;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Events over the API, as far back as Stripe lists them. */
public final class EventLog {
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int MAX_TYPES = 20;

    private EventLog() {}

    /** What this brings along. */
    public static Feature feature() {
        return Feature.of(routes());
    }

    private static List<Route> routes() {
        return List.of(
                Route.get(
                        "events",
                        ParamRules.actsOn(Listing.CREATED_PARAMS + " type types.* delivery_success"),
                        Expansions.Shape.listOf(Kind.EVENT),
                        EventLog::list),
                Route.get(
                        "events/{id}",
                        ParamRules.none(),
                        Expansions.Shape.one(Kind.EVENT),
                        request -> turn -> retrieve(turn, request.id())));
    }

    private static Operation.Work list(ApiRequest request) {
        Listing listing = Listing.plan(request);
        var type = request.form().text("type");
        Set<String> types = Set.copyOf(request.form().texts("types"));
        if (types.size() > MAX_TYPES) {
            throw ApiError.invalid("types", "You may list at most " + MAX_TYPES + " types.");
        }
        if (type.isPresent() && !types.isEmpty()) {
            throw ApiError.invalid(
                    "parameters_exclusive", "types", "You may only specify one of these parameters: type, types.");
        }
        Optional<Boolean> delivered = request.form().bool("delivery_success");
        return turn -> listing.page(
                turn,
                Kind.EVENT,
                doc -> isKept(turn, doc.createdSeconds())
                        && delivered
                                .map(yes -> yes == doc.hasFacet("pending_webhooks", "0"))
                                .orElse(true)
                        && type.map(wanted -> matches(doc, wanted)).orElse(true)
                        && (types.isEmpty() || types.stream().anyMatch(wanted -> matches(doc, wanted))));
    }

    /** {@code charge.*} stands for every event about charges. */
    private static boolean matches(Doc doc, String wanted) {
        String type = String.valueOf(doc.facets().get("type"));
        return wanted.endsWith(".*") ? type.startsWith(wanted.substring(0, wanted.length() - 1)) : type.equals(wanted);
    }

    private static boolean isKept(Turn turn, long createdSeconds) {
        return createdSeconds >= turn.nowSeconds() - KEPT.toSeconds();
    }

    /** Drops events that are no longer listed, and what is kept of their deliveries; no try is left by then. */
    static void forgetOld(Turn turn) {
        for (Kind kind : new Kind[] {Kind.EVENT, Kind.DELIVERY}) {
            for (Doc doc : turn.listOldestFirst(kind)) {
                if (isKept(turn, doc.createdSeconds())) {
                    break;
                }
                turn.drop(kind, doc.id());
                turn.store().waitingDeliveries().stream()
                        .filter(delivery -> delivery.hasFacet("event", doc.id()))
                        .forEach(delivery -> turn.drop(Kind.DELIVERY, delivery.id()));
            }
        }
    }

    private static ObjectNode retrieve(Turn turn, String id) {
        ObjectNode event = turn.require(Kind.EVENT, id, "id");
        if (!isKept(turn, event.path("created").asLong())) {
            throw ApiError.resourceMissing("event", id, "id");
        }
        return event;
    }
}
