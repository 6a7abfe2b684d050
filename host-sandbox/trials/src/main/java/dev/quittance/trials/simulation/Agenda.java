package dev.quittance.trials.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;

/** What is going to happen, by virtual time. What falls on the same moment happens in an order that the seed decides. */
final class Agenda {
    private record Entry(Instant moment, long tie, long number, Runnable step) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int byMoment = moment.compareTo(other.moment);
            if (byMoment != 0) {
                return byMoment;
            }
            int byTie = Long.compare(tie, other.tie);
            return byTie != 0 ? byTie : Long.compare(number, other.number);
        }
    }

    private final VirtualClock clock;
    private final Dice ties;
    private final PriorityQueue<Entry> entries = new PriorityQueue<>();
    private long entriesMade;

    Agenda(VirtualClock clock, Dice dice) {
        this.clock = clock;
        this.ties = dice.named("agenda");
    }

    void at(Instant moment, Runnable step) {
        entries.add(new Entry(moment, ties.nextLong(), entriesMade++, step));
    }

    void after(Duration wait, Runnable step) {
        at(clock.instant().plus(wait), step);
    }

    /** Lets everything happen that falls due before the end, and leaves the clock there. */
    void runUntil(Instant end) {
        while (runNextIfDue(end)) {
            // each step may put more on the agenda
        }
        clock.moveTo(end);
    }

    /** Lets one thing happen if it is due by then. */
    boolean runNextIfDue(Instant moment) {
        Entry next = entries.peek();
        if (next == null || next.moment().isAfter(moment)) {
            return false;
        }
        entries.remove();
        clock.moveTo(next.moment());
        next.step().run();
        return true;
    }
}
