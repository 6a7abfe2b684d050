package dev.quittance.trials.simulation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The sum over many seeds. Immutable.
 *
 * @param seeds how many ran
 * @param faults how many faults struck
 * @param crashes how often the process died at each point
 * @param hours of virtual time, all seeds together
 * @param payments that were captured
 * @param violations in all seeds
 * @param failedSeeds those with violations
 */
public record CampaignResult(
        int seeds,
        long faults,
        Map<CrashPoint, Long> crashes,
        long hours,
        int payments,
        int violations,
        List<Long> failedSeeds) {

    /** Copies the collections. */
    public CampaignResult {
        crashes = new EnumMap<>(crashes);
        failedSeeds = List.copyOf(failedSeeds);
    }

    /** The sum over one seed. */
    public static CampaignResult of(SeedResult result) {
        return empty().plus(result);
    }

    static CampaignResult empty() {
        return new CampaignResult(0, 0, new EnumMap<>(CrashPoint.class), 0, 0, 0, List.of());
    }

    CampaignResult plus(SeedResult result) {
        Map<CrashPoint, Long> allCrashes = new EnumMap<>(crashes);
        result.crashes().forEach((point, times) -> allCrashes.merge(point, times, Long::sum));
        List<Long> allFailed = new ArrayList<>(failedSeeds);
        if (!result.isOk()) {
            allFailed.add(result.seed());
        }
        return new CampaignResult(
                seeds + 1,
                faults + result.faults(),
                allCrashes,
                hours + result.hours(),
                payments + result.payments(),
                violations + result.violations().size(),
                allFailed);
    }

    /** How often the process died, wherever. */
    public long crashCount() {
        return crashes.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The points of the checkout flow at which the process never died. */
    public List<CrashPoint> missedCheckoutPoints() {
        List<CrashPoint> missed = new ArrayList<>();
        for (CrashPoint point : CrashPoint.values()) {
            if (point.isOfCheckout() && crashes.getOrDefault(point, 0L) == 0) {
                missed.add(point);
            }
        }
        return missed;
    }

    /** Whether no seed violated anything. */
    public boolean isOk() {
        return violations == 0;
    }

    /** Virtual days, rounded down. */
    public long days() {
        return hours / 24;
    }
}
