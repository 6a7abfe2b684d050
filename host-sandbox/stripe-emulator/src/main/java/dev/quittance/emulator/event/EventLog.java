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
                        ParamRules.actsOn(Listing.CREATED_PARAMS + " type types.*")
                                .knows("delivery_success"),
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
        return turn -> listing.page(
                turn,
                Kind.EVENT,
                doc -> isKept(turn, doc.createdSeconds())
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

    private static ObjectNode retrieve(Turn turn, String id) {
        ObjectNode event = turn.require(Kind.EVENT, id, "id");
        if (!isKept(turn, event.path("created").asLong())) {
            throw ApiError.resourceMissing("event", id, "id");
        }
        return event;
    }
}
