package dev.quittance.emulator.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * One stored object. The JSON is kept as bytes: small, and nobody can change it by accident, as each reader parses a tree
 * of their own.
 *
 * @param partition whose it is, and of which mode: see {@link Partition}
 * @param number rises with each object made; lists run from the highest down
 * @param dueMillis when it wants to be looked at again, in milliseconds since 1970
 */
public record Doc(
        Kind kind,
        String partition,
        String id,
        long number,
        long createdSeconds,
        Map<String, String> facets,
        OptionalLong dueMillis,
        byte[] json) {

    /** Where a document says when it is due; sessions say it by {@code expires_at} while they are open. */
    public static final String DUE_MILLIS = "_due_millis";

    static Doc of(Kind kind, String partition, long number, ObjectNode node) {
        Map<String, String> facets = new HashMap<>();
        for (String name : kind.facets()) {
            Json.text(node, name).ifPresent(text -> facets.put(name, text));
        }
        JsonNode due = node.path(DUE_MILLIS);
        return new Doc(
                kind,
                partition,
                node.path("id").asText(),
                number,
                node.path("created").asLong(),
                Map.copyOf(facets),
                due.isNumber() ? OptionalLong.of(due.asLong()) : OptionalLong.empty(),
                Json.write(node).getBytes(StandardCharsets.UTF_8));
    }

    public String account() {
        return Partition.account(partition);
    }

    public boolean livemode() {
        return Partition.isLive(partition);
    }

    /** A tree of one's own. */
    public ObjectNode read() {
        return Json.read(json);
    }

    public boolean hasFacet(String name, String value) {
        return value.equals(facets.get(name));
    }
}
