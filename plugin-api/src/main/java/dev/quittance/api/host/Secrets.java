package dev.quittance.api.host;

import dev.quittance.api.ImplementedByHost;
import dev.quittance.api.identity.OrgId;
import java.nio.charset.StandardCharsets;

/**
 * Seals and opens with the installation's key, which lies outside the database. What is sealed is bound to the plugin, the
 * organisation and a purpose: moved elsewhere it does not open. The plugin keeps the sealed bytes in its own row, so they
 * commit with it. Thread-safe; sealing the same twice gives different bytes.
 */
@ImplementedByHost
public interface Secrets {
    /**
     * Seals bytes.
     *
     * @param org whose secret
     * @param purpose what and which, for example {@code stripe_key/1f0c…}; needed again to open
     */
    Sealed seal(OrgId org, String purpose, byte[] clear);

    /**
     * Opens what was sealed for the same organisation and purpose.
     *
     * @throws dev.quittance.api.PluginException with code {@code secret_unreadable} and type HOST if it does not open: another key, another place, or damaged
     */
    byte[] open(OrgId org, String purpose, Sealed sealed);

    /** Seals text as UTF-8. */
    default Sealed sealText(OrgId org, String purpose, String clear) {
        return seal(org, purpose, clear.getBytes(StandardCharsets.UTF_8));
    }

    /** Opens text. */
    default String openText(OrgId org, String purpose, Sealed sealed) {
        return new String(open(org, purpose, sealed), StandardCharsets.UTF_8);
    }
}
