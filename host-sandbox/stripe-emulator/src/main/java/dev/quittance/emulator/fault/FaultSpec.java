package dev.quittance.emulator.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.wire.ApiError;
import dev.quittance.emulator.wire.Form;
import dev.quittance.emulator.wire.Json;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A rule as it was asked for. Empty texts match everything.
 *
 * @param path a path with {@code *} for any segment, such as {@code /v1/checkout/sessions/*}; deliveries have none
 * @param event an event's type, or its beginning and {@code .*}; calls have none
 * @param nth from the how-manieth match on; 1 is the first
 * @param count how often; 0 is without end
 * @param percent how likely each time, by the seed
 */
public record FaultSpec(
        Effect effect,
        String method,
        String path,
        String event,
        long nth,
        long count,
        long percent,
        long seed,
        Duration time,
        String version) {

    /** The parameters that make one. */
    static final List<String> PARAMS =
            List.of("effect", "method", "path", "event", "nth", "count", "percent", "seed", "millis", "version");

    private static final Duration LONGEST_LATENCY = Duration.ofMinutes(5);
    private static final Duration LONGEST_DELAY = Duration.ofDays(3);
    private static final Duration USUAL_TIME = Duration.ofSeconds(5);
    private static final Pattern VERSION = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}(\\.[a-z]+)?");

    /**
     * Reads a form.
     *
     * @throws ApiError 400
     */
    public static FaultSpec read(Form form) {
        form.requireText("effect");
        String word = form.oneOf("effect", Effect.words()).orElseThrow();
        Effect effect = Effect.find(word).orElseThrow();
        Duration longest = effect.isOfCalls() ? LONGEST_LATENCY : LONGEST_DELAY;
        String version = form.text("version").orElse("");
        if (effect == Effect.API_VERSION && !VERSION.matcher(version).matches()) {
            throw ApiError.invalid("version", "A version looks like 2026-09-30.endive.");
        }
        return new FaultSpec(
                effect,
                form.text("method").orElse(""),
                form.text("path").orElse(""),
                form.text("event").orElse(""),
                between(form, "nth", 1, 1, Integer.MAX_VALUE),
                between(form, "count", 0, 0, Integer.MAX_VALUE),
                between(form, "percent", 100, 1, 100),
                form.integer("seed").orElse(1L),
                Duration.ofMillis(between(form, "millis", USUAL_TIME.toMillis(), 1, longest.toMillis())),
                version);
    }

    private static long between(Form form, String name, long otherwise, long least, long most) {
        long value = form.integer(name).orElse(otherwise);
        if (value < least || value > most) {
            throw ApiError.invalid(name, name + " must be from " + least + " to " + most + ", not " + value + ".");
        }
        return value;
    }

    boolean matchesCall(String calledMethod, String calledPath) {
        return effect.isOfCalls()
                && (method.isEmpty() || method.equalsIgnoreCase(calledMethod))
                && (path.isEmpty() || matchesPath(calledPath));
    }

    private boolean matchesPath(String called) {
        String[] wanted = path.split("/", -1);
        String[] there = called.split("/", -1);
        if (wanted.length != there.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (!wanted[i].equals("*") && !wanted[i].equals(there[i])) {
                return false;
            }
        }
        return true;
    }

    boolean matchesEvent(String type) {
        if (effect.isOfCalls()) {
            return false;
        }
        return event.isEmpty()
                || (event.endsWith(".*")
                        ? type.startsWith(event.substring(0, event.length() - 1))
                        : event.equals(type));
    }

    ObjectNode toJson() {
        ObjectNode node = Json.object();
        node.put("effect", effect.word());
        node.put("method", method);
        node.put("path", path);
        node.put("event", event);
        node.put("nth", nth);
        node.put("count", count);
        node.put("percent", percent);
        node.put("seed", seed);
        node.put("millis", time.toMillis());
        node.put("version", version);
        return node;
    }
}
