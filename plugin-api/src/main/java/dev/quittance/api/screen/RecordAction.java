package dev.quittance.api.screen;

import dev.quittance.api.ImplementedByPlugin;
import dev.quittance.api.identity.Actor;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.api.ui.Form;
import dev.quittance.api.ui.FormValues;
import dev.quittance.api.ui.Submission;
import dev.quittance.api.ui.Text;
import java.util.Optional;
import java.util.Set;
import org.pf4j.ExtensionPoint;

/**
 * A button on a record with a form behind it. Must be thread-safe. The host has checked the permission and that the record
 * exists in the actor's organisation; the plugin looks the record up again, by the actor's organisation.
 */
@ImplementedByPlugin
public interface RecordAction extends ExtensionPoint {
    /** Names the action within the plugin: lower-case letters, digits, hyphens. Never changes. */
    String id();

    /** The kinds of record it stands on, for example {@code project}. */
    Set<String> objects();

    /** The words on the button: verb and object. */
    Text label();

    /** The permission that a user needs to see and use it. */
    String permission();

    /**
     * Where its button stands among all on a record: lower comes first, and what is equal stands by plugin and declaration. The
     * first of all is the record's main button.
     */
    default int rank() {
        return 0;
    }

    /**
     * Whether there is anything to do with it at this record now; where there is not, its button is not shown. Asked whenever the record's
     * page is drawn, with the permission checked before, so it looks up little and changes nothing. {@link #form} still answers whoever comes
     * by a page that was open before.
     *
     * @param record the record whose page is drawn
     * @param actor who looks at it
     */
    default boolean isOffered(RecordRef record, Actor actor) {
        return true;
    }

    /**
     * The form. Changes nothing.
     *
     * @param record the record it was opened on
     * @param given values to show instead of the usual ones, for example a type chosen before; may be none
     * @param actor who opened it
     * @return the form, or empty if there is nothing at this record to act on
     */
    Optional<Form> form(RecordRef record, FormValues given, Actor actor);

    /**
     * Does it. Safe to repeat: the same submission key gives the first result again.
     *
     * @param record the record it was opened on
     * @param submission the answers
     * @param actor who submitted
     */
    ActionResult submit(RecordRef record, Submission submission, Actor actor);
}
