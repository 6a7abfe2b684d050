package dev.quittance.stripe.gateway;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * How many calls each account may be asked for now. Stripe turns calls away beyond 25 a second; this node keeps well below, and
 * keeps some for customers who are waiting: work in the background stops while few are left. Where Stripe says when to come
 * again, nobody asks before. Thread-safe.
 */
final class RateBudget {
    /** Calls a second, in the long run. */
    private static final int PER_SECOND = 15;

    /** What may be asked for at once after a quiet moment. */
    private static final int BURST = 25;

    /** Kept for customers who are waiting. */
    private static final int RESERVE = 10;

    /** Whatever Stripe says: no payer waits longer for a limit of a second. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private record Allowance(Bucket bucket, AtomicReference<Instant> pausedUntil) {}

    private final Clock clock;
    private final Map<String, Allowance> allowances = new ConcurrentHashMap<>();

    RateBudget(Clock clock) {
        this.clock = clock;
    }

    /** Takes one call; false if it must not be made now. */
    boolean take(String stripeAccountId) {
        Allowance allowance = of(stripeAccountId);
        return !isPaused(allowance) && allowance.bucket().tryConsume(1);
    }

    /** Whether work that nobody waits for may go on. */
    boolean hasSpare(String stripeAccountId) {
        Allowance allowance = of(stripeAccountId);
        return !isPaused(allowance) && allowance.bucket().getAvailableTokens() > RESERVE;
    }

    /** No more calls for a while, because Stripe says so. */
    void pause(String stripeAccountId, Duration wait) {
        Duration bounded = wait.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wait;
        Instant until = clock.instant().plus(bounded);
        Instant set = of(stripeAccountId)
                .pausedUntil()
                .accumulateAndGet(until, (one, other) -> one.isAfter(other) ? one : other);
        assert !set.isBefore(until);
    }

    private boolean isPaused(Allowance allowance) {
        return clock.instant().isBefore(allowance.pausedUntil().get());
    }

    private Allowance of(String stripeAccountId) {
        return allowances.computeIfAbsent(
                stripeAccountId, id -> new Allowance(bucket(), new AtomicReference<>(Instant.EPOCH)));
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(BURST).refillGreedy(PER_SECOND, Duration.ofSeconds(1)))
                .withCustomTimePrecision(new GivenTime(clock))
                .build();
    }

    /** Time as the host gives it. */
    private record GivenTime(Clock clock) implements TimeMeter {
        private static final long NANOS = 1_000_000_000L;

        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            return now.getEpochSecond() * NANOS + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
