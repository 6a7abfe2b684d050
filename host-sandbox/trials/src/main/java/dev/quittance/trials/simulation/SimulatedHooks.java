package dev.quittance.trials.simulation;

import dev.quittance.api.host.PaymentHooks;
import dev.quittance.api.payment.Objection;
import dev.quittance.api.payment.PaymentDraft;
import dev.quittance.api.payment.PaymentEvent;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Other plugins: one adds a job number, nobody objects, and events are kept. */
final class SimulatedHooks implements PaymentHooks {
    private final Services services;
    private final Lifeline life;
    private final Consumer<String> refuseAtTimes;

    SimulatedHooks(Services services, Lifeline life, Consumer<String> refuseAtTimes) {
        this.services = services;
        this.life = life;
        this.refuseAtTimes = refuseAtTimes;
    }

    @Override
    public PaymentDraft contribute(PaymentDraft draft) {
        require("contribute");
        return draft.withContributions(Map.of("roofing-example.job", "J-7"), List.of("Job J-7"));
    }

    @Override
    public List<Objection> check(PaymentDraft frozen) {
        require("check");
        return List.of();
    }

    @Override
    public void publish(PaymentEvent event) {
        require("publish");
        services.scene().trace().step("plugin", "event " + event.kind() + " " + event.eventId());
        refuseAtTimes.accept("event");
        services.scene().outside().published(event);
    }

    private void require(String what) {
        life.requireAlive();
        services.requireNoTransaction("the hook " + what);
    }
}
