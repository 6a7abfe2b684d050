package dev.quittance.crm.web;

import java.util.Objects;

/**
 * Who may use a route. Every route names one.
 *
 * @param kind how it is decided
 * @param permission which permission, where one is needed; else empty
 */
public record Access(Kind kind, String permission) {
    /** How access is decided. */
    public enum Kind {
        /** Anybody, signed in or not. */
        EVERYBODY,
        /** Whoever is signed in. */
        SIGNED_IN,
        /** Whoever has the permission. */
        PERMISSION
    }

    /** Refuses null. */
    public Access {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(permission, "permission");
    }

    /** Anybody, signed in or not. */
    public static Access everybody() {
        return new Access(Kind.EVERYBODY, "");
    }

    /** Whoever is signed in. */
    public static Access signedIn() {
        return new Access(Kind.SIGNED_IN, "");
    }

    /** Whoever has this permission. */
    public static Access permission(String permission) {
        return new Access(Kind.PERMISSION, permission);
    }
}
