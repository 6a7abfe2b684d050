package dev.quittance.api;

/**
 * What a plugin may know of itself and of where it runs. Immutable and thread-safe.
 *
 * @param id the plugin's id, for example {@code stripe-payments}
 * @param version its version, for example {@code 0.1.0}
 * @param installationId the host installation: stable for its life, different in a copy restored elsewhere; safe to send to Stripe
 */
public record PluginInfo(String id, String version, String installationId) {}
