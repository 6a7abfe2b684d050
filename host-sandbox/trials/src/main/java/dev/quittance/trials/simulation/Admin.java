package dev.quittance.trials.simulation;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.api.ui.Form;
import dev.quittance.api.ui.Page;
import dev.quittance.api.ui.Submission;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Connects a business to its Stripe account, and tries again until it works. */
final class Admin {
    private static final String FIELD = "secretKey";
    private static final Duration SOONEST_RETRY = Duration.ofSeconds(20);
    private static final Duration LATEST_RETRY = Duration.ofMinutes(20);

    private final Scene scene;
    private final Host host;
    private final Town.Business business;
    private final Dice dice;
    private boolean connected;
    private int tries;

    Admin(Scene scene, Host host, Town.Business business) {
        this.scene = scene;
        this.host = host;
        this.business = business;
        this.dice = scene.dice().named("admin of " + business.id());
    }

    /** Whether the plugin has said that it is connected. */
    boolean hasConnected() {
        return connected;
    }

    void begin() {
        scene.agenda().after(dice.between(Duration.ofSeconds(10), Duration.ofMinutes(30)), this::connect);
    }

    private void connect() {
        Actor actor = business.actor("admin");
        Reply<Page> page = host.call(
                "settings.page", process -> process.settings("settings").page(actor));
        Optional<Form> form = page.value().flatMap(shown -> Screens.findForm(shown, FIELD));
        if (form.isEmpty()) {
            connected = page.value().isPresent() && isStored();
            if (!connected) {
                again();
            }
            return;
        }
        Submission submission = new Submission(
                "connect-" + business.id() + "-" + tries++,
                Screens.answer(form.get(), Map.of(FIELD, business.account().secretKey())));
        Reply<ActionResult> reply = host.call(
                "settings.submit",
                process -> process.settings("settings").submit(form.get().id(), submission, actor));
        String said = reply.value().map(Screens::describe).orElse("no answer");
        scene.trace().step("admin of " + business.id(), said);
        connected = reply.value().filter(ActionResult.Done.class::isInstance).isPresent();
        if (!connected) {
            again();
        }
    }

    /** Connected already, though the word of it was lost. */
    private boolean isStored() {
        return Tables.count(
                        scene.database(), "select count(*) from connection where live_org_id = '" + business.id() + "'")
                > 0;
    }

    private void again() {
        scene.agenda().after(dice.between(SOONEST_RETRY, LATEST_RETRY), this::connect);
    }
}
