package dev.quittance.emulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes {@code stripe-api.txt} from Stripe's API data: each operation, each parameter with its kind, and no more. */
final class ApiDigest {
    private static final String REF_PREFIX = "#/components/schemas/";

    private final JsonNode api;
    private final Map<String, Integer> objects = new LinkedHashMap<>();

    private ApiDigest(JsonNode api) {
        this.api = api;
    }

    /** The lines of objects and operations, without remarks. */
    static List<String> lines(JsonNode api) {
        ApiDigest digest = new ApiDigest(api);
        List<String> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : fields(api.path("paths"))) {
            for (Map.Entry<String, JsonNode> method : fields(path.getValue())) {
                operations.add(method.getKey().toUpperCase(java.util.Locale.ROOT) + " "
                        + path.getKey().replaceFirst("^/v1/", "").replaceAll("\\{[^}]*}", "{id}") + " "
                        + digest.parameters(method.getValue()));
            }
        }
        List<String> lines = new ArrayList<>();
        digest.objects.forEach((fields, number) -> lines.add("@" + number + " " + fields));
        lines.addAll(operations);
        return lines;
    }

    private String parameters(JsonNode operation) {
        if (operation.has("x-query")) {
            return shape(operation.path("x-query"), Set.of());
        }
        JsonNode content = operation.at("/requestBody/content");
        return content.isObject()
                ? shape(content.elements().next().path("schema"), Set.of())
                : object(Json.object(), Set.of());
    }

    private String shape(JsonNode schema, Set<String> within) {
        if (schema.has("$ref")) {
            String name = schema.path("$ref").asText().substring(REF_PREFIX.length());
            Set<String> deeper = new LinkedHashSet<>(within);
            // What contains itself may be anything further down.
            return deeper.add(name) ? shape(api.at("/components/schemas").path(name), deeper) : "x";
        }
        if (schema.has("allOf")) {
            return shape(schema.path("allOf").get(0), within);
        }
        if (schema.has("anyOf")) {
            return alternatives(schema.path("anyOf"), within);
        }
        return switch (schema.path("type").asText()) {
            case "object" -> schema.has("additionalProperties") ? "m" : object(schema.path("properties"), within);
            case "array" -> "[" + shape(schema.path("items"), within) + "]";
            case "string" -> "s";
            case "integer" -> "i";
            case "boolean" -> "b";
            case "number" -> "n";
            default -> "x";
        };
    }

    private String alternatives(JsonNode choices, Set<String> within) {
        Set<String> shapes = new LinkedHashSet<>();
        boolean canBeUnset = false;
        for (JsonNode choice : choices) {
            boolean empty = choice.path("enum").size() == 1
                    && choice.path("enum").get(0).asText("?").isEmpty();
            canBeUnset |= empty;
            if (!empty) {
                shapes.add(shape(choice, within));
            }
        }
        return String.join("|", shapes) + (canBeUnset ? "?" : "");
    }

    private String object(JsonNode properties, Set<String> within) {
        List<String> written = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : fields(properties)) {
            written.add(field.getKey() + ":" + shape(field.getValue(), within));
        }
        Integer next = objects.size();
        Integer number = objects.putIfAbsent(String.join(",", written), next);
        return "@" + (number == null ? next : number);
    }

    private static List<Map.Entry<String, JsonNode>> fields(JsonNode node) {
        List<Map.Entry<String, JsonNode>> fields = new ArrayList<>();
        for (Iterator<Map.Entry<String, JsonNode>> it = node.fields(); it.hasNext(); ) {
            fields.add(it.next());
        }
        return fields;
    }
}
