package dev.quittance.platform.extension;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One call in flight, perhaps inside another on the same thread. Guarded by itself. */
final class Call {
    private final CallThread thread;
    private final @Nullable Call outer;
    private final AtomicBoolean done = new AtomicBoolean();
    private final AtomicBoolean late = new AtomicBoolean();

    Call(CallThread thread, @Nullable Call outer) {
        this.thread = thread;
        this.outer = outer;
    }

    CallThread thread() {
        return thread;
    }

    @Nullable
    Call outer() {
        return outer;
    }

    /** Its time is up, or its plugin must go. */
    synchronized void interrupt() {
        if (!done.get()) {
            late.set(true);
            thread.interrupt();
        }
    }

    synchronized boolean isLate() {
        return late.get();
    }

    /** It has ended: what was meant for it must not hit what the thread does next. */
    void end() {
        boolean wasLate;
        synchronized (this) {
            done.set(true);
            wasLate = late.get();
        }
        if (wasLate) {
            thread.forgetInterrupt();
            if (outer != null && outer.isLate()) {
                thread.interrupt();
            }
        }
    }
}
