package dev.quittance.platform.extension;

/**
 * An extension and whose it is.
 *
 * @param plugin whose
 * @param instance the extension; call it through {@link Calls} only
 */
public record Extension<T>(LivePlugin plugin, T instance) {}
