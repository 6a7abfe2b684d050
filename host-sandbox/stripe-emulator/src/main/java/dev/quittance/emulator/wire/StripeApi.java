package dev.quittance.emulator.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which operations and parameters Stripe has, from {@code stripe-api.txt}: what is refused as unknown, and what is known
 * but not emulated. Read when it is first asked for. Thread-safe.
 */
public final class StripeApi {
    /** Stands in a pattern for an id. */
    private static final String ID = "{id}";

    /**
     * An operation of Stripe's.
     *
     * @param name method and pattern, such as {@code GET customers/{id}}
     */
    public record Operation(String name, String parameters) {}

    private static final class Held {
        static final StripeApi API = new StripeApi(read("stripe-api.txt"));
    }

    private final Map<Integer, String> objects = new HashMap<>();
    private final Map<Integer, Map<String, String>> parsed = new ConcurrentHashMap<>();
    private final Map<String, Operation> operations = new HashMap<>();
    private final SortedSet<String> areas = new TreeSet<>();

    StripeApi(List<String> lines) {
        for (String line : lines) {
            String[] words = line.split(" ");
            switch (words[0].isEmpty() ? '#' : words[0].charAt(0)) {
                case '#' -> {
                    // A remark.
                }
                case '@' -> objects.put(Integer.parseInt(words[0].substring(1)), words.length > 1 ? words[1] : "");
                case '+' -> areas.addAll(List.of(words).subList(1, words.length));
                default ->
                    operations.put(words[0] + " " + words[1], new Operation(words[0] + " " + words[1], words[2]));
            }
        }
        operations
                .keySet()
                .forEach(name -> areas.add(name.substring(name.indexOf(' ') + 1).split("/")[0]));
    }

    public static StripeApi get() {
        return Held.API;
    }

    static List<String> read(String resource) {
        try (InputStream in = StripeApi.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("resource " + resource, e);
        }
    }

    /** The operation that a path calls: words go before ids. */
    public Optional<Operation> find(String method, List<String> path) {
        return find(method, path, 0, "");
    }

    private Optional<Operation> find(String method, List<String> path, int at, String pattern) {
        if (at == path.size()) {
            return Optional.ofNullable(operations.get(method + " " + pattern));
        }
        String head = at == 0 ? "" : pattern + "/";
        return find(method, path, at + 1, head + path.get(at))
                .or(() -> at == 0 ? Optional.empty() : find(method, path, at + 1, head + ID));
    }

    /** The operation of a route, by its name. */
    public Optional<Operation> find(String name) {
        return Optional.ofNullable(operations.get(name));
    }

    /** The first words of Stripe's paths, by the alphabet. */
    public SortedSet<String> areas() {
        return Collections.unmodifiableSortedSet(areas);
    }

    /** Whether paths that begin with this word are Stripe's, listed here or not. */
    public boolean hasArea(String firstSegment) {
        return areas.contains(firstSegment);
    }

    /** Whether Stripe's data lists what is below this word; elsewhere it cannot be told what is unknown. */
    public boolean isListed(String firstSegment) {
        return operations.keySet().stream()
                .map(name -> name.substring(name.indexOf(' ') + 1))
                .anyMatch(pattern -> pattern.equals(firstSegment) || pattern.startsWith(firstSegment + "/"));
    }

    /** Whether an operation takes a parameter, written with dots; {@code *} stands for an index or a free key. */
    public boolean takes(Operation operation, String path) {
        Optional<ParamShape> shape = Optional.of(parameters(operation));
        for (String key : path.split("\\.")) {
            shape = shape.flatMap(here -> here.child(key));
        }
        return shape.isPresent();
    }

    /** What an operation takes. */
    ParamShape parameters(Operation operation) {
        return new ParamShape(this, operation.parameters());
    }

    Map<String, String> object(int number) {
        return parsed.computeIfAbsent(number, n -> {
            String written = objects.getOrDefault(n, "");
            return written.isEmpty() ? Map.of() : ParamShape.fields(written.split(","));
        });
    }
}
