package dev.quittance.emulator.wire;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Parameters that are taken although nothing here acts on them, each with the reason why nobody can tell the difference,
 * from {@code inert-parameters.txt}. Thread-safe.
 */
public final class InertParams {
    private static final Map<String, Map<String, String>> BY_OPERATION = load();

    private InertParams() {}

    private static Map<String, Map<String, String>> load() {
        Map<String, Map<String, String>> all = new HashMap<>();
        for (String line : StripeApi.read("inert-parameters.txt")) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] cells = line.split("\\s*\\|\\s*", 3);
                all.computeIfAbsent(cells[0], name -> new TreeMap<>()).put(cells[1], cells.length < 3 ? "" : cells[2]);
            }
        }
        return all;
    }

    /** The inert parameters of an operation, such as {@code POST customers}. */
    static Set<String> of(String operation) {
        return BY_OPERATION.getOrDefault(operation, Map.of()).keySet();
    }

    /** The reason why a parameter is inert; nothing if it is not. */
    public static Optional<String> reason(String operation, String path) {
        return Optional.ofNullable(
                BY_OPERATION.getOrDefault(operation, Map.of()).get(path));
    }

    /** All of them, for reviews: operation, parameter, reason. */
    public static Map<String, Map<String, String>> all() {
        return Map.copyOf(BY_OPERATION);
    }
}
