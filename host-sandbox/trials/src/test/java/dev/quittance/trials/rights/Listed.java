package dev.quittance.trials.rights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A route as the host lists it.
 *
 * @param method {@code GET}, {@code POST}, …
 * @param pattern its path; a part in braces matches any one part
 * @param access {@code everybody}, {@code signed-in}, or the permission that is needed
 */
record Listed(String method, String pattern, String access) {
    static final String EVERYBODY = "everybody";
    static final String SIGNED_IN = "signed-in";

    static List<Listed> read(String json) throws IOException {
        List<Listed> all = new ArrayList<>();
        for (JsonNode one : new ObjectMapper().readTree(json)) {
            all.add(new Listed(
                    one.path("method").asText(),
                    one.path("pattern").asText(),
                    one.path("access").asText()));
        }
        return all;
    }

    boolean isOpen() {
        return access.equals(EVERYBODY);
    }

    boolean reads() {
        return method.equals("GET");
    }

    boolean isRest() {
        return pattern.startsWith("/api/");
    }

    /** Whether it is about one record. */
    boolean namesSomething() {
        return pattern.contains("{");
    }

    /** Its path with these ids in the place of the braces; what comes before a brace says what kind of id is wanted. */
    String path(Function<String, String> idOfKind) {
        String[] parts = pattern.split("/", -1);
        for (int i = 1; i < parts.length; i++) {
            if (parts[i].startsWith("{")) {
                parts[i] = idOfKind.apply(parts[i - 1]);
            }
        }
        return String.join("/", parts);
    }

    @Override
    public String toString() {
        return method + " " + pattern + " (" + access + ")";
    }
}
