package dev.quittance.emulator.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.wire.Form;
import java.util.Map;

/** Keys and texts that callers hang on objects. */
public final class Metadata {
    private Metadata() {}

    /** Adds and replaces; an empty text takes the key away. Changes and returns the first argument. */
    public static ObjectNode merged(ObjectNode present, Map<String, String> sent) {
        sent.forEach((key, value) -> {
            if (value.isEmpty()) {
                present.remove(key);
            } else {
                present.put(key, value);
            }
        });
        return present;
    }

    /** Does to an object what a call's {@code metadata} asks for; {@code metadata=} takes every key away. */
    public static void update(ObjectNode object, Form form, Map<String, String> sent) {
        ObjectNode metadata = (ObjectNode) object.path("metadata");
        if (form.has("metadata") && form.at("metadata").isLeaf()) {
            metadata.removeAll();
        }
        merged(metadata, sent);
    }
}
