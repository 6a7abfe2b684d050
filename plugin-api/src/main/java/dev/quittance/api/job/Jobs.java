package dev.quittance.api.job;

import dev.quittance.api.ImplementedByHost;
import java.time.Instant;

/**
 * Work to do later. Thread-safe. Not part of the plugin's transaction: call it after commit, as a nudge; the plugin's table is
 * the queue, and a recurring run finds what a lost nudge left.
 */
@ImplementedByHost
public interface Jobs {
    /** Runs the job soon. If it is waiting for this key already it stays one run. */
    void runSoon(String jobId, String key);

    /** Runs the job at this moment or soon after, UTC. If it is waiting for this key already, the earlier moment counts. */
    void runAt(String jobId, String key, Instant moment);
}
