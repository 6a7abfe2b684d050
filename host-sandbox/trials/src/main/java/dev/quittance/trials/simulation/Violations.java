package dev.quittance.trials.simulation;

import java.util.ArrayList;
import java.util.List;

/** What must never happen and did, in one run. Part of the trace, so that a run that fails differently is a different run. */
final class Violations {
    /** A broken rule is often broken many times; the first few tell it all. */
    private static final int MOST_KEPT = 20;

    private final Trace trace;
    private final List<String> found = new ArrayList<>();

    Violations(Trace trace) {
        this.trace = trace;
    }

    /**
     * Notes a broken rule.
     *
     * @param rule the rule's stable name
     * @param detail what broke it
     */
    void add(String rule, String detail) {
        String violation = rule + ": " + detail;
        trace.step("VIOLATION", violation);
        if (found.size() < MOST_KEPT && !found.contains(violation)) {
            found.add(violation);
        }
    }

    List<String> list() {
        return List.copyOf(found);
    }
}
