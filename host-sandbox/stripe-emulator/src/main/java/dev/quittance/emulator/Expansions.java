package dev.quittance.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.wire.ApiError;
import dev.quittance.emulator.wire.Form;
import dev.quittance.emulator.wire.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts whole objects in the place of ids, where {@code expand} asks for it. */
final class Expansions {
    private static final int MAX_LEVELS = 4;

    /** Fields that may hold an id, by object, with what the id is of. */
    private static final Map<Kind, Map<String, Kind>> LINKS = Map.of(
            Kind.SESSION, Map.of("payment_intent", Kind.PAYMENT_INTENT, "customer", Kind.CUSTOMER),
            Kind.PAYMENT_INTENT,
                    Map.of(
                            "latest_charge", Kind.CHARGE,
                            "customer", Kind.CUSTOMER,
                            "payment_method", Kind.PAYMENT_METHOD),
            Kind.CHARGE,
                    Map.of(
                            "balance_transaction", Kind.BALANCE_TRANSACTION,
                            "customer", Kind.CUSTOMER,
                            "payment_intent", Kind.PAYMENT_INTENT),
            Kind.BALANCE_TRANSACTION, Map.of("source", Kind.CHARGE),
            Kind.PAYMENT_METHOD, Map.of("customer", Kind.CUSTOMER));

    /** Expandable at Stripe too, but always null here, as nothing that the local Stripe does fills them. */
    private static final Map<Kind, List<String>> ALWAYS_NULL = Map.of(
            Kind.SESSION, List.of("invoice", "setup_intent", "subscription", "payment_link"),
            Kind.PAYMENT_INTENT, List.of("application", "on_behalf_of", "review", "source"),
            Kind.CHARGE,
                    List.of("application", "application_fee", "on_behalf_of", "review", "failure_balance_transaction"),
            Kind.CUSTOMER, List.of("default_source", "test_clock"));

    /** Lists that are part of an object only when asked for. */
    private static final Map<Kind, List<String>> INCLUDABLE =
            Map.of(Kind.SESSION, List.of("line_items"), Kind.CHARGE, List.of("refunds"));

    /**
     * What an operation answers with.
     *
     * @param kind the object, or the objects of the list; nothing where there is nothing to expand
     */
    record Shape(Optional<Kind> kind, boolean list) {
        static Shape one(Kind kind) {
            return new Shape(Optional.of(kind), false);
        }

        static Shape listOf(Kind kind) {
            return new Shape(Optional.of(kind), true);
        }

        static Shape plain() {
            return new Shape(Optional.empty(), false);
        }
    }

    private final List<List<String>> paths;
    private final Shape shape;

    private Expansions(List<List<String>> paths, Shape shape) {
        this.paths = paths;
        this.shape = shape;
    }

    /**
     * Reads what is asked for.
     *
     * @throws ApiError 400 for a path that cannot be expanded, or is too deep
     */
    static Expansions plan(Form form, Shape shape) {
        List<List<String>> paths = form.texts("expand").stream()
                .map(path -> List.of(path.split("\\.", -1)))
                .toList();
        paths.forEach(path -> check(path, shape));
        return new Expansions(paths, shape);
    }

    private static void check(List<String> path, Shape shape) {
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
            if (ALWAYS_NULL.getOrDefault(here, List.of()).contains(field)) {
                return;
            }
            kind = Optional.ofNullable(LINKS.getOrDefault(here, Map.of()).get(field));
            if (kind.isEmpty() && !INCLUDABLE.getOrDefault(here, List.of()).contains(field)) {
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

    private static void expand(Turn turn, ObjectNode node, Kind kind, List<String> path) {
        if (path.isEmpty() || node.path("deleted").asBoolean()) {
            return;
        }
        String field = path.get(0);
        if (INCLUDABLE.getOrDefault(kind, List.of()).contains(field)) {
            include(turn, node, kind);
            return;
        }
        Kind target = LINKS.getOrDefault(kind, Map.of()).get(field);
        if (target == null) {
            return;
        }
        JsonNode value = node.path(field);
        if (value.isTextual()) {
            node.set(field, Renderer.render(turn.get(target, value.asText()), turn.nowSeconds()));
        }
        if (node.path(field) instanceof ObjectNode object) {
            expand(turn, object, target, path.subList(1, path.size()));
        }
    }

    private static void include(Turn turn, ObjectNode node, Kind kind) {
        String id = node.path("id").asText();
        if (kind == Kind.SESSION) {
            node.set("line_items", LineItems.list(turn.get(Kind.SESSION, id)));
        } else {
            ObjectNode refunds = node.putObject("refunds");
            refunds.put("object", "list");
            refunds.set("data", Json.array());
            refunds.put("has_more", false);
            refunds.put("url", "/v1/charges/" + id + "/refunds");
        }
    }
}
