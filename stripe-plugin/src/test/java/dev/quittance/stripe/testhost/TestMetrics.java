package dev.quittance.stripe.testhost;

import dev.quittance.api.host.Metrics;
import java.util.Map;
import java.util.TreeMap;

/** Figures as they were set last. */
public final class TestMetrics implements Metrics {
    private final Map<String, Long> figures = new TreeMap<>();

    @Override
    public synchronized void gauge(String name, long value) {
        if (!name.matches("[a-z][a-z0-9_]{0,59}") || value < 0) {
            throw new IllegalArgumentException("no figure " + name + " of " + value);
        }
        figures.put(name, value);
    }

    /** All of them. */
    public synchronized Map<String, Long> figures() {
        return Map.copyOf(figures);
    }
}
