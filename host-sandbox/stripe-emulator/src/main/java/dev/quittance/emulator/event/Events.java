package dev.quittance.emulator.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.store.Blank;
import dev.quittance.emulator.store.Doc;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Renderer;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.Json;

/** Writes down what happened, and puts it on its way to each endpoint that listens. */
public final class Events {
    /** The state of a delivery that is still to be made. */
    public static final String WAITING = "waiting";

    private Events() {}

    /** Returns the event's id. */
    public static String emit(Turn turn, String type, ObjectNode object) {
        return emit(turn, type, object, Json.object());
    }

    /** With what the changed fields were before; the event's id is returned. */
    public static String emit(Turn turn, String type, ObjectNode object, ObjectNode previousAttributes) {
        ObjectNode event = Blank.of(turn, Kind.EVENT);
        event.put("type", type);
        ObjectNode data = event.putObject("data");
        data.set("object", Renderer.render(object.deepCopy(), turn.nowSeconds()));
        if (!previousAttributes.isEmpty()) {
            data.set("previous_attributes", previousAttributes);
        }
        ObjectNode request = event.putObject("request");
        request.put("id", turn.cause().requestId().orElse(null));
        request.put("idempotency_key", turn.cause().idempotencyKey().orElse(null));

        int listeners = 0;
        for (Doc endpoint : Listeners.of(turn)) {
            if (Listeners.hears(endpoint, type)) {
                turn.put(Kind.DELIVERY, delivery(turn, event.path("id").asText(), endpoint.id()));
                listeners++;
            }
        }
        event.put("pending_webhooks", listeners);
        turn.put(Kind.EVENT, event);
        EventLog.forgetOld(turn);
        return event.path("id").asText();
    }

    /** Of an object that changed: {@code previous_attributes} is what differs between before and after. */
    public static String updated(Turn turn, String type, ObjectNode before, ObjectNode after) {
        return emit(turn, type, after, Previous.attributes(before, after));
    }

    /** A new delivery that is due at once. */
    public static ObjectNode delivery(Turn turn, String event, String endpoint) {
        ObjectNode delivery = Json.object();
        delivery.put("id", turn.newId(Kind.DELIVERY));
        delivery.put("created", turn.nowSeconds());
        delivery.put("event", event);
        delivery.put("endpoint", endpoint);
        delivery.put("state", WAITING);
        delivery.put("tries", 0);
        delivery.put(Doc.DUE_MILLIS, turn.now().toEpochMilli());
        return delivery;
    }
}
