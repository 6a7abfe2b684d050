package dev.quittance.emulator.webhook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.api.ApiDoor;
import dev.quittance.emulator.api.ApiRequest;
import dev.quittance.emulator.api.Checks;
import dev.quittance.emulator.api.Expansions;
import dev.quittance.emulator.api.Feature;
import dev.quittance.emulator.api.Listing;
import dev.quittance.emulator.api.Operation;
import dev.quittance.emulator.api.Route;
import dev.quittance.emulator.event.EventTypes;
import dev.quittance.emulator.event.Listeners;
import dev.quittance.emulator.store.Blank;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Metadata;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.ApiError;
import dev.quittance.emulator.wire.Form;
import dev.quittance.emulator.wire.Json;
import dev.quittance.emulator.wire.ParamRules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Webhook endpoints over the API. */
public final class Endpoints {
    /** Stripe's bound for one account. */
    private static final int MAX_ENDPOINTS = 16;

    private static final Pattern SAME_TRAIN = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}\\.dahlia");
    private static final String PATH = "webhook_endpoints";

    private Endpoints() {}

    /** What this brings along. */
    public static Feature feature() {
        return Feature.of(routes());
    }

    private static List<Route> routes() {
        Expansions.Shape one = Expansions.Shape.one(Kind.WEBHOOK_ENDPOINT);
        return List.of(
                Route.post(
                        PATH,
                        ParamRules.actsOn("url enabled_events.* description metadata.* api_version connect"),
                        one,
                        Endpoints::create),
                Route.get(
                        PATH,
                        ParamRules.actsOn(Listing.PARAMS),
                        Expansions.Shape.listOf(Kind.WEBHOOK_ENDPOINT),
                        request -> {
                            Listing listing = Listing.plan(request);
                            return turn -> listing.page(turn, Kind.WEBHOOK_ENDPOINT, doc -> true);
                        }),
                Route.get(PATH + "/{id}", ParamRules.none(), one, request -> turn -> require(turn, request.id())),
                Route.post(
                        PATH + "/{id}",
                        ParamRules.actsOn("url enabled_events.* description metadata.* disabled"),
                        one,
                        Endpoints::update),
                Route.delete(PATH + "/{id}", Expansions.Shape.plain(), Endpoints::delete));
    }

    private static Operation.Work create(ApiRequest request) {
        Form form = request.form();
        form.requireText("url");
        if (form.items("enabled_events").isEmpty()) {
            throw ApiError.missing("enabled_events");
        }
        Map<String, String> metadata = check(form);
        Optional<String> version = form.text("api_version");
        if (version.isPresent() && !SAME_TRAIN.matcher(version.get()).matches()) {
            throw ApiError.notEmulated(
                    "api_version", "events of another release train than that of " + ApiDoor.VERSION);
        }
        boolean connect = form.bool("connect").orElse(false);
        return turn -> {
            if (turn.listNewestFirst(Kind.WEBHOOK_ENDPOINT).count() >= MAX_ENDPOINTS) {
                throw ApiError.refused(
                        null, "You have reached the maximum of " + MAX_ENDPOINTS + " test webhook endpoints.");
            }
            ObjectNode endpoint = Blank.of(turn, Kind.WEBHOOK_ENDPOINT);
            version.ifPresent(text -> endpoint.put("api_version", text));
            if (connect) {
                endpoint.put(Listeners.CONNECT, true);
            }
            fill(endpoint, form, metadata);
            String secret = Secrets.first(turn, endpoint);
            turn.put(Kind.WEBHOOK_ENDPOINT, endpoint);
            // This answer is the only place where the secret is ever shown.
            endpoint.put("secret", secret);
            return endpoint;
        };
    }

    private static Operation.Work update(ApiRequest request) {
        Form form = request.form();
        Map<String, String> metadata = check(form);
        Optional<Boolean> disabled = form.bool("disabled");
        return turn -> {
            ObjectNode endpoint = require(turn, request.id());
            fill(endpoint, form, metadata);
            disabled.ifPresent(off -> endpoint.put("status", off ? "disabled" : "enabled"));
            if (disabled.orElse(false)) {
                Webhooks.stop(turn, request.id());
            }
            turn.put(Kind.WEBHOOK_ENDPOINT, endpoint);
            return endpoint;
        };
    }

    private static Map<String, String> check(Form form) {
        Checks.url(form, "url");
        for (String type : form.texts("enabled_events")) {
            if (!type.equals("*") && !EventTypes.isKnown(type)) {
                throw ApiError.invalid(
                        "enabled_events",
                        "Invalid enabled_events: must be one of Stripe's event types or *, not "
                                + Checks.abbreviated(type));
            }
        }
        return Checks.metadata(form);
    }

    private static void fill(ObjectNode endpoint, Form form, Map<String, String> metadata) {
        form.text("url").ifPresent(url -> endpoint.put("url", url));
        if (form.has("description")) {
            endpoint.put("description", form.text("description").orElse(null));
        }
        if (!form.items("enabled_events").isEmpty()) {
            ArrayNode events = endpoint.putArray("enabled_events");
            form.texts("enabled_events").forEach(events::add);
        }
        Metadata.update(endpoint, form, metadata);
    }

    private static ObjectNode require(Turn turn, String id) {
        return turn.require(Kind.WEBHOOK_ENDPOINT, id, "webhook_endpoint");
    }

    private static Operation.Work delete(ApiRequest request) {
        return turn -> {
            require(turn, request.id());
            Webhooks.stop(turn, request.id());
            turn.drop(Kind.WEBHOOK_ENDPOINT, request.id());
            ObjectNode gone = Json.object();
            gone.put("id", request.id());
            gone.put("object", "webhook_endpoint");
            gone.put("deleted", true);
            return gone;
        };
    }
}
