package dev.quittance.api.host;

import dev.quittance.api.identity.OrgId;
import java.time.Instant;
import java.util.Objects;

/**
 * A mail that a mail server had taken and sent back. Immutable and thread-safe.
 *
 * @param eventId the same whenever it is told again
 * @param org in whose name the mail was sent
 * @param key the key with which the plugin sent it
 * @param status the mail server's code for why, for example {@code 5.1.1}; empty if it gave none
 * @param returnedAt when the host learned of it, UTC
 */
public record MailReturn(String eventId, OrgId org, String key, String status, Instant returnedAt) {
    /** Refuses null. */
    public MailReturn {
        Objects.requireNonNull(eventId, "eventId");
        Objects.requireNonNull(org, "org");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(returnedAt, "returnedAt");
    }
}
