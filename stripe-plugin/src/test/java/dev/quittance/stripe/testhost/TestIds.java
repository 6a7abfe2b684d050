package dev.quittance.stripe.testhost;

import dev.quittance.api.host.Ids;
import java.util.Base64;
import java.util.Random;
import java.util.UUID;

/** Rising ids and tokens from a seed. */
final class TestIds implements Ids {
    private final TestClock clock;
    private final Random random;
    private int counter;

    TestIds(TestClock clock, long seed) {
        this.clock = clock;
        this.random = new Random(seed);
    }

    @Override
    public synchronized UUID next() {
        counter++;
        long high = (clock.millis() << 16) | 0x7000L | (counter & 0xfffL);
        long low = 0x8000000000000000L | (random.nextLong() & 0x3fffffffffffffffL);
        return new UUID(high, low);
    }

    @Override
    public synchronized String token() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
