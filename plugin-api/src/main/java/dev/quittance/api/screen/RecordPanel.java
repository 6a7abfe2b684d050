package dev.quittance.api.screen;

import dev.quittance.api.ImplementedByPlugin;
import dev.quittance.api.identity.Actor;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.api.ui.Block;
import dev.quittance.api.ui.Submission;
import java.util.List;
import java.util.Set;
import org.pf4j.ExtensionPoint;

/**
 * Something to know or to do at the top of a record's page: a hint with one button, say. Its forms are submitted to {@link #submit}.
 * Must be thread-safe.
 */
@ImplementedByPlugin
public interface RecordPanel extends ExtensionPoint {
    /** Names the panel within the plugin: lower-case letters, digits, hyphens. Never changes. */
    String id();

    /** The kinds of record it stands on. */
    Set<String> objects();

    /** The permission that a user needs to see and use it. */
    String permission();

    /** What stands in it; nothing if there is nothing to say. Changes nothing. */
    List<Block> blocks(RecordRef record, Actor actor);

    /**
     * Does what a form in it asks. Safe to repeat: the same submission key gives the first result again.
     *
     * @param record the record it stands on
     * @param formId which form
     * @param submission the answers
     * @param actor who submitted
     */
    ActionResult submit(RecordRef record, String formId, Submission submission, Actor actor);
}
