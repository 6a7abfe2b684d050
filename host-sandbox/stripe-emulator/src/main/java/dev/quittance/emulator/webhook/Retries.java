package dev.quittance.emulator.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When a delivery that was not acknowledged is tried again. Stripe says: in a sandbox three times over a few hours, in live
 * mode with exponential back-off up to three days. The exact steps are not published; these are the local Stripe's.
 */
final class Retries {
    private static final List<Duration> SANDBOX =
            List.of(Duration.ofMinutes(10), Duration.ofHours(1), Duration.ofHours(3));

    private static final Duration LIVE_FIRST = Duration.ofMinutes(5);
    private static final Duration LIVE_LONGEST = Duration.ofHours(12);
    private static final Duration LIVE_UP_TO = Duration.ofDays(3);

    private Retries() {}

    /**
     * The pause before the next try; nothing if that was the last.
     *
     * @param tries how many there were, at least one
     * @param age how long ago the delivery was first due
     */
    static Optional<Duration> pause(boolean livemode, int tries, Duration age) {
        if (!livemode) {
            return tries > SANDBOX.size() ? Optional.empty() : Optional.of(SANDBOX.get(tries - 1));
        }
        Duration doubled = LIVE_FIRST.multipliedBy(1L << Math.min(tries - 1, 10));
        Duration pause = doubled.compareTo(LIVE_LONGEST) < 0 ? doubled : LIVE_LONGEST;
        return age.plus(pause).compareTo(LIVE_UP_TO) > 0 ? Optional.empty() : Optional.of(pause);
    }
}
