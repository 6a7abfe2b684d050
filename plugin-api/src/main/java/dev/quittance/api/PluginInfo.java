package dev.quittance.api;

/**
 * What a plugin may know of itself and of where it runs. Immutable and thread-safe.
 *
 * @param id the plugin's id, for example {@code stripe-payments}
 * @param version its version, for example {@code 0.1.0}
 * @param installationId what the host calls itself in its database: stable for its life, and the same in a copy of that database, which
 *     {@link PluginContext#installation} tells apart; safe to send to Stripe
 */
public record PluginInfo(String id, String version, String installationId) {}
