package dev.quittance.emulator.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What Stripe takes for one parameter, as its API data says. Written as {@code s} text, {@code i} whole number, {@code b}
 * truth, {@code n} number, {@code x} anything, {@code m} free keys, {@code [s]} a list, {@code @7} the object in line 7,
 * {@code |} between alternatives, and {@code ?} behind what an empty text unsets. Immutable.
 */
final class ParamShape {
    private static final String LEAVES = "sibnx";

    private final StripeApi api;
    private final String text;

    ParamShape(StripeApi api, String text) {
        this.api = api;
        this.text = text;
    }

    boolean canBeUnset() {
        return text.endsWith("?");
    }

    private String[] alternatives() {
        String plain = canBeUnset() ? text.substring(0, text.length() - 1) : text;
        return plain.split("\\|");
    }

    /** Whether it can be sent as an object or a list. */
    boolean isTree() {
        for (String alternative : alternatives()) {
            if ("m@[x".indexOf(alternative.charAt(0)) >= 0) {
                return true;
            }
        }
        return false;
    }

    boolean isList() {
        return text.startsWith("[");
    }

    /** Whether it can be sent as a value of one of these letters' kinds. */
    boolean isOneOf(String kinds) {
        for (String alternative : alternatives()) {
            if (alternative.length() == 1 && kinds.contains(alternative)) {
                return true;
            }
        }
        return false;
    }

    boolean isLeaf() {
        return isOneOf(LEAVES);
    }

    /** What a key below it takes; nothing if there is no such key. */
    Optional<ParamShape> child(String key) {
        for (String alternative : alternatives()) {
            Optional<ParamShape> found = child(alternative, key);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<ParamShape> child(String alternative, String key) {
        return switch (alternative.charAt(0)) {
            case '[' -> Optional.of(new ParamShape(api, alternative.substring(1, alternative.length() - 1)));
            case '@' -> Optional.ofNullable(fields(alternative).get(key)).map(shape -> new ParamShape(api, shape));
            case 'm' -> Optional.of(new ParamShape(api, "s?"));
            case 'x' -> Optional.of(new ParamShape(api, "x"));
            default -> Optional.empty();
        };
    }

    private Map<String, String> fields(String reference) {
        return api.object(Integer.parseInt(reference.substring(1)));
    }

    /** {@code a:s,b:[@7]} as a map. */
    static Map<String, String> fields(String[] written) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : written) {
            int colon = field.indexOf(':');
            fields.put(field.substring(0, colon), field.substring(colon + 1));
        }
        return fields;
    }
}
