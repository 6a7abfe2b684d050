package dev.quittance.trials.simulation;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.api.ui.Form;
import dev.quittance.api.ui.FormValues;
import dev.quittance.api.ui.ListQuery;
import dev.quittance.api.ui.ListView;
import dev.quittance.api.ui.Submission;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Requests one payment, with the habits of people at a slow screen: clicking twice, and sending again what got no answer. */
final class Office {
    private static final String ACTION = "request-payment";
    private static final String LIST = "payments";
    private static final int DOUBLE_CLICK_RATE = 2_500;
    private static final Duration SOONEST_RETRY = Duration.ofSeconds(5);
    private static final Duration LATEST_RETRY = Duration.ofMinutes(10);
    private static final int LIST_ROWS = 50;

    private final Scene scene;
    private final Host host;
    private final Ask ask;
    private final Admin admin;
    private final Dice dice;
    private boolean requested;
    private int forms;

    Office(Scene scene, Host host, Ask ask, Admin admin) {
        this.scene = scene;
        this.host = host;
        this.ask = ask;
        this.admin = admin;
        this.dice = scene.dice().named("office " + ask.email());
    }

    /** Opens the form and submits it. */
    void request() {
        FormValues given = new FormValues(Map.of("type", "custom"));
        Reply<Optional<Form>> reply =
                host.call("request.form", process -> process.action(ACTION).form(record(), given, actor()));
        if (reply.isBusy()) {
            scene.violations().add("opening_a_form_did_something", ask.email());
        }
        if (reply.value().isPresent() && reply.value().get().isPresent()) {
            submit(reply.value().get().get(), Map.of());
        } else {
            again(this::request);
        }
    }

    /** Looks at the list of payments; looking changes nothing. */
    Optional<ListView> look() {
        Reply<ListView> reply = host.call(
                "payments.list", process -> process.list(LIST).list(record(), ListQuery.first(LIST_ROWS), actor()));
        if (reply.isBusy()) {
            scene.violations().add("looking_did_something", LIST);
        }
        return reply.value();
    }

    private void submit(Form form, Map<String, String> ticks) {
        Map<String, String> answers = new LinkedHashMap<>(ticks);
        answers.put("type", "custom");
        answers.put("percent", "");
        answers.put("amount", ask.amount().toPlainDecimal());
        answers.put("description", "For " + ask.email());
        answers.put("recipientEmail", ask.email());
        answers.put("recipientName", "Payer");
        Submission submission = new Submission(ask.email() + "-" + forms++, Screens.answer(form, answers));
        if (dice.happens(DOUBLE_CLICK_RATE)) {
            scene.agenda().after(dice.between(Duration.ofMillis(5), Duration.ofMillis(300)), () -> send(submission));
        }
        ask(submission);
    }

    private void ask(Submission submission) {
        Reply<ActionResult> reply = send(submission);
        if (reply.value().isEmpty()) {
            again(() -> ask(submission));
            return;
        }
        ActionResult result = reply.value().get();
        if (result instanceof ActionResult.Done) {
            requested = true;
        } else if (result instanceof ActionResult.Again shown
                && !Screens.confirmations(shown.form()).isEmpty()) {
            submit(shown.form(), Screens.confirmations(shown.form()));
        } else {
            if (admin.hasConnected()
                    && scene.faults().areOff()
                    && !scene.town().isWithdrawn(ask.business().id(), ask.record())) {
                scene.violations().add("good_request_refused", Screens.describe(result));
            }
            again(this::request);
        }
    }

    private Reply<ActionResult> send(Submission submission) {
        Reply<ActionResult> reply =
                host.call("request.submit", process -> process.action(ACTION).submit(record(), submission, actor()));
        scene.trace()
                .step(
                        "office",
                        ask.email() + " -> "
                                + reply.value().map(Screens::describe).orElse("no answer"));
        return reply;
    }

    /** What nobody owes any more is not asked for again. */
    private void again(Runnable step) {
        if (!requested && !scene.town().isWithdrawn(ask.business().id(), ask.record())) {
            scene.agenda().after(dice.between(SOONEST_RETRY, LATEST_RETRY), step);
        }
    }

    private RecordRef record() {
        return ask.record();
    }

    private Actor actor() {
        return ask.business().actor("office");
    }
}
