package dev.quittance.emulator.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.wire.Json;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is remembered, rebuilt from the journal. It changes only by whole journal lines, so memory and journal
 * cannot differ. Not thread-safe: the local Stripe's lock guards it.
 */
public final class Store {
    private final Map<Kind, Map<String, Doc>> byId = new EnumMap<>(Kind.class);
    private final Map<Kind, Map<String, NavigableMap<Long, Doc>>> byPartition = new EnumMap<>(Kind.class);
    private final NavigableSet<Doc> timers = new TreeSet<>(Agenda.ORDER);
    private final NavigableSet<Doc> deliveries = new TreeSet<>(Agenda.ORDER);
    private long lastNumber;

    /** The order of what is due: by time, then by age. */
    private static final class Agenda {
        static final Comparator<Doc> ORDER = Comparator.<Doc>comparingLong(
                        d -> d.dueMillis().orElse(Long.MAX_VALUE))
                .thenComparingLong(Doc::number);
    }

    /** Applies one line of the journal. */
    public void apply(ObjectNode line) {
        for (JsonNode put : line.path("puts")) {
            put(Kind.valueOf(put.get(0).asText()), put.get(1).asText(), (ObjectNode) put.get(2));
        }
        for (JsonNode drop : line.path("drops")) {
            remove(Kind.valueOf(drop.get(0).asText()), drop.get(1).asText());
        }
    }

    private void put(Kind kind, String partition, ObjectNode node) {
        Doc before = ids(kind).get(node.path("id").asText());
        long number = before == null ? ++lastNumber : before.number();
        Doc doc = Doc.of(kind, partition, number, node);
        if (before != null) {
            agenda(kind).remove(before);
        }
        keep(doc);
    }

    private void keep(Doc doc) {
        ids(doc.kind()).put(doc.id(), doc);
        numbers(doc.kind(), doc.partition()).put(doc.number(), doc);
        if (doc.dueMillis().isPresent()) {
            agenda(doc.kind()).add(doc);
        }
    }

    private void remove(Kind kind, String id) {
        Doc gone = ids(kind).remove(id);
        if (gone != null) {
            numbers(kind, gone.partition()).remove(gone.number());
            agenda(kind).remove(gone);
        }
    }

    public Optional<Doc> find(Kind kind, String id) {
        return Optional.ofNullable(ids(kind).get(id));
    }

    /** The documents of one partition, newest first. */
    Stream<Doc> listNewestFirst(Kind kind, String partition) {
        return numbers(kind, partition).descendingMap().values().stream();
    }

    /** The documents of one partition, oldest first: see {@link Partition}. */
    public Collection<Doc> listOldestFirst(Kind kind, String partition) {
        return numbers(kind, partition).values();
    }

    /** Whether an object of this id, of whatever kind, is in a partition. */
    boolean isIn(String partition, String id) {
        return byId.values().stream()
                .map(docs -> docs.get(id))
                .anyMatch(doc -> doc != null && doc.partition().equals(partition));
    }

    /** The documents of every account, oldest first. */
    public Stream<Doc> listAll(Kind kind) {
        return ids(kind).values().stream().sorted(Comparator.comparingLong(Doc::number));
    }

    /** Everything, oldest first. */
    Stream<Doc> all() {
        return byId.values().stream()
                .flatMap(docs -> docs.values().stream())
                .sorted(Comparator.comparingLong(Doc::number));
    }

    /** How many there are of a kind, in all accounts. */
    public int count(Kind kind) {
        return ids(kind).size();
    }

    /** What the documents take as JSON, in bytes. */
    public long bytes() {
        return byId.values().stream()
                .flatMap(docs -> docs.values().stream())
                .mapToLong(doc -> doc.json().length)
                .sum();
    }

    /** Forgets everything and holds what another store holds. Documents never change, so both may have the same. */
    public void become(Store other) {
        List.of(byId, byPartition).forEach(Map::clear);
        timers.clear();
        deliveries.clear();
        other.all().forEach(this::keep);
        lastNumber = other.lastNumber;
    }

    /** The timer that is due first. */
    @Nullable
    public Doc firstTimer() {
        return timers.isEmpty() ? null : timers.first();
    }

    /** The deliveries that wait, the one due first in front. */
    public NavigableSet<Doc> waitingDeliveries() {
        return deliveries;
    }

    private NavigableSet<Doc> agenda(Kind kind) {
        return kind == Kind.DELIVERY ? deliveries : timers;
    }

    private Map<String, Doc> ids(Kind kind) {
        return byId.computeIfAbsent(kind, k -> new HashMap<>());
    }

    private NavigableMap<Long, Doc> numbers(Kind kind, String partition) {
        return byPartition.computeIfAbsent(kind, k -> new HashMap<>()).computeIfAbsent(partition, p -> new TreeMap<>());
    }

    /** One journal line from what a change wants to put and drop. */
    static ObjectNode line() {
        ObjectNode line = Json.object();
        line.putArray("puts");
        line.putArray("drops");
        return line;
    }
}
