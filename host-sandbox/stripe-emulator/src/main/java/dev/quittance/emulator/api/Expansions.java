package dev.quittance.emulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Renderer;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.ApiError;
import dev.quittance.emulator.wire.Form;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts whole objects in the place of ids, where {@code expand} asks for it. */
public final class Expansions {
    private static final int MAX_LEVELS = 4;

    /**
     * What an operation answers with.
     *
     * @param kind the object, or the objects of the list; nothing where there is nothing to expand
     */
    public record Shape(Optional<Kind> kind, boolean list) {
        public static Shape one(Kind kind) {
            return new Shape(Optional.of(kind), false);
        }

        public static Shape listOf(Kind kind) {
            return new Shape(Optional.of(kind), true);
        }

        public static Shape plain() {
            return new Shape(Optional.empty(), false);
        }
    }

    private final List<List<String>> paths;
    private final Shape shape;
    private final Map<Kind, Map<String, Feature.Includable>> includables;

    private Expansions(List<List<String>> paths, Shape shape, Map<Kind, Map<String, Feature.Includable>> includables) {
        this.paths = paths;
        this.shape = shape;
        this.includables = includables;
    }

    /**
     * Reads what is asked for.
     *
     * @throws ApiError 400 for a path that cannot be expanded, or is too deep
     */
    static Expansions plan(Form form, Shape shape, Map<Kind, Map<String, Feature.Includable>> includables) {
        List<List<String>> paths = form.texts("expand").stream()
                .map(path -> List.of(path.split("\\.", -1)))
                .toList();
        Expansions expansions = new Expansions(paths, shape, includables);
        paths.forEach(expansions::check);
        return expansions;
    }

    private void check(List<String> path) {
        String whole = String.join(".", path);
        if (path.size() > MAX_LEVELS) {
            throw ApiError.invalid(
                    "expand",
                    "You cannot expand more than " + MAX_LEVELS + " levels of a property. Property: " + whole);
        }
        int start = 0;
        if (shape.list()) {
            if (!path.get(0).equals("data") || path.size() == 1) {
                throw cannot(whole, path.get(0));
            }
            start = 1;
        }
        Optional<Kind> kind = shape.kind();
        for (int i = start; i < path.size(); i++) {
            String field = path.get(i);
            Kind here = kind.orElseThrow(() -> cannot(whole, field));
            if (Links.isAlwaysNull(here, field)) {
                return;
            }
            kind = Links.target(here, field);
            if (kind.isEmpty() && !includables.getOrDefault(here, Map.of()).containsKey(field)) {
                throw cannot(whole, field);
            }
        }
    }

    private static ApiError cannot(String path, String field) {
        return ApiError.invalid("expand", "This property cannot be expanded (" + field + "). Property: " + path);
    }

    /** Changes the given answer. */
    void apply(Turn turn, ObjectNode answer) {
        shape.kind()
                .ifPresent(kind -> paths.forEach(path -> {
                    if (shape.list()) {
                        for (JsonNode item : answer.path("data")) {
                            expand(turn, (ObjectNode) item, kind, path.subList(1, path.size()));
                        }
                    } else {
                        expand(turn, answer, kind, path);
                    }
                }));
    }

    private void expand(Turn turn, ObjectNode node, Kind kind, List<String> path) {
        if (path.isEmpty() || node.path("deleted").asBoolean()) {
            return;
        }
        String field = path.get(0);
        Feature.Includable list = includables.getOrDefault(kind, Map.of()).get(field);
        if (list != null) {
            node.set(field, list.of(turn, turn.get(kind, node.path("id").asText())));
            return;
        }
        JsonNode value = node.path(field);
        Kind target = Links.target(kind, field)
                .map(usual -> Kind.ofId(
                        value.isTextual() ? value.asText() : value.path("id").asText(), usual))
                .orElse(null);
        if (target == null) {
            return;
        }
        if (value.isTextual()) {
            node.set(field, Renderer.render(turn.get(target, value.asText()), turn.nowSeconds()));
        }
        if (node.path(field) instanceof ObjectNode object) {
            expand(turn, object, target, path.subList(1, path.size()));
        }
    }
}
