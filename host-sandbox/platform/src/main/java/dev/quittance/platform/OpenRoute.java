package dev.quittance.platform;

import java.util.Objects;

/**
 * A method and an address that the platform answers, and who may use it. Immutable and thread-safe.
 *
 * @param method {@code GET}, {@code POST}, …
 * @param pattern for example {@code /project/{id}/actions/stripe-payments/request-payment}; a part in braces matches any one
 *     part, and {@code {...}} at the end whatever follows
 * @param access the permission that is needed, or {@link #EVERYBODY}, or {@link #SIGNED_IN}
 */
public record OpenRoute(String method, String pattern, String access) {
    /** Anybody: what may be seen hangs on the address itself, or on a signature. */
    public static final String EVERYBODY = "everybody";
    /** Whoever is signed in. */
    public static final String SIGNED_IN = "signed-in";

    /** Refuses null: above all a route that does not say who may use it. */
    public OpenRoute {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(pattern, "pattern");
        Objects.requireNonNull(access, "access");
    }
}
