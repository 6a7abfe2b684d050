package dev.quittance.trials.simulation;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** How often people did what they do, and the plugin heard of it: what is never done is never tried. One run has one thread. */
final class Deeds {
    private final Map<String, Long> counts = new TreeMap<>();

    void count(String deed) {
        counts.merge(deed, 1L, Long::sum);
    }

    Map<String, Long> counts() {
        return Collections.unmodifiableMap(counts);
    }
}
