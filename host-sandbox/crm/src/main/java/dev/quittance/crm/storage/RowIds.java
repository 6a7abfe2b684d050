package dev.quittance.crm.storage;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * Ids for new rows: UUIDs of version 7, which rise with time within one process, also when the clock stands or goes back.
 * Thread-safe.
 */
public final class RowIds {
    private static final int COUNTER_BITS = 12;

    private final Clock clock;
    private final RandomGenerator random;
    /** The last milliseconds and what was counted within them, in one number. */
    private final AtomicLong last = new AtomicLong();

    /** Takes time and chance from here; the source of chance must be thread-safe. */
    public RowIds(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** A new id. */
    public UUID next() {
        long now = clock.millis() << COUNTER_BITS;
        long stamp = last.updateAndGet(before -> Math.max(now, before + 1));
        long high = (stamp >>> COUNTER_BITS << 16) | 0x7000L | (stamp & ((1L << COUNTER_BITS) - 1));
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
