package dev.quittance.api.screen;

import dev.quittance.api.ImplementedByPlugin;
import dev.quittance.api.identity.Actor;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.ui.Badge;
import java.util.Map;
import java.util.Set;
import org.pf4j.ExtensionPoint;

/** A word on records wherever the host lists or shows them, for example whether a deposit is in. Must be thread-safe; changes nothing. */
@ImplementedByPlugin
public interface RecordBadge extends ExtensionPoint {
    /** How many records the host asks for at once, at most: a page of a list. */
    int MAX_RECORDS = 100;

    /** Names the badge within the plugin: lower-case letters, digits, hyphens. Never changes. */
    String id();

    /** The kinds of record it stands on. */
    Set<String> objects();

    /** The permission that a user needs to see it. */
    String permission();

    /**
     * The badges of these records, asked for together so that a list costs one question.
     *
     * @param records at most {@value #MAX_RECORDS}, of the kinds in {@link #objects()}
     * @param actor who looks; records of other organisations have no badge
     * @return a badge for each record that has one
     */
    Map<RecordRef, Badge> badges(Set<RecordRef> records, Actor actor);
}
