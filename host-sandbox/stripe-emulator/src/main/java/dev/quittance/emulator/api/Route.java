package dev.quittance.emulator.api;

import dev.quittance.emulator.wire.ParamRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One operation of the API.
 *
 * @param permission what a restricted key must be allowed to do
 */
public record Route(
        String method,
        List<String> segments,
        Permission permission,
        ParamRules rules,
        Expansions.Shape shape,
        Operation operation) {

    private static final String ID = "{id}";

    public static Route get(String pattern, ParamRules rules, Expansions.Shape shape, Operation operation) {
        return of("GET", pattern, rules, shape, operation);
    }

    public static Route post(String pattern, ParamRules rules, Expansions.Shape shape, Operation operation) {
        return of("POST", pattern, rules, shape, operation);
    }

    public static Route delete(String pattern, Expansions.Shape shape, Operation operation) {
        return of("DELETE", pattern, ParamRules.none(), shape, operation);
    }

    private static Route of(
            String method, String pattern, ParamRules rules, Expansions.Shape shape, Operation operation) {
        List<String> segments = List.of(pattern.split("/"));
        Permission permission = Permission.of(method, segments.get(0));
        return new Route(method, segments, permission, rules, shape, operation);
    }

    /** Method and pattern, such as {@code GET customers/{id}}. */
    public String name() {
        return method + " " + String.join("/", segments);
    }

    /** The ids in the path, from left to right; nothing if the path is another. */
    Optional<List<String>> match(String method, List<String> path) {
        if (!this.method.equals(method) || path.size() != segments.size()) {
            return Optional.empty();
        }
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            if (segments.get(i).equals(ID)) {
                ids.add(path.get(i));
            } else if (!segments.get(i).equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(ids);
    }
}
