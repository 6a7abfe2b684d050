package dev.quittance.emulator.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.wire.Json;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;

/** What an object's changed fields were before: nested objects by their changed fields only, new fields as null. */
final class Previous {
    /** A number that was just put equals the same number read from JSON, whatever its width. */
    private static final Comparator<JsonNode> SAME = (one, other) -> one.equals(other)
                    || (one.isIntegralNumber() && other.isIntegralNumber() && one.longValue() == other.longValue())
            ? 0
            : 1;

    private Previous() {}

    static ObjectNode attributes(ObjectNode before, ObjectNode after) {
        ObjectNode changed = Json.object();
        for (Iterator<Map.Entry<String, JsonNode>> it = before.fields(); it.hasNext(); ) {
            Map.Entry<String, JsonNode> field = it.next();
            JsonNode now = after.path(field.getKey());
            if (isNote(field.getKey()) || now.equals(SAME, field.getValue())) {
                continue;
            }
            boolean nested = field.getValue() instanceof ObjectNode && now instanceof ObjectNode;
            changed.set(
                    field.getKey(),
                    nested
                            ? attributes((ObjectNode) field.getValue(), (ObjectNode) now)
                            : field.getValue().deepCopy());
        }
        after.fieldNames().forEachRemaining(name -> {
            if (!isNote(name) && !before.has(name)) {
                changed.putNull(name);
            }
        });
        return changed;
    }

    private static boolean isNote(String name) {
        return name.startsWith("_");
    }
}
