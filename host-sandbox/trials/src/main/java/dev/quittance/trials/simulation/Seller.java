package dev.quittance.trials.simulation;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.api.ui.Block;
import dev.quittance.api.ui.Form;
import dev.quittance.api.ui.Submission;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sends the deposit request of a signed project by the one button on it, and does so until it is sent. */
final class Seller {
    private static final String PANEL = "payments";
    private static final String SEND = "send-deposit";
    private static final int DOUBLE_CLICK_RATE = 2_500;
    private static final Duration SOONEST_RETRY = Duration.ofMinutes(1);
    private static final Duration LATEST_RETRY = Duration.ofMinutes(30);

    private final Scene scene;
    private final Host host;
    private final Ask ask;
    private final Dice dice;
    private boolean sent;
    private int clicks;

    Seller(Scene scene, Host host, Ask ask) {
        this.scene = scene;
        this.host = host;
        this.ask = ask;
        this.dice = scene.dice().named("seller " + ask.record().id());
    }

    /** Looks at the project, and presses the button if it is there. */
    void look() {
        Reply<List<Block>> reply =
                host.call("panel.blocks", process -> process.panel(PANEL).blocks(ask.record(), actor()));
        if (reply.isBusy()) {
            scene.violations()
                    .add("looking_at_a_panel_did_something", ask.record().id());
        }
        Optional<Form> button = reply.value().orElse(List.of()).stream()
                .filter(Block.Ask.class::isInstance)
                .map(block -> ((Block.Ask) block).form())
                .filter(form -> form.id().equals(SEND))
                .findFirst();
        if (button.isPresent()) {
            press(new Submission(
                    "deposit-" + ask.record().id() + "-" + clicks++, Screens.answer(button.get(), Map.of())));
        } else {
            again(this::look);
        }
    }

    private void press(Submission submission) {
        if (dice.happens(DOUBLE_CLICK_RATE)) {
            scene.agenda().after(dice.between(Duration.ofMillis(5), Duration.ofMillis(300)), () -> send(submission));
        }
        Reply<ActionResult> reply = send(submission);
        if (reply.value().isEmpty()) {
            again(() -> press(submission));
        } else if (reply.value().get() instanceof ActionResult.Done) {
            sent = true;
            scene.town().deeds().count(Deed.DEPOSIT);
        } else {
            again(this::look);
        }
    }

    private Reply<ActionResult> send(Submission submission) {
        Reply<ActionResult> reply = host.call(
                "panel.submit", process -> process.panel(PANEL).submit(ask.record(), SEND, submission, actor()));
        scene.trace()
                .step(
                        "seller",
                        ask.record() + " -> "
                                + reply.value().map(Screens::describe).orElse("no answer"));
        return reply;
    }

    private void again(Runnable step) {
        if (!sent && !scene.town().isWithdrawn(ask.business().id(), ask.record())) {
            scene.agenda().after(dice.between(SOONEST_RETRY, LATEST_RETRY), step);
        }
    }

    private Actor actor() {
        return ask.business().actor("seller");
    }
}
