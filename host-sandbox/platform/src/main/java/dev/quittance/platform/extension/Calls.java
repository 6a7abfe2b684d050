package dev.quittance.platform.extension;

import dev.quittance.api.ErrorType;
import dev.quittance.api.PluginException;
import dev.quittance.platform.meter.Meters;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The one way into a plugin. The call runs on the caller's thread with the plugin's class loader as context class loader; when
 * its time is up the thread is interrupted. Whatever the plugin throws, errors included, ends here as a {@link PluginFault}.
 * Calls may nest. Thread-safe.
 */
public final class Calls implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Calls.class);
    private static final int REFERENCE_BYTES = 6;

    private final ScheduledThreadPoolExecutor watchdog;
    private final ThreadLocal<Call> current = new ThreadLocal<>();
    private final Meters meters;
    private final SecureRandom random = new SecureRandom();

    /** Calls that nobody counts. */
    public Calls() {
        this(Meters.none());
    }

    /**
     * Calls that are counted. Starts the watchdog's thread now: one started later, from within a plugin's call, would keep the
     * plugin's class loader.
     */
    public Calls(Meters meters) {
        this.meters = meters;
        watchdog = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "plugin-watchdog");
            thread.setDaemon(true);
            return thread;
        });
        watchdog.setRemoveOnCancelPolicy(true);
        watchdog.prestartAllCoreThreads();
    }

    /**
     * Calls into a plugin.
     *
     * @throws PluginFault if there is no result
     */
    public <T> T call(LivePlugin plugin, TimeLimit limit, Callable<T> work) {
        return call(plugin, limit, limit.name().toLowerCase(Locale.ROOT), work);
    }

    /**
     * Calls into a plugin, counted as something more particular than its time limit says.
     *
     * @param kind one of few words: {@code job-sweep}, {@code payment-event}
     * @throws PluginFault if there is no result
     */
    public <T> T call(LivePlugin plugin, TimeLimit limit, String kind, Callable<T> work) {
        Call outer = current.get();
        Call call = new Call(outer == null ? new CallThread(Thread.currentThread()) : outer.thread(), outer);
        if (!plugin.gate().enter(call)) {
            throw new PluginFault(PluginFault.Kind.OFF, plugin.id(), reference(), null);
        }
        try {
            return within(plugin, new Counted(limit, kind), call, work);
        } finally {
            plugin.gate().leave(call);
        }
    }

    /** Calls into a plugin for its effect. */
    public void run(LivePlugin plugin, TimeLimit limit, ThrowingRunnable work) {
        run(plugin, limit, limit.name().toLowerCase(Locale.ROOT), work);
    }

    /** Calls into a plugin for its effect, counted as something more particular than its time limit says. */
    public void run(LivePlugin plugin, TimeLimit limit, String kind, ThrowingRunnable work) {
        Boolean done = call(plugin, limit, kind, () -> {
            work.run();
            return Boolean.TRUE;
        });
        assert done;
    }

    /** Tells that this thread has taken a database connection: it is not interrupted until it gives it back. */
    public Runnable connectionTaken() {
        Call call = current.get();
        if (call == null) {
            return () -> {};
        }
        CallThread thread = call.thread();
        thread.connectionTaken();
        return thread::connectionReturned;
    }

    /** Ends the watchdog; calls in flight are no longer bounded. */
    @Override
    public void close() {
        watchdog.shutdownNow();
    }

    /** How long it may take, and what it is counted as. */
    private record Counted(TimeLimit limit, String kind) {}

    private <T> T within(LivePlugin plugin, Counted counted, Call call, Callable<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        String beforeId = MDC.get("plugin");
        Meters.Begun begun = meters.begin();
        String outcome = "ok";
        ScheduledFuture<?> bite =
                watchdog.schedule(call::interrupt, counted.limit().duration().toNanos(), TimeUnit.NANOSECONDS);
        current.set(call);
        thread.setContextClassLoader(plugin.loader());
        MDC.put("plugin", plugin.id());
        try {
            return work.call();
        } catch (Throwable thrown) { // NOPMD: an Error of the plugin's must not take the host down
            PluginFault fault = fault(plugin, call, thrown);
            outcome = outcome(fault);
            throw fault;
        } finally {
            bite.cancel(false);
            call.end();
            thread.setContextClassLoader(before);
            restore(call, beforeId);
            begun.endedCall(plugin.id(), counted.kind(), outcome);
        }
    }

    private static String outcome(PluginFault fault) {
        boolean told =
                fault.told().filter(one -> one.code().type() != ErrorType.BUG).isPresent();
        return told ? "told" : fault.kind().name().toLowerCase(Locale.ROOT);
    }

    private void restore(Call call, String beforeId) {
        if (call.outer() == null) {
            current.remove();
        } else {
            current.set(call.outer());
        }
        if (beforeId == null) {
            MDC.remove("plugin");
        } else {
            MDC.put("plugin", beforeId);
        }
    }

    private PluginFault fault(LivePlugin plugin, Call call, Throwable thrown) {
        if (thrown instanceof PluginFault inner && inner.pluginId().equals(plugin.id())) {
            return inner;
        }
        String reference = reference();
        if (call.isLate()) {
            LOG.warn("plugin {} took too long, reference {}", plugin.id(), reference, thrown);
            return new PluginFault(PluginFault.Kind.LATE, plugin.id(), reference, null);
        }
        if (thrown instanceof PluginException told && told.code().type() != ErrorType.BUG) {
            LOG.info("plugin {} says {}, reference {}", plugin.id(), told.code().value(), reference);
        } else {
            LOG.error("plugin {} failed, reference {}", plugin.id(), reference, thrown);
        }
        return new PluginFault(PluginFault.Kind.FAILED, plugin.id(), reference, thrown);
    }

    private String reference() {
        byte[] bytes = new byte[REFERENCE_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Work that may throw. */
    @FunctionalInterface
    public interface ThrowingRunnable {
        /** Does it. */
        void run() throws Exception;
    }
}
