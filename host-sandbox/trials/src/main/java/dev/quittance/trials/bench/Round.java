package dev.quittance.trials.bench;

import java.util.List;

/**
 * What came of a round of calls.
 *
 * @param nanos each call's time in nanoseconds, sorted
 * @param tookNanos from the first to the last
 */
record Round(List<Long> nanos, long tookNanos) {
    long perSecond() {
        return nanos.size() * 1_000_000_000L / Math.max(1, tookNanos);
    }

    /** In milliseconds, with two decimals. */
    double millisAt(int percent) {
        return nanos.isEmpty() ? 0 : nanos.get((nanos.size() - 1) * percent / 100) / 10_000 / 100.0;
    }
}
