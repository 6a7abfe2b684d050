package dev.quittance.stripe.webhook;

import dev.quittance.api.PluginContext;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLongArray;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks for the work on what was stored: for the first event in a while at once, and for a crowd of them once more when the while is
 * over. To ask for each would cost more than to store it. What is lost here only comes later. Thread-safe.
 */
final class Nudges {
    /** Nobody sees a payment a tenth of a second later; a thousand events a second come to two questions in it. */
    static final Duration WHILE = Duration.ofMillis(100);

    /**
     * Each while has a key of its own, so that the question for its end is not taken for one that waits already: that one may be
     * answered before the last event of this while comes. After so many a key is used again.
     */
    private static final int KEYS = 8;

    private static final Logger LOG = LoggerFactory.getLogger(Nudges.class);

    private final PluginContext context;
    private final AtomicLongArray askedAtOnce = new AtomicLongArray(Webhooks.WORKERS);
    private final AtomicLongArray askedForTheEnd = new AtomicLongArray(Webhooks.WORKERS);

    Nudges(PluginContext context) {
        this.context = context;
    }

    /** Call it once the event is stored: a run that begins after this call finds it. */
    void stored(String objectId) {
        long current = context.clock().instant().toEpochMilli() / WHILE.toMillis();
        int number = Webhooks.workerNumber(objectId);
        try {
            if (isFirst(askedAtOnce, number, current)) {
                context.jobs().runSoon(Webhooks.JOB, Webhooks.worker(objectId));
            } else if (isFirst(askedForTheEnd, number, current)) {
                Instant end = Instant.ofEpochMilli((current + 1) * WHILE.toMillis());
                String key = Webhooks.worker(objectId) + "-" + Math.floorMod(current, KEYS);
                context.jobs().runAt(Webhooks.JOB, key, end);
            }
        } catch (RuntimeException e) {
            LOG.warn("the inbox could not be worked off at once: {}", e.toString());
        }
    }

    private static boolean isFirst(AtomicLongArray asked, int number, long current) {
        long last = asked.get(number);
        return last != current && asked.compareAndSet(number, last, current);
    }
}
