package dev.quittance.api;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The stable name of one kind of error, for example {@code amount_too_small}. Codes never change their meaning; scripts and
 * translations rely on them. Immutable and thread-safe.
 *
 * @param value lower-case snake case
 * @param type whose turn it is
 */
public record ErrorCode(String value, ErrorType type) {
    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9_]{1,63}");

    /** Refuses a value that is not lower-case snake case of 2 to 64 characters. */
    public ErrorCode {
        Objects.requireNonNull(type, "type");
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not an error code: " + value);
        }
    }
}
