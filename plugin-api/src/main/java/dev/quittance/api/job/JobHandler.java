package dev.quittance.api.job;

import dev.quittance.api.ImplementedByPlugin;
import java.time.Duration;
import java.util.Optional;
import org.pf4j.ExtensionPoint;

/**
 * Work of one kind. Runs at least once for each key, perhaps on two nodes at the same time: effects must be idempotent. What it
 * throws is tried again with growing pauses. 5 minutes at most. Must be thread-safe.
 */
@ImplementedByPlugin
public interface JobHandler extends ExtensionPoint {
    /** Names the job within the plugin: lower-case letters, digits, hyphens. Never changes. */
    String id();

    /** How often it runs by itself, the first time soon after the plugin is enabled; empty for only when asked. Its key is then empty. */
    default Optional<Duration> every() {
        return Optional.empty();
    }

    /**
     * Does the work. The key says which; the plugin's tables say what.
     *
     * @throws Exception to be run again later
     */
    void run(JobRun run) throws Exception;
}
