package dev.quittance.emulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Timer;
import dev.quittance.emulator.store.Turn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one part of Stripe brings along.
 *
 * @param routes its operations
 * @param timers what falls due by itself, by the kind of object that is due
 * @param includables lists that are part of an object only when {@code expand} asks for them, by object and field
 */
public record Feature(List<Route> routes, Map<Kind, Timer> timers, Map<Kind, Map<String, Includable>> includables) {
    /** A list that is worked out when it is asked for. */
    @FunctionalInterface
    public interface Includable {
        /** The list, as it stands in the object. */
        JsonNode of(Turn turn, ObjectNode object);
    }

    /** Copies. */
    public Feature {
        routes = List.copyOf(routes);
        timers = Map.copyOf(timers);
        includables = Map.copyOf(includables);
    }

    /** Operations only. */
    public static Feature of(List<Route> routes) {
        return new Feature(routes, Map.of(), Map.of());
    }

    /** The same, with something that falls due. */
    public Feature withTimer(Kind kind, Timer timer) {
        Map<Kind, Timer> more = new HashMap<>(timers);
        more.put(kind, timer);
        return new Feature(routes, more, includables);
    }

    /** The same, with a list that can be asked for. */
    public Feature withIncludable(Kind kind, String field, Includable list) {
        Map<Kind, Map<String, Includable>> more = new HashMap<>(includables);
        Map<String, Includable> fields = new HashMap<>(more.getOrDefault(kind, Map.of()));
        fields.put(field, list);
        more.put(kind, Map.copyOf(fields));
        return new Feature(routes, timers, more);
    }

    /**
     * All of them as one.
     *
     * @throws IllegalStateException if two want the same timer or the same list
     */
    static Feature all(List<Feature> features) {
        List<Route> routes = new ArrayList<>();
        Map<Kind, Timer> timers = new HashMap<>();
        Map<Kind, Map<String, Includable>> includables = new HashMap<>();
        for (Feature feature : features) {
            routes.addAll(feature.routes());
            feature.timers().forEach((kind, timer) -> {
                if (timers.put(kind, timer) != null) {
                    throw new IllegalStateException("two timers for " + kind);
                }
            });
            feature.includables().forEach((kind, fields) -> {
                Map<String, Includable> merged = new HashMap<>(includables.getOrDefault(kind, Map.of()));
                merged.putAll(fields);
                includables.put(kind, merged);
            });
        }
        return new Feature(routes, timers, includables);
    }
}
