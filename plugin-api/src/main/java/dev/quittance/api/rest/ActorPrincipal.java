package dev.quittance.api.rest;

import dev.quittance.api.identity.Actor;
import java.security.Principal;
import java.util.Objects;

/**
 * The signed-in user of a REST call. Immutable and thread-safe.
 *
 * @param actor who calls
 */
public record ActorPrincipal(Actor actor) implements Principal {
    /** Refuses null. */
    public ActorPrincipal {
        Objects.requireNonNull(actor, "actor");
    }

    @Override
    public String getName() {
        return actor.userId();
    }
}
