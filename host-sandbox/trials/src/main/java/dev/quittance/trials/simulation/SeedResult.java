package dev.quittance.trials.simulation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What became of one seed. Immutable.
 *
 * @param seed the seed
 * @param hash of everything that happened; equal for equal seeds and builds
 * @param violations what must not happen and did; empty if all is well
 * @param lastSteps the end of the trace, to see what led to a violation
 * @param faults how many faults struck
 * @param crashes how often the process died at each point
 * @param hours of virtual time
 * @param payments that were captured
 */
public record SeedResult(
        long seed,
        String hash,
        List<String> violations,
        List<String> lastSteps,
        long faults,
        Map<CrashPoint, Long> crashes,
        long hours,
        int payments) {

    /** Copies the collections. */
    public SeedResult {
        violations = List.copyOf(violations);
        lastSteps = List.copyOf(lastSteps);
        crashes = crashes.isEmpty() ? Map.of() : new EnumMap<>(crashes);
    }

    /** Whether nothing was violated. */
    public boolean isOk() {
        return violations.isEmpty();
    }
}
