package dev.quittance.stripe.testhost;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands until a test moves it. */
public final class TestClock extends Clock {
    /** A Monday morning. */
    public static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

    private Instant now = START;

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the plugin's clock is in UTC");
    }

    /** Lets time pass. */
    public synchronized Instant advance(Duration time) {
        now = now.plus(time);
        return now;
    }
}
