package dev.quittance.platform;

import java.util.List;

/**
 * How the platform is doing, without anything that a stranger must not know. Immutable and thread-safe.
 *
 * @param database whether the database answers
 * @param secondsSinceBeat how long ago the scheduler of this node last looked for work, in seconds; -1 if it never has
 * @param overdueJobs how many jobs should have begun more than a minute ago; -1 if that is not known
 * @param plugins what is installed
 * @param upkeep what is to be known of its own housekeeping
 */
public record Health(
        boolean database, long secondsSinceBeat, int overdueJobs, List<PluginHealth> plugins, Upkeep upkeep) {
    /** It looks every second; a pause of the whole process may take a little. */
    private static final long LONGEST_PAUSE_SECONDS = 30;

    /** Copies the list. */
    public Health {
        plugins = List.copyOf(plugins);
    }

    /**
     * One plugin.
     *
     * @param id which
     * @param state {@code on}, {@code off} or {@code failed}
     */
    public record PluginHealth(String id, String state) {}

    /**
     * Its own housekeeping; -1 for what is not known.
     *
     * @param secretsToReseal how many secrets the old key is still needed for, as the last look for them counted
     * @param eventsDropped how many times a plugin was not told of an event because it was behind for too long
     */
    public record Upkeep(long secretsToReseal, long eventsDropped) {
        /** Nothing is known. */
        static final Upkeep UNKNOWN = new Upkeep(-1, -1);
    }

    /** Whether this node can do its work. A plugin that failed is not the node's fault: another node could do no better. */
    public boolean isUp() {
        return database && secondsSinceBeat >= 0 && secondsSinceBeat <= LONGEST_PAUSE_SECONDS;
    }
}
