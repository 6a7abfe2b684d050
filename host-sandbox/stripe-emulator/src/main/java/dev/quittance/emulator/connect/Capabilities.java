package dev.quittance.emulator.connect;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.api.ApiRequest;
import dev.quittance.emulator.api.Expansions;
import dev.quittance.emulator.api.Listing;
import dev.quittance.emulator.api.Operation;
import dev.quittance.emulator.api.Route;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.ApiError;
import dev.quittance.emulator.wire.Form;
import dev.quittance.emulator.wire.Json;
import dev.quittance.emulator.wire.ParamRules;
import java.util.List;
import java.util.Optional;

/** What accounts may do: asked for by the platform, given once nothing is due any more. */
final class Capabilities {
    /** The ones that something here acts on. */
    static final List<String> NAMES = List.of("card_payments", "transfers", "us_bank_account_ach_payments");

    static final String REQUESTED_AT = "_requested_at";
    private static final String PATH = "accounts/{id}/capabilities";

    private Capabilities() {}

    static List<Route> routes() {
        Expansions.Shape plain = Expansions.Shape.plain();
        return List.of(
                Route.get(PATH, ParamRules.none(), plain, Capabilities::list),
                Route.get(PATH + "/{id}", ParamRules.none(), plain, request -> turn -> retrieve(turn, request)),
                Route.post(PATH + "/{id}", ParamRules.actsOn("requested"), plain, Capabilities::update));
    }

    private static Operation.Work list(ApiRequest request) {
        return turn -> {
            ObjectNode account = ConnectedAccounts.require(turn, request.id());
            ArrayNode data = Json.array();
            account.path("capabilities").fieldNames().forEachRemaining(name -> data.add(capability(account, name)));
            return Listing.list(request.path(), data, false);
        };
    }

    private static ObjectNode retrieve(Turn turn, ApiRequest request) {
        return capability(ConnectedAccounts.require(turn, request.id()), known(request));
    }

    private static String known(ApiRequest request) {
        String name = request.ids().get(1);
        if (!NAMES.contains(name)) {
            throw ApiError.resourceMissing("capability", name, "capability");
        }
        return name;
    }

    private static Operation.Work update(ApiRequest request) {
        Optional<Boolean> requested = request.form().bool("requested");
        return turn -> {
            ObjectNode account = ConnectedAccounts.requireConnected(turn, request.id());
            ObjectNode before = account.deepCopy();
            String name = known(request);
            requested.ifPresent(wanted -> request(turn, account, name, wanted));
            Requirements.update(turn, before, account);
            return capability(account, name);
        };
    }

    /** Reads {@code capabilities[…][requested]}. */
    static void fill(Turn turn, ObjectNode account, Form form) {
        for (String name : NAMES) {
            form.at("capabilities")
                    .at(name)
                    .bool("requested")
                    .ifPresent(wanted -> request(turn, account, name, wanted));
        }
    }

    static void request(Turn turn, ObjectNode account, String name, boolean wanted) {
        ObjectNode capabilities = (ObjectNode) account.path("capabilities");
        if (!wanted) {
            capabilities.remove(name);
        } else if (!capabilities.has(name)) {
            capabilities.put(name, "inactive");
            account.withObject("/" + REQUESTED_AT).put(name, turn.nowSeconds());
        }
    }

    static ObjectNode capability(ObjectNode account, String name) {
        ObjectNode capability = Json.object();
        boolean requested = account.path("capabilities").has(name);
        capability.put("id", name);
        capability.put("object", "capability");
        capability.set("account", account.path("id"));
        capability.set(
                "future_requirements", account.path("future_requirements").deepCopy());
        capability.put("requested", requested);
        long created = account.path("created").asLong();
        capability.putNull("requested_at");
        if (requested) {
            capability.put("requested_at", account.path(REQUESTED_AT).path(name).asLong(created));
        }
        capability.set("requirements", account.path("requirements").deepCopy());
        capability.put("status", account.path("capabilities").path(name).asText("unrequested"));
        return capability;
    }
}
