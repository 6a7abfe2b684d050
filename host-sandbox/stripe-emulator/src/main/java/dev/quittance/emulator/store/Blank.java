package dev.quittance.emulator.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.wire.Json;

/** New objects with every field that Stripe always sends, from the templates in {@code objects/}. */
public final class Blank {
    private Blank() {}

    public static ObjectNode of(Turn turn, Kind kind) {
        ObjectNode node = of(kind.objectName());
        node.put("id", turn.newId(kind));
        if (node.has("created")) {
            node.put("created", turn.nowSeconds());
        }
        if (node.has("livemode")) {
            node.put("livemode", turn.livemode());
        }
        return node;
    }

    public static ObjectNode of(String objectName) {
        return Json.resource(Blank.class, "objects/" + objectName + ".json");
    }
}
