package dev.quittance.emulator.payment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.api.Expansions;
import dev.quittance.emulator.api.Feature;
import dev.quittance.emulator.api.Route;
import dev.quittance.emulator.event.Events;
import dev.quittance.emulator.store.Blank;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.Form;
import dev.quittance.emulator.wire.Json;
import dev.quittance.emulator.wire.ParamRules;
import java.util.List;
import java.util.Optional;

/** That a payer allowed debits of their bank account. */
public final class Mandates {
    /** The parameters that say how the payer agreed. */
    public static final String PARAMS = """
            mandate_data.customer_acceptance.type mandate_data.customer_acceptance.accepted_at
            mandate_data.customer_acceptance.online.ip_address mandate_data.customer_acceptance.online.user_agent
            mandate_data.customer_acceptance.offline
            """;

    private Mandates() {}

    /** What this brings along. */
    public static Feature feature() {
        return Feature.of(List.of(Route.get(
                "mandates/{id}",
                ParamRules.none(),
                Expansions.Shape.one(Kind.MANDATE),
                request -> turn -> turn.require(Kind.MANDATE, request.id(), "mandate"))));
    }

    /**
     * How the payer agreed, if {@code mandate_data} says it.
     *
     * @throws dev.quittance.emulator.wire.ApiError 400
     */
    public static Optional<ObjectNode> acceptance(Form form) {
        if (!form.has("mandate_data")) {
            return Optional.empty();
        }
        Form given = form.at("mandate_data").at("customer_acceptance");
        given.requireText("type");
        String type = given.oneOf("type", List.of("online", "offline")).orElseThrow();
        ObjectNode acceptance = Json.object();
        acceptance.put("accepted_at", given.integer("accepted_at").orElse(null));
        acceptance.put("type", type);
        if (type.equals("online")) {
            Form online = given.at("online");
            acceptance
                    .putObject("online")
                    .put("ip_address", online.requireText("ip_address"))
                    .put("user_agent", online.requireText("user_agent"));
        } else {
            acceptance.putObject("offline");
        }
        return Optional.of(acceptance);
    }

    /** Agreed on a hosted page. */
    public static ObjectNode online(Turn turn) {
        ObjectNode acceptance = Json.object();
        acceptance.put("accepted_at", turn.nowSeconds());
        acceptance.put("type", "online");
        acceptance.putObject("online").putNull("ip_address").putNull("user_agent");
        return acceptance;
    }

    /** A mandate for every further debit. Put and told; its id is returned. */
    public static String multiUse(Turn turn, ObjectNode method, ObjectNode acceptance) {
        ObjectNode mandate = begin(turn, method, acceptance);
        mandate.put("type", "multi_use");
        mandate.putObject("multi_use");
        return keep(turn, mandate);
    }

    /** A mandate for one debit of an amount in minor units. Put and told; its id is returned. */
    static String singleUse(Turn turn, ObjectNode method, ObjectNode acceptance, ObjectNode intent) {
        ObjectNode mandate = begin(turn, method, acceptance);
        mandate.put("type", "single_use");
        ObjectNode once = mandate.putObject("single_use");
        once.set("amount", intent.path("amount"));
        once.set("currency", intent.path("currency"));
        return keep(turn, mandate);
    }

    private static ObjectNode begin(Turn turn, ObjectNode method, ObjectNode acceptance) {
        ObjectNode mandate = Blank.of(turn, Kind.MANDATE);
        mandate.set("customer_acceptance", acceptance);
        mandate.set("payment_method", method.path("id"));
        ObjectNode details = (ObjectNode) mandate.path("payment_method_details");
        String type = method.path("type").asText();
        details.put("type", type);
        details.putObject(type);
        return mandate;
    }

    private static String keep(Turn turn, ObjectNode mandate) {
        turn.put(Kind.MANDATE, mandate);
        return mandate.path("id").asText();
    }

    /** The mandate under which a payment method may be debited again. */
    public static Optional<String> reusable(Turn turn, ObjectNode method) {
        return Json.text(method, "_mandate")
                .filter(id -> turn.get(Kind.MANDATE, id).path("status").asText().equals("active"));
    }

    /** No further debit under it: the payer's bank, or the payer, took it back. */
    public static void end(Turn turn, String id) {
        ObjectNode mandate = turn.get(Kind.MANDATE, id);
        ObjectNode before = Json.object();
        before.set("status", mandate.path("status"));
        mandate.put("status", "inactive");
        turn.put(Kind.MANDATE, mandate);
        Events.emit(turn, "mandate.updated", mandate, before);
    }
}
