package dev.quittance.crm.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A method and an address, who may use it, and what answers.
 *
 * @param method {@code GET} or {@code POST}; what answers GET answers HEAD
 * @param pattern for example {@code /project/{id}}; a part in braces matches any one part of a path
 * @param access who may use it
 * @param handler what answers
 */
public record Route(String method, String pattern, Access access, Handler handler) {
    /** Refuses null: above all a route that does not say who may use it. */
    public Route {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(pattern, "pattern");
        Objects.requireNonNull(access, "access");
        Objects.requireNonNull(handler, "handler");
    }

    /** A route that reads. */
    public static Route get(String pattern, Access access, Handler handler) {
        return new Route("GET", pattern, access, handler);
    }

    /** A route that changes something: its form must carry the token. */
    public static Route post(String pattern, Access access, Handler handler) {
        return new Route("POST", pattern, access, handler);
    }

    /** What the braces stand for in this path, or empty if the route has another path. */
    Optional<Map<String, String>> match(String path) {
        String[] expected = pattern.split("/", -1);
        String[] actual = path.split("/", -1);
        if (expected.length != actual.length) {
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < expected.length; i++) {
            String part = expected[i];
            if (part.startsWith("{")) {
                values.put(part.substring(1, part.length() - 1), actual[i]);
            } else if (!part.equals(actual[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }
}
