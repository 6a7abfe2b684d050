package dev.quittance.trials.simulation;

import java.util.EnumMap;
import java.util.Map;

/**
 * Which faults a seed has, and how often: a random half of the kinds is off, the others have rates from seldom to often. Counts what
 * was struck. In the quiet phase nothing goes wrong any more.
 */
final class Faults {
    /** Rates are one of these doublings: 0.5 % to 16 %. */
    private static final int LEAST_RATE = 50;

    private static final int RATE_DOUBLINGS = 6;

    /** Each of the six points must be hit in a campaign of fifty seeds, so they are all on, from 2 % to 8 %. */
    private static final int LEAST_CRASH_RATE = 200;

    /** There are many more commits than checkouts. */
    private static final int LEAST_OTHER_CRASH_RATE = 20;

    private static final int CRASH_RATE_DOUBLINGS = 3;

    private final Dice dice;
    private final Trace trace;
    private final Map<FaultKind, Integer> rates = new EnumMap<>(FaultKind.class);
    private final Map<CrashPoint, Integer> crashRates = new EnumMap<>(CrashPoint.class);
    private final Map<FaultKind, Long> struck = new EnumMap<>(FaultKind.class);
    private final Map<CrashPoint, Long> crashes = new EnumMap<>(CrashPoint.class);
    private boolean quiet = true;
    private long disturbances;

    Faults(Dice seed, Trace trace) {
        this.dice = seed.named("faults");
        this.trace = trace;
        Dice profile = seed.named("fault profile");
        for (FaultKind kind : FaultKind.values()) {
            int rate = LEAST_RATE << profile.below(RATE_DOUBLINGS);
            rates.put(kind, profile.happens(Dice.ALWAYS / 2) ? rate : 0);
        }
        for (CrashPoint point : CrashPoint.values()) {
            int least = point.isOfCheckout() ? LEAST_CRASH_RATE : LEAST_OTHER_CRASH_RATE;
            crashRates.put(point, least << profile.below(CRASH_RATE_DOUBLINGS));
        }
    }

    void begin() {
        quiet = false;
        trace.step("faults", "on " + rates + " " + crashRates);
    }

    void end() {
        quiet = true;
        trace.step("faults", "off");
    }

    boolean areOff() {
        return quiet;
    }

    /** Whether this goes wrong now; counted if it does. */
    boolean strike(FaultKind kind) {
        if (quiet || !dice.happens(rates.getOrDefault(kind, 0))) {
            return false;
        }
        struck.merge(kind, 1L, Long::sum);
        disturbances++;
        trace.step("fault", kind.name());
        return true;
    }

    /** Whether the process dies here; counted if it does. */
    boolean crash(CrashPoint point) {
        if (quiet || !dice.happens(crashRates.getOrDefault(point, 0))) {
            return false;
        }
        crashes.merge(point, 1L, Long::sum);
        disturbances++;
        trace.step("crash", point.name());
        return true;
    }

    /** Rises with every fault and crash: two equal readings mean that nothing went wrong in between. */
    long disturbances() {
        return disturbances;
    }

    Map<FaultKind, Long> struck() {
        return new EnumMap<>(struck);
    }

    Map<CrashPoint, Long> crashes() {
        return new EnumMap<>(crashes);
    }
}
