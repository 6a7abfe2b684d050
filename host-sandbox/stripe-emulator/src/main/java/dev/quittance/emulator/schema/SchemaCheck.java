package dev.quittance.emulator.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quittance.emulator.wire.Json;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Compares JSON with the schemas of Stripe's API: names, required-ness, types, null and closed lists of words. The schemas
 * come from {@code schemas.json}, which says where it was taken from. Immutable, thread-safe.
 */
public final class SchemaCheck {
    private final JsonNode schemas;

    private SchemaCheck(JsonNode schemas) {
        this.schemas = schemas;
    }

    /** The schemas of the API version that is emulated. */
    public static SchemaCheck load() {
        return new SchemaCheck(Json.resource(SchemaCheck.class, "schemas.json").path("schemas"));
    }

    /**
     * What is wrong; empty if nothing is.
     *
     * @throws IllegalArgumentException if there is no schema of that name
     */
    public List<String> violations(JsonNode value, String schemaName) {
        if (!schemas.has(schemaName)) {
            throw new IllegalArgumentException("no schema " + schemaName);
        }
        List<String> violations = new ArrayList<>();
        check(value, schemas.path(schemaName), schemaName, violations);
        return violations;
    }

    /** The names of the fields that must be there, even if they are null. */
    public List<String> required(String schemaName) {
        List<String> names = new ArrayList<>();
        schemas.path(schemaName).path("required").forEach(name -> names.add(name.asText()));
        return names;
    }

    private void check(JsonNode value, JsonNode schema, String at, List<String> violations) {
        if (value.isNull()) {
            if (!schema.path("nullable").asBoolean()) {
                violations.add(at + " is null");
            }
        } else if (schema.has("ref")) {
            check(value, resolve(schema), at, violations);
        } else if (schema.has("any")) {
            checkAny(value, schema.path("any"), at, violations);
        } else {
            checkTyped(value, schema, at, violations);
        }
    }

    private JsonNode resolve(JsonNode schema) {
        String name = schema.path("ref").asText();
        if (!schemas.has(name)) {
            throw new IllegalStateException("no schema " + name);
        }
        return schemas.path(name);
    }

    private void checkAny(JsonNode value, JsonNode choices, String at, List<String> violations) {
        List<String> best = new ArrayList<>(List.of(at + " fits no choice"));
        for (JsonNode choice : choices) {
            List<String> found = new ArrayList<>();
            check(value, choice, at, found);
            if (found.isEmpty()) {
                return;
            }
            boolean sameKind = value.isObject() == (choice.has("ref"));
            if (sameKind && sameObject(value, choice)) {
                best = found;
            }
        }
        violations.addAll(best);
    }

    private boolean sameObject(JsonNode value, JsonNode choice) {
        return choice.has("ref")
                && resolve(choice)
                        .path("object")
                        .asText()
                        .equals(value.path("object").asText());
    }

    private void checkTyped(JsonNode value, JsonNode schema, String at, List<String> violations) {
        switch (schema.path("type").asText()) {
            case "object" -> checkObject(value, schema, at, violations);
            case "array" -> {
                if (!value.isArray()) {
                    violations.add(at + " is no array");
                }
                for (JsonNode item : value) {
                    check(item, schema.path("items"), at + "[]", violations);
                }
            }
            case "string" -> checkScalar(value.isTextual(), value, schema, at, violations);
            case "integer" -> checkScalar(value.isIntegralNumber(), value, schema, at, violations);
            case "boolean" -> checkScalar(value.isBoolean(), value, schema, at, violations);
            default -> {
                // A schema without a type allows anything.
            }
        }
    }

    private static void checkScalar(boolean fits, JsonNode value, JsonNode schema, String at, List<String> violations) {
        if (!fits) {
            violations.add(at + " is " + value.getNodeType() + ", not "
                    + schema.path("type").asText());
            return;
        }
        JsonNode allowed = schema.path("enum");
        boolean found = !allowed.isArray();
        for (JsonNode word : allowed) {
            found |= word.asText().equals(value.asText());
        }
        if (!found) {
            violations.add(at + " is " + value.asText() + ", not one of " + allowed);
        }
    }

    private void checkObject(JsonNode value, JsonNode schema, String at, List<String> violations) {
        if (!value.isObject()) {
            violations.add(at + " is no object");
            return;
        }
        for (JsonNode required : schema.path("required")) {
            if (!value.has(required.asText())) {
                violations.add(at + " lacks " + required.asText());
            }
        }
        JsonNode properties = schema.path("fields");
        for (Iterator<Map.Entry<String, JsonNode>> it = value.fields(); it.hasNext(); ) {
            Map.Entry<String, JsonNode> field = it.next();
            if (properties.has(field.getKey())) {
                check(field.getValue(), properties.path(field.getKey()), at + "." + field.getKey(), violations);
            } else if (!schema.has("more") && !properties.isEmpty()) {
                violations.add(at + " has unknown " + field.getKey());
            }
        }
    }
}
