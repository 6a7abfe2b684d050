package dev.quittance.platform.service;

import dev.quittance.api.host.Ids;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * UUIDs of version 7: 48 bits of milliseconds, 12 bits that count within one, 62 random bits. They rise within a process, also
 * when the clock stands or goes back. Thread-safe.
 */
final class RisingIds implements Ids {
    private static final int COUNTER_BITS = 12;
    private static final int TOKEN_BYTES = 16;

    private final Clock clock;
    private final SecureRandom random;
    /** The last milliseconds and counter, in one number. */
    private final AtomicLong last = new AtomicLong();

    RisingIds(Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    @Override
    public UUID next() {
        long now = clock.millis() << COUNTER_BITS;
        long stamp = last.updateAndGet(before -> Math.max(now, before + 1));
        long millis = stamp >>> COUNTER_BITS;
        long counter = stamp & ((1L << COUNTER_BITS) - 1);
        long high = (millis << 16) | 0x7000L | counter;
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    @Override
    public String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
