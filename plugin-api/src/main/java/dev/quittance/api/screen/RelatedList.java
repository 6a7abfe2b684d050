package dev.quittance.api.screen;

import dev.quittance.api.ImplementedByPlugin;
import dev.quittance.api.identity.Actor;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.ui.ListQuery;
import dev.quittance.api.ui.ListView;
import java.util.Set;
import org.pf4j.ExtensionPoint;

/** A list on a record, of what belongs to it. Must be thread-safe; changes nothing. */
@ImplementedByPlugin
public interface RelatedList extends ExtensionPoint {
    /** Names the list within the plugin: lower-case letters, digits, hyphens. Never changes. */
    String id();

    /** The kinds of record it stands on. */
    Set<String> objects();

    /** The permission that a user needs to see it. */
    String permission();

    /** Whether it stands on a record also while it has no rows there; if not, the host leaves it out until there is one. */
    default boolean standsEmpty() {
        return true;
    }

    /** The rows that the query asks for, of the actor's organisation only. */
    ListView list(RecordRef record, ListQuery query, Actor actor);
}
