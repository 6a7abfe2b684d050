package dev.quittance.emulator.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.wire.Json;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** New objects with every field that Stripe always sends, from the templates in {@code objects/}. */
public final class Blank {
    /** Each template as it was read, never handed out itself. */
    private static final Map<String, ObjectNode> READ = new ConcurrentHashMap<>();

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
        return READ.computeIfAbsent(objectName, name -> Json.resource(Blank.class, "objects/" + name + ".json"))
                .deepCopy();
    }
}
