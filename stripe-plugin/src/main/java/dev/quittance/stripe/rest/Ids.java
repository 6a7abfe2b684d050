package dev.quittance.stripe.rest;

import java.util.Optional;
import java.util.UUID;

/** Ids as they come from outside. */
final class Ids {
    private Ids() {}

    /** The id, if it is written just as we write it. */
    static Optional<UUID> find(String text) {
        try {
            return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equals(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
