package dev.quittance.stripe.request;

import java.util.Locale;
import java.util.Objects;

/**
 * Who is asked. Immutable.
 *
 * @param clientId the host's id of the client
 * @param name how the mail greets them, may be empty
 * @param email where the request goes
 * @param locale the language they read
 */
public record Recipient(String clientId, String name, String email, Locale locale) {
    /** Refuses null. */
    public Recipient {
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(email, "email");
        Objects.requireNonNull(locale, "locale");
    }

    /** Without the name and the address, so that neither comes into a log. */
    @Override
    public String toString() {
        return "Recipient[" + clientId + "]";
    }
}
