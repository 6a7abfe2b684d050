package dev.quittance.stripe.payment;

import java.util.Optional;
import java.util.UUID;

/** Ids of requests as they come from outside: cursors and parts of addresses. */
final class RequestKeys {
    private RequestKeys() {}

    /** The id, if it is written just as we write it. */
    static Optional<UUID> find(String text) {
        try {
            return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equals(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
