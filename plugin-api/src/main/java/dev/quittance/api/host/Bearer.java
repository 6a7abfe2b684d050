package dev.quittance.api.host;

import dev.quittance.api.identity.OrgId;
import java.util.Objects;

/**
 * A sealed key that the host opens only to write the {@code Authorization: Bearer} header, so that the key itself passes
 * through no code of the plugin. Immutable and thread-safe.
 *
 * @param org whose key
 * @param purpose what it was sealed for
 * @param key the sealed key
 */
public record Bearer(OrgId org, String purpose, Sealed key) {
    /** Refuses null. */
    public Bearer {
        Objects.requireNonNull(org, "org");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(key, "key");
    }
}
