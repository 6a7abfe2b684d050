package dev.quittance.platform;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The one HTTP client of the platform, with its threads started: one started later, from within a plugin's call, would keep the
 * plugin's class loader.
 */
final class OutgoingThreads implements AutoCloseable {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(3);
    /** They only pass bytes on; callers wait on their own threads. */
    private static final int THREADS = 4;

    private final ThreadPoolExecutor threads;
    private final HttpClient client;

    OutgoingThreads() {
        AtomicInteger number = new AtomicInteger();
        threads = new ThreadPoolExecutor(THREADS, THREADS, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
            Thread thread = new Thread(work, "plugin-outgoing-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        threads.prestartAllCoreThreads();
        IdleConnections.closeSoon();
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_LIMIT)
                .executor(threads)
                .build();
    }

    HttpClient client() {
        return client;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
