package dev.quittance.platform.extension;

import java.util.Set;

/**
 * What a screen of a plugin's says of itself, read once when the plugin is switched on: so that nobody calls the plugin only to
 * learn that somebody may not.
 *
 * @param plugin whose
 * @param instance the extension; call it through {@link Calls} only
 * @param id names it within the plugin
 * @param objects the kinds of record it stands on; none for a page that stands by itself
 * @param permission what a user needs
 */
public record Declared<T>(LivePlugin plugin, T instance, String id, Set<String> objects, String permission) {
    /** Copies the set. */
    public Declared {
        objects = Set.copyOf(objects);
    }
}
