package dev.quittance.platform.rest;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.rest.ActorPrincipal;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/** Who calls, as Jakarta REST knows it; roles are the actor's permissions. */
record ActorSecurity(Actor actor, boolean secure) implements SecurityContext {

    @Override
    public Principal getUserPrincipal() {
        return new ActorPrincipal(actor);
    }

    @Override
    public boolean isUserInRole(String permission) {
        return actor.may(permission);
    }

    @Override
    public boolean isSecure() {
        return secure;
    }

    @Override
    public String getAuthenticationScheme() {
        return "session";
    }
}
