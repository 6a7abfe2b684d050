package dev.quittance.api.identity;

import java.util.regex.Pattern;

/**
 * An organisation of the host, by the host's own id. Everything a plugin stores starts with it. Immutable and thread-safe.
 *
 * @param value the host's id: 1 to 64 letters, digits, {@code - _ .}
 */
public record OrgId(String value) {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** Refuses any other shape, so that an id can stand in an address or a metadata field as it is. */
    public OrgId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not an organisation id");
        }
    }

    /** The id itself. */
    @Override
    public String toString() {
        return value;
    }
}
