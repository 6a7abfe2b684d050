package dev.quittance.emulator.http;

import dev.quittance.emulator.LocalStripe;
import dev.quittance.emulator.port.Delivery;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs what falls due and sends what is to be delivered: one thread that plans, answers taken as they come. */
final class WebhookPump implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookPump.class);

    /** An endpoint that has not answered by then has failed. */
    private static final Duration TIME_LIMIT = Duration.ofSeconds(10);

    /** A slow endpoint must not hold up the others, nor a crowd of events fill the memory. */
    private static final int MAX_OUT = 16;

    /** The clock may be moved from outside at any moment, so no nap is longer. */
    private static final Duration LONGEST_NAP = Duration.ofMillis(500);

    private final LocalStripe stripe;
    private final InstantSource clock;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(TIME_LIMIT)
            .build();
    private final Semaphore free = new Semaphore(MAX_OUT);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final AtomicBoolean awake = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread thread;

    WebhookPump(LocalStripe stripe, InstantSource clock) {
        this.stripe = stripe;
        this.clock = clock;
        this.thread = new Thread(this::run, "webhook-pump");
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Something may have fallen due. */
    void wake() {
        awake.set(true);
        signal();
    }

    private void signal() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until every endpoint has answered an event, or the time is over. */
    void awaitReported(String eventId, Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        while (left > 0 && !closed.get() && !stripe.isReported(eventId)) {
            lock.lock();
            try {
                // An answer that came between the look and the lock is seen after this short wait.
                long step = Math.min(left, TimeUnit.MILLISECONDS.toNanos(50));
                left -= step - Math.max(0, changed.awaitNanos(step));
            } finally {
                lock.unlock();
            }
        }
    }

    private void run() {
        while (!closed.get()) {
            try {
                awake.set(false);
                stripe.runDue();
                for (Delivery delivery : stripe.takeDueDeliveries()) {
                    free.acquire();
                    send(delivery);
                }
                nap();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.error("The webhook pump stumbled and goes on.", e);
            }
        }
    }

    private void nap() throws InterruptedException {
        Duration wait = stripe.nextDueAt()
                .map(due -> Duration.between(clock.instant(), due))
                .filter(until -> until.compareTo(LONGEST_NAP) < 0)
                .orElse(LONGEST_NAP);
        lock.lockInterruptibly();
        try {
            if (!awake.get() && wait.toNanos() > 0 && changed.awaitNanos(wait.toNanos()) <= 0) {
                LOG.trace("nap over at {}", clock.instant());
            }
        } finally {
            lock.unlock();
        }
    }

    private void send(Delivery delivery) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(delivery.url())
                    .timeout(TIME_LIMIT)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(delivery.body()));
            delivery.headers().forEach(request::header);
            client.sendAsync(request.build(), HttpResponse.BodyHandlers.discarding())
                    .orTimeout(TIME_LIMIT.toMillis(), TimeUnit.MILLISECONDS)
                    .thenApply(HttpResponse::statusCode)
                    .exceptionally(e -> 0)
                    .whenComplete((status, impossible) -> report(delivery, status));
        } catch (IllegalArgumentException e) {
            LOG.warn("The endpoint {} is no address to send to.", delivery.url());
            report(delivery, 0);
        }
    }

    private void report(Delivery delivery, int status) {
        free.release();
        if (status < 200 || status > 299) {
            LOG.info("{} answered {} to a webhook; it will be tried again.", delivery.url(), status);
        }
        try {
            if (!closed.get()) {
                stripe.reportDelivery(delivery.deliveryId(), status);
            }
        } catch (RuntimeException e) {
            LOG.error("The outcome of a delivery was not kept; it will be delivered again after a restart.", e);
        }
        signal();
    }

    @Override
    public void close() {
        closed.set(true);
        thread.interrupt();
        signal();
        try {
            thread.join(TIME_LIMIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
