package dev.quittance.emulator.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** How a stored object looks to a caller at a moment: without our private notes, and as old as it is now. */
public final class Renderer {
    private Renderer() {}

    /** Changes the given tree and returns it. */
    public static ObjectNode render(ObjectNode node, long nowSeconds) {
        List<String> notes = new ArrayList<>();
        node.fieldNames().forEachRemaining(name -> {
            if (name.startsWith(Kind.PRIVATE_MARK)) {
                notes.add(name);
            }
        });
        node.remove(notes);
        if (node.path("object").asText().equals(Kind.BALANCE_TRANSACTION.objectName())) {
            boolean available = node.path("available_on").asLong() <= nowSeconds;
            node.put("status", available ? "available" : "pending");
        }
        return node;
    }
}
