package dev.quittance.platform.meter;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What is counted and timed. Tags hold ids of plugins, kinds and outcomes only, so their number is bounded. Thread-safe.
 *
 * <ul>
 *   <li>{@code quittance.plugin.calls} (timer): {@code plugin}, {@code kind} ({@code page}, {@code part}, {@code webhook}, {@code hook},
 *       {@code lifecycle}, {@code payment-event}, {@code record-event}, and {@code job-} with the job's own id), {@code outcome}
 *   <li>{@code quittance.outgoing} (timer): {@code plugin}, {@code host}, {@code outcome}
 *   <li>{@code quittance.webhooks}: {@code plugin}, {@code status}
 *   <li>{@code quittance.mails}: {@code plugin}, {@code outcome}
 *   <li>{@code quittance.jobs}: {@code task}, {@code outcome}
 *   <li>{@code quittance.plugin.figure} (gauge): {@code plugin}, {@code figure}, as the plugin names it
 * </ul>
 */
public final class Meters {
    private final MeterRegistry registry;

    /** Figures in the host's registry. */
    public Meters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Figures that nobody looks at. */
    public static Meters none() {
        return new Meters(new CompositeMeterRegistry());
    }

    /** Something begins that is timed. */
    public Begun begin() {
        return new Begun(registry, Timer.start(registry));
    }

    /** A webhook was answered with this status. */
    public void webhook(String plugin, int status) {
        registry.counter("quittance.webhooks", "plugin", plugin, "status", String.valueOf(status))
                .increment();
    }

    /** A mail went, or did not. */
    public void mail(String plugin, String outcome) {
        registry.counter("quittance.mails", "plugin", plugin, "outcome", outcome)
                .increment();
    }

    /** A job of this task ran, or failed. */
    public void job(String task, String outcome) {
        registry.counter("quittance.jobs", "task", task, "outcome", outcome).increment();
    }

    /** A plugin's own figure, asked for whenever somebody looks. */
    public Gauge figure(String plugin, String figure, AtomicLong value) {
        return Gauge.builder("quittance.plugin.figure", value, AtomicLong::doubleValue)
                .tags("plugin", plugin, "figure", figure)
                .strongReference(true)
                .register(registry);
    }

    /** Nobody asks for it any more. Repeatable. */
    public void forget(Gauge figure) {
        registry.remove(figure);
    }

    /** Something that is timed and has begun. Used once. */
    public static final class Begun {
        private final MeterRegistry registry;
        private final Timer.Sample sample;

        private Begun(MeterRegistry registry, Timer.Sample sample) {
            this.registry = registry;
            this.sample = sample;
        }

        /** It was a call into a plugin. */
        public void endedCall(String plugin, String kind, String outcome) {
            sample.stop(registry.timer("quittance.plugin.calls", "plugin", plugin, "kind", kind, "outcome", outcome));
        }

        /** It was a request of a plugin's to this host. */
        public void endedOutgoing(String plugin, String host, String outcome) {
            sample.stop(registry.timer("quittance.outgoing", "plugin", plugin, "host", host, "outcome", outcome));
        }
    }
}
