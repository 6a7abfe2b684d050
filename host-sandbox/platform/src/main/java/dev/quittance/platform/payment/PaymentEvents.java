package dev.quittance.platform.payment;

import dev.quittance.api.payment.PaymentEvent;
import dev.quittance.api.payment.PaymentListener;
import dev.quittance.platform.extension.Calls;
import dev.quittance.platform.extension.LivePlugin;
import dev.quittance.platform.extension.LivePlugins;
import dev.quittance.platform.extension.PluginFault;
import dev.quittance.platform.extension.TimeLimit;
import dev.quittance.platform.jobs.HostTask;
import dev.quittance.platform.jobs.JobScheduler;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

/**
 * What happened to payments, kept until every plugin that listens has been told. The work's key is the listening plugin's id: a
 * plugin that fails is told again later, and others do not wait for it. Thread-safe.
 */
public final class PaymentEvents implements HostTask {
    /** One look into the table; the next follows at once while there is more. */
    private static final int BATCH = 50;

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final PaymentEventRepository repository;
    private final LivePlugins plugins;
    private final Calls calls;
    private final Clock clock;
    private final AtomicReference<JobScheduler> scheduler = new AtomicReference<>();

    /**
     * Events in the platform's schema.
     *
     * @param dataSource the host's pool
     * @param schema the platform's schema
     */
    public PaymentEvents(DataSource dataSource, String schema, LivePlugins plugins, Calls calls, Clock clock) {
        this.repository = new PaymentEventRepository(dataSource, schema);
        this.plugins = plugins;
        this.calls = calls;
        this.clock = clock;
    }

    /** Tells where to keep work. Once, before anything else. */
    public void keepIn(JobScheduler where) {
        scheduler.set(where);
    }

    /** Keeps an event for all listeners, durably; the same id again changes nothing. */
    public void publish(PaymentEvent event) {
        try {
            repository.addIfNew(event, clock.instant());
        } catch (SQLException e) {
            throw new IllegalStateException("a payment event could not be kept: publish it again", e);
        }
        for (LivePlugin plugin : plugins.listOn()) {
            tellSoon(plugin);
        }
    }

    /** A plugin is about to be on: a new one begins with what comes from now on, an old one where it was. */
    public void expect(LivePlugin plugin) {
        if (plugin.extensions(PaymentListener.class).isEmpty()) {
            return;
        }
        try {
            repository.addCursorIfNew(plugin.id());
        } catch (SQLException e) {
            throw new IllegalStateException("the place in the payment events could not be kept", e);
        }
    }

    /** A plugin is on: tell it what it missed. */
    public void tellSoon(LivePlugin plugin) {
        JobScheduler where = scheduler.get();
        if (where != null && !plugin.extensions(PaymentListener.class).isEmpty()) {
            where.runSoon(this, plugin.id());
        }
    }

    @Override
    public String name() {
        return "payment-events";
    }

    @Override
    public Next run(String key, int attempt) throws SQLException {
        Optional<LivePlugin> plugin = plugins.findOn(key);
        if (plugin.isEmpty()) {
            return Next.done();
        }
        List<PaymentEventRepository.Numbered> untold;
        do {
            untold = repository.listUntold(key, BATCH);
            for (PaymentEventRepository.Numbered next : untold) {
                if (!tell(plugin.get(), next.event())) {
                    return Next.done();
                }
                repository.moveCursor(key, next.seq());
            }
        } while (!untold.isEmpty());
        return Next.done();
    }

    @Override
    public Duration longestPause(String key) {
        return LONGEST_PAUSE;
    }

    /** False if the plugin is off meanwhile: it is told when it is on again. */
    private boolean tell(LivePlugin plugin, PaymentEvent event) {
        try {
            for (PaymentListener listener : plugin.extensions(PaymentListener.class)) {
                calls.run(plugin, TimeLimit.JOB, () -> listener.on(event));
            }
            return true;
        } catch (PluginFault fault) {
            if (fault.kind() == PluginFault.Kind.OFF) {
                return false;
            }
            throw fault;
        }
    }
}
