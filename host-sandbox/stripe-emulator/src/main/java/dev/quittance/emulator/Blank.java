package dev.quittance.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.wire.Json;

/** New objects with every field that Stripe always sends, from the templates in {@code objects/}. */
final class Blank {
    private Blank() {}

    static ObjectNode of(Turn turn, Kind kind) {
        ObjectNode node = of(kind.objectName());
        node.put("id", turn.newId(kind));
        if (node.has("created")) {
            node.put("created", turn.nowSeconds());
        }
        return node;
    }

    static ObjectNode of(String objectName) {
        return Json.resource(Blank.class, "objects/" + objectName + ".json");
    }
}
