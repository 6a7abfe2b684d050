package dev.quittance.api.screen;

import dev.quittance.api.ImplementedByPlugin;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.api.ui.Page;
import dev.quittance.api.ui.Submission;
import java.util.Optional;
import org.pf4j.ExtensionPoint;

/**
 * Pages for people who are not signed in, below a prefix that the manifest declares: {@code /pay/…}. Must be thread-safe. The
 * address carries whatever right there is, so it is never logged and never sent on as a referrer.
 */
@ImplementedByPlugin
public interface PublicPage extends ExtensionPoint {
    /** The first part of the path, for example {@code pay}. */
    String prefix();

    /**
     * The page. Changes nothing of what was agreed: scanners and previews open links too. It may look up, and record, what has
     * already happened elsewhere.
     *
     * @return the page, or empty if there is nothing at this address, whatever the reason
     */
    Optional<Page> page(PublicCall call);

    /** Does what the form on the page asks. Safe to repeat. */
    ActionResult submit(PublicCall call, Submission submission);
}
