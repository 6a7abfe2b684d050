package dev.quittance.platform.extension;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Counts the calls in flight in one plugin, and lets no more in once it is shut. Thread-safe. */
final class CallGate {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition left = lock.newCondition();
    private final Set<Call> inFlight = new HashSet<>();
    private final AtomicBoolean shut = new AtomicBoolean();

    boolean enter(Call call) {
        lock.lock();
        try {
            return !shut.get() && inFlight.add(call);
        } finally {
            lock.unlock();
        }
    }

    void leave(Call call) {
        lock.lock();
        try {
            inFlight.remove(call);
            left.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void shut() {
        lock.lock();
        try {
            shut.set(true);
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the calls in flight; false if some are still there after this long, or the waiting was interrupted. */
    boolean awaitEmpty(Duration bound) {
        long nanos = bound.toNanos();
        lock.lock();
        try {
            while (!inFlight.isEmpty() && nanos > 0) {
                nanos = left.awaitNanos(nanos);
            }
            return inFlight.isEmpty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    void interruptAll() {
        List<Call> calls;
        lock.lock();
        try {
            calls = new ArrayList<>(inFlight);
        } finally {
            lock.unlock();
        }
        calls.forEach(Call::interrupt);
    }
}
