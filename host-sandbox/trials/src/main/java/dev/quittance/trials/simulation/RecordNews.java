package dev.quittance.trials.simulation;

import dev.quittance.api.record.RecordEvent;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** Tells the plugin what happened to records, as the host does: in order, and the same again until it was heard. */
final class RecordNews {
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration SOONEST_RETRY = Duration.ofSeconds(10);
    private static final Duration LATEST_RETRY = Duration.ofMinutes(15);

    /** A host that crashed before it noted that an event was heard tells it again. */
    private static final int TOLD_TWICE_RATE = 2_000;

    private final Scene scene;
    private final Host host;
    private final Dice dice;
    private final Deque<RecordEvent> untold = new ArrayDeque<>();

    RecordNews(Scene scene, Host host) {
        this.scene = scene;
        this.host = host;
        this.dice = scene.dice().named("record news");
    }

    void add(RecordEvent event) {
        untold.add(event);
        if (untold.size() == 1) {
            scene.agenda().after(SOON, this::tell);
        }
    }

    private void tell() {
        RecordEvent event = untold.getFirst();
        Reply<Boolean> reply = host.call("record.event", process -> {
            process.recordListener().on(event);
            return true;
        });
        boolean heard = reply.value().isPresent() && !dice.happens(TOLD_TWICE_RATE);
        scene.trace().step("host", event.kind() + " of " + event.record() + (heard ? " told" : " to be told again"));
        if (heard) {
            untold.removeFirst();
        }
        if (!untold.isEmpty()) {
            scene.agenda().after(heard ? SOON : dice.between(SOONEST_RETRY, LATEST_RETRY), this::tell);
        }
    }
}
