package dev.quittance.trials.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The calls into the plugin that are going on: more than one, where something else happens while one of them waits for Stripe. That
 * is how calls interleave on one thread, at the only places where they wait.
 */
final class Frames {
    /** Three at once show every pair of calls in each other's way; more would only be slower. */
    private static final int MOST_AT_ONCE = 3;

    private final VirtualClock clock;
    private final Agenda agenda;
    private final Deque<CallFrame> frames = new ArrayDeque<>();

    Frames(VirtualClock clock, Agenda agenda) {
        this.clock = clock;
        this.agenda = agenda;
    }

    void enter(CallFrame frame) {
        frames.push(frame);
    }

    void leave() {
        frames.pop();
    }

    boolean areEmpty() {
        return frames.isEmpty();
    }

    /** The call that runs now. */
    CallFrame current() {
        CallFrame frame = frames.peek();
        if (frame == null) {
            throw new IllegalStateException("the plugin acts although nobody called it");
        }
        return frame;
    }

    /** The running call waits; the world goes on, and may call the plugin again. */
    void waitFor(Duration time, Lifeline life) {
        Instant end = clock.instant().plus(time);
        while (!life.isDead() && frames.size() < MOST_AT_ONCE && agenda.runNextIfDue(end)) {
            // what falls due meanwhile happens now
        }
        clock.moveTo(end);
        life.requireAlive();
    }
}
