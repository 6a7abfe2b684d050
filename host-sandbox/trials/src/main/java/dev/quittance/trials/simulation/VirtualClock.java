package dev.quittance.trials.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The one clock of a simulated world: plugin, host and local Stripe read it. It moves only when told to, and never back. */
final class VirtualClock extends Clock {
    private Instant now;

    VirtualClock(Instant start) {
        this.now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** The same moment in another zone is the same clock: nobody here reads local time from it. */
    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    void advance(Duration time) {
        moveTo(now.plus(time));
    }

    /** A moment that has passed already changes nothing. */
    void moveTo(Instant moment) {
        if (moment.isAfter(now)) {
            now = moment;
        }
    }
}
