package dev.quittance.api.host;

import dev.quittance.api.ImplementedByHost;

/**
 * A plugin's own figures among the host's, for whoever watches over the host. They name no organisation, record or person: where a
 * plugin serves several organisations it shows the worst or the sum of them. Thread-safe; harmless inside a transaction.
 */
@ImplementedByHost
public interface Metrics {
    /** As many figures as a plugin may have. */
    int MOST = 64;

    /**
     * Sets a figure; it stays until it is set again or the plugin is disabled. Safe to repeat.
     *
     * @param name lower-case letters, digits and underscores, its unit last: {@code inbox_oldest_seconds}; no data of anybody
     * @param value not negative
     * @throws IllegalArgumentException for another name, a negative value, or one figure too many
     */
    void gauge(String name, long value);
}
