package dev.quittance.trials.simulation;

import dev.quittance.api.screen.PublicCall;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.api.ui.FormValues;
import dev.quittance.api.ui.Page;
import dev.quittance.api.ui.Submission;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** Opens the plugin's public pages, as a browser does. */
final class Browser {
    static final String PAY = "pay";

    private final Scene scene;
    private final Host host;

    Browser(Scene scene, Host host) {
        this.scene = scene;
        this.host = host;
    }

    /** Opens a pay link. Opening it must change nothing and call nobody: scanners open links too. */
    Reply<Optional<Page>> open(URI link) {
        Reply<Optional<Page>> reply = look("pay.page", link);
        if (reply.isBusy()) {
            scene.violations().add("opening_a_link_did_something", reply.writes() + " " + reply.callsOut());
        }
        return reply;
    }

    /** Opens the page that Stripe sends payers back to; it may record what has happened. */
    Reply<Optional<Page>> comeBack(URI link) {
        return look("pay.done", link);
    }

    Reply<ActionResult> click(URI link, String submissionKey) {
        Submission submission = new Submission(submissionKey, FormValues.none());
        Reply<ActionResult> reply =
                host.call(CallFrame.PAY, process -> process.publicPage(PAY).submit(call(link), submission));
        scene.trace()
                .step(
                        "browser",
                        "click -> " + reply.value().map(Screens::describe).orElse("no answer"));
        return reply;
    }

    private Reply<Optional<Page>> look(String label, URI link) {
        Reply<Optional<Page>> reply =
                host.call(label, process -> process.publicPage(PAY).page(call(link)));
        scene.trace()
                .step(
                        "browser",
                        label + " -> " + reply.value().map(Browser::describe).orElse("no answer"));
        return reply;
    }

    private static String describe(Optional<Page> page) {
        return page.map(shown -> shown.title().key() + (Screens.hasForm(shown, PAY) ? " with form" : ""))
                .orElse("absent");
    }

    private static PublicCall call(URI link) {
        return new PublicCall(SimulatedUrls.partsAfterPrefix(link), SimulatedUrls.query(link), Locale.US);
    }
}
