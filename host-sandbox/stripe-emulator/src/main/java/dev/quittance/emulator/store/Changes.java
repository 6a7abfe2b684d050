package dev.quittance.emulator.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.journal.Journal;
import dev.quittance.emulator.wire.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one call wants to change: seen at once by the call itself, by everybody else when it is committed, and then all of
 * it. A call that fails leaves nothing.
 */
public final class Changes {
    private record Key(Kind kind, String id) {}

    private record Put(String partition, ObjectNode node) {}

    private final Store store;
    private final Map<Key, Put> puts = new LinkedHashMap<>();
    private final List<Key> drops = new ArrayList<>();

    public Changes(Store store) {
        this.store = store;
    }

    /** A tree of the caller's own; putting it back changes it. */
    Optional<ObjectNode> find(Kind kind, String partition, String id) {
        Put put = puts.get(new Key(kind, id));
        if (put != null) {
            return put.partition().equals(partition) ? Optional.of(put.node().deepCopy()) : Optional.empty();
        }
        return store.find(kind, id)
                .filter(doc -> doc.partition().equals(partition))
                .map(Doc::read);
    }

    /** What was put there, in its order; trees of the caller's own. */
    Stream<ObjectNode> puts(Kind kind, String partition) {
        return puts.entrySet().stream()
                .filter(entry -> entry.getKey().kind() == kind
                        && entry.getValue().partition().equals(partition))
                .map(entry -> entry.getValue().node().deepCopy());
    }

    void put(Kind kind, String partition, ObjectNode node) {
        Key key = new Key(kind, node.path("id").asText());
        drops.remove(key);
        puts.put(key, new Put(partition, node.deepCopy()));
    }

    void drop(Kind kind, String id) {
        Key key = new Key(kind, id);
        puts.remove(key);
        drops.add(key);
    }

    boolean isEmpty() {
        return puts.isEmpty() && drops.isEmpty();
    }

    /** Durable first, visible then. */
    public void commit(Journal journal) {
        if (isEmpty()) {
            return;
        }
        ObjectNode line = Store.line();
        ArrayNode putLines = line.withArray("puts");
        puts.forEach((key, put) ->
                putLines.addArray().add(key.kind().name()).add(put.partition()).add(put.node()));
        ArrayNode dropLines = line.withArray("drops");
        drops.forEach(key -> dropLines.addArray().add(key.kind().name()).add(key.id()));
        journal.append(Json.write(line));
        store.apply(line);
    }
}
