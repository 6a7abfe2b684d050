package dev.quittance.stripe.rest;

import java.util.Optional;
import java.util.UUID;

/** Ids as they come from outside. */
final class Ids {
    private static final int MAX_NAME = 255;

    private Ids() {}

    /** Whether this can be the host's name of something: one line, and no longer than any. */
    static boolean isName(String text) {
        return text.length() <= MAX_NAME && text.codePoints().noneMatch(Character::isISOControl);
    }

    /** The id, if it is written just as we write it. */
    static Optional<UUID> find(String text) {
        try {
            return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equals(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
