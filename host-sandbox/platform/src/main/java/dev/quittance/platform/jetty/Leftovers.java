package dev.quittance.platform.jetty;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** A call whose body, where nobody wants it, is waited for and dropped. The caller's thread waits. Not thread-safe. */
final class Leftovers extends Request.Wrapper {
    /** Four times the largest body that is taken: what is larger was never meant for us. */
    private static final long MAX_BYTES = 1024 * 1024;

    /** Enough for the rest of such a body on its way; whoever sends more slowly is told nothing and cut off. */
    private static final long MAX_NANOS = TimeUnit.SECONDS.toNanos(2);

    Leftovers(Request request) {
        super(request);
    }

    /** Whether all of the body has been read. */
    @Override
    public boolean consumeAvailable() {
        // Who asked whether to send the body has not sent it yet, and need not.
        boolean coming = getHeaders().get(HttpHeader.EXPECT) == null;
        return coming && dropped() || super.consumeAvailable();
    }

    private boolean dropped() {
        long end = System.nanoTime() + MAX_NANOS;
        long bytes = 0;
        while (bytes <= MAX_BYTES) {
            Content.Chunk chunk = read();
            if (chunk == null) {
                if (!comesBefore(end)) {
                    return false;
                }
                continue;
            }
            bytes += chunk.remaining();
            chunk.release();
            if (chunk.isLast() || Content.Chunk.isFailure(chunk)) {
                return !Content.Chunk.isFailure(chunk);
            }
        }
        return false;
    }

    private boolean comesBefore(long end) {
        CountDownLatch more = new CountDownLatch(1);
        demand(more::countDown);
        try {
            return more.await(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
