package dev.quittance.platform.event;

import dev.quittance.api.identity.OrgId;

/**
 * One kind of event: how it is kept and who hears of it. Must be thread-safe.
 *
 * @param <E> the event
 * @param <L> the extension point that hears of it
 */
public interface EventKind<E, L> {
    /** Names the stream in the table; lower-case letters. Never changes. */
    String stream();

    /** The extension point. */
    Class<L> listener();

    /** The id by which the same event is known again. */
    String id(E event);

    /** Whose event it is. */
    OrgId org(E event);

    /** As text for the table: field by field, so that neither a renamed component nor a plugin's class gets into it. */
    String write(E event);

    /** From the table. */
    E read(String text);

    /** Whether a plugin is told of it; by default all are. */
    default boolean concerns(String pluginId, E event) {
        return true;
    }

    /** Calls the listener. */
    void tell(L listener, E event);
}
