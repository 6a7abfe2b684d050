package dev.quittance.platform.service;

import dev.quittance.api.host.Metrics;
import dev.quittance.platform.meter.Meters;
import io.micrometer.core.instrument.Gauge;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** The figures of one generation of a plugin, in the host's registry until it is disabled. Thread-safe. */
final class PluginFigures implements Metrics {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,59}");

    private final Meters meters;
    private final String pluginId;
    private final Map<String, Shown> shown = new HashMap<>();

    private record Shown(Gauge gauge, AtomicLong value) {}

    PluginFigures(Meters meters, String pluginId) {
        this.meters = meters;
        this.pluginId = pluginId;
    }

    @Override
    public synchronized void gauge(String name, long value) {
        if (!NAME.matcher(name).matches() || value < 0) {
            throw new IllegalArgumentException("no figure " + name + " of " + value);
        }
        Shown known = shown.get(name);
        if (known != null) {
            known.value().set(value);
            return;
        }
        if (shown.size() >= MOST) {
            throw new IllegalArgumentException("more than " + MOST + " figures");
        }
        AtomicLong first = new AtomicLong(value);
        shown.put(name, new Shown(meters.figure(pluginId, name, first), first));
    }

    /** What a plugin that is off said last would look like news. */
    synchronized void forget() {
        shown.values().forEach(one -> meters.forget(one.gauge()));
        shown.clear();
    }
}
