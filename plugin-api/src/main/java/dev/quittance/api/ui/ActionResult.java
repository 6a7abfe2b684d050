package dev.quittance.api.ui;

import dev.quittance.api.ErrorCode;
import java.net.URI;
import java.util.Optional;

/** What came of an action. Plugins make them; hosts turn them into an answer. Implementations are immutable. */
public sealed interface ActionResult {
    /**
     * Done.
     *
     * @param message what was done, shown once
     * @param next where to go; empty for back to where the action was started
     */
    record Done(Text message, Optional<Target> next) implements ActionResult {}

    /**
     * Not done: the form is shown again, with what is wrong or what to confirm. The answers are kept.
     *
     * @param form the form to show
     */
    record Again(Form form) implements ActionResult {}

    /**
     * Not done, and answering differently would not help.
     *
     * @param code the stable code
     * @param reason what happened, whether anyone was charged, what to do next
     */
    record Refused(ErrorCode code, Text reason) implements ActionResult {}

    /**
     * Go on at a page outside, on an origin that the manifest declares under redirects. The host refuses any other.
     *
     * @param uri the page
     */
    record Leave(URI uri) implements ActionResult {}

    /** There is nothing at this address, or not for this person; the same answer for both. */
    record Absent() implements ActionResult {}

    /** Done; back to where it was started. */
    static ActionResult done(Text message) {
        return new Done(message, Optional.empty());
    }

    /** Done; go on there. */
    static ActionResult done(Text message, Target next) {
        return new Done(message, Optional.of(next));
    }

    /** Not done: this form again. */
    static ActionResult again(Form form) {
        return new Again(form);
    }

    /** Not done. */
    static ActionResult refused(ErrorCode code, Text reason) {
        return new Refused(code, reason);
    }

    /** Go on outside. */
    static ActionResult leave(URI uri) {
        return new Leave(uri);
    }

    /** Nothing here. */
    static ActionResult absent() {
        return new Absent();
    }
}
