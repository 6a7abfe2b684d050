package dev.quittance.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The lists of what must be there, and not null, in each state of an object; and the check that holds objects against them. */
final class Golden {
    private final Map<String, List<String>> lists = new LinkedHashMap<>();

    private Golden() {}

    /** Lines of {@code object state: fields}; a field within a field has dots. */
    static Golden load(String name) {
        Golden golden = new Golden();
        try (InputStream in = Objects.requireNonNull(Golden.class.getResourceAsStream("/golden/" + name))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            text.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                int colon = line.indexOf(": ");
                golden.lists.put(
                        line.substring(0, colon),
                        List.of(line.substring(colon + 2).split(" ")));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return golden;
    }

    Map<String, List<String>> lists() {
        return lists;
    }

    /** What a state's object lacks of its list; {@code object} must be the kind of object that the state names. */
    List<String> lacking(String state, ObjectNode object) {
        List<String> lacking = new ArrayList<>();
        if (!object.path("object").asText().equals(state.substring(0, state.indexOf(' ')))) {
            lacking.add("object is " + object.path("object"));
        }
        for (String field : lists.getOrDefault(state, List.of())) {
            JsonNode value = object.at(pointer(field));
            if (value.isMissingNode() || value.isNull()) {
                lacking.add(field);
            }
        }
        return lacking;
    }

    /** The object without one of its fields. */
    static ObjectNode without(ObjectNode object, String field) {
        ObjectNode poorer = object.deepCopy();
        int dot = field.lastIndexOf('.');
        JsonNode holder = dot < 0 ? poorer : poorer.at(pointer(field.substring(0, dot)));
        ((ObjectNode) holder).remove(field.substring(dot + 1));
        return poorer;
    }

    private static String pointer(String field) {
        return "/" + field.replace('.', '/');
    }
}
