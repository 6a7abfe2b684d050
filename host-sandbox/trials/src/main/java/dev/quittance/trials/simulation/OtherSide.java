package dev.quittance.trials.simulation;

import dev.quittance.emulator.Books;
import dev.quittance.emulator.LocalStripe;
import dev.quittance.emulator.journal.Journal;
import dev.quittance.emulator.port.Answer;
import dev.quittance.emulator.port.Call;
import dev.quittance.emulator.port.Delivery;
import dev.quittance.emulator.port.World;
import java.net.URI;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The local Stripe in this world: its timers run on the agenda, and its webhooks are handed to a courier. */
final class OtherSide {
    /** The hosted pages' origin, as the plugin's manifest declares it for redirects. */
    static final String HOSTED_ORIGIN = "https://checkout.stripe.com";

    private static final int INTERNAL_ERROR = 500;

    private final LocalStripe stripe;
    private final VirtualClock clock;
    private final Agenda agenda;
    private final Violations violations;
    private @Nullable Consumer<Delivery> courier;
    private @Nullable Instant lookAt;

    OtherSide(VirtualClock clock, Agenda agenda, Dice seed, Violations violations) {
        this.clock = clock;
        this.agenda = agenda;
        this.violations = violations;
        Dice dice = seed.named("stripe");
        this.stripe = LocalStripe.open(new World(clock, dice::nextLong, Journal.inMemory(), URI.create(HOSTED_ORIGIN)));
    }

    LocalStripe stripe() {
        return stripe;
    }

    /** From now on this courier brings the webhooks. */
    void employ(Consumer<Delivery> newCourier) {
        courier = newCourier;
    }

    /** A call arrives. What follows from it in time goes on the agenda. */
    Answer handle(Call call) {
        Answer answer = stripe.handle(call);
        if (answer.status() == INTERNAL_ERROR) {
            violations.add("local_stripe_failed", call.method() + " " + call.path());
        }
        plan();
        return answer;
    }

    void report(String deliveryId, int status) {
        stripe.reportDelivery(deliveryId, status);
        plan();
    }

    Books books() {
        return stripe.books();
    }

    private void plan() {
        stripe.nextDueAt().ifPresent(due -> {
            if (lookAt == null || due.isBefore(lookAt)) {
                lookAt = due;
                agenda.at(due, () -> look(due));
            }
        });
    }

    private void look(Instant planned) {
        if (!planned.equals(lookAt)) {
            return;
        }
        lookAt = null;
        stripe.runDue();
        for (Delivery delivery : stripe.takeDueDeliveries()) {
            if (courier != null) {
                courier.accept(delivery);
            }
        }
        plan();
    }
}
