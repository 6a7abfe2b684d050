package dev.quittance.api.screen;

import dev.quittance.api.ImplementedByPlugin;
import dev.quittance.api.identity.Actor;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.api.ui.Page;
import dev.quittance.api.ui.Submission;
import dev.quittance.api.ui.Text;
import org.pf4j.ExtensionPoint;

/** A page among the host's settings, at {@code /x/{plugin}/{id}}. Must be thread-safe. */
@ImplementedByPlugin
public interface SettingsPage extends ExtensionPoint {
    /** Names the page within the plugin: lower-case letters, digits, hyphens. Never changes. */
    String id();

    /** What the link to it says. */
    Text label();

    /** The permission that a user needs to see and use it. */
    String permission();

    /** The page for the actor's organisation. Changes nothing. */
    Page page(Actor actor);

    /**
     * The part of the page that a link of its own asks for: what a {@code Target.ToPart} names, or the cursor of a list on it. A page
     * without parts is always whole. Changes nothing.
     *
     * @param part as the page itself has given it; empty for the page as it opens. It may be anything: it comes from an address
     */
    default Page page(Actor actor, String part) {
        return page(actor);
    }

    /**
     * Does what a form on the page asks. Safe to repeat: the same submission key gives the first result again.
     *
     * @param formId which form
     * @param submission the answers
     * @param actor who submitted
     */
    ActionResult submit(String formId, Submission submission, Actor actor);
}
