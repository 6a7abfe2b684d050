package dev.quittance.platform.extension;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A thread inside calls into plugins. It is not interrupted while it holds a database connection: an interrupt in the middle of
 * a file write makes H2 close its file for everybody. The interrupt then comes when the connection goes back. Guarded by itself.
 */
final class CallThread {
    private final Thread thread;
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicBoolean pending = new AtomicBoolean();

    CallThread(Thread thread) {
        this.thread = thread;
    }

    synchronized void interrupt() {
        if (connections.get() > 0) {
            pending.set(true);
        } else {
            thread.interrupt();
        }
    }

    synchronized void connectionTaken() {
        connections.incrementAndGet();
    }

    synchronized void connectionReturned() {
        if (connections.decrementAndGet() <= 0 && pending.getAndSet(false)) {
            thread.interrupt();
        }
    }

    /** Takes back an interrupt that came too late to matter. Called by the thread itself. */
    synchronized void forgetInterrupt() {
        pending.set(false);
        Thread.interrupted();
    }
}
