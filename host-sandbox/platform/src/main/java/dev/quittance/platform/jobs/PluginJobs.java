package dev.quittance.platform.jobs;

import dev.quittance.api.job.JobHandler;
import dev.quittance.api.job.JobRun;
import dev.quittance.api.job.Jobs;
import dev.quittance.platform.extension.Calls;
import dev.quittance.platform.extension.LivePlugin;
import dev.quittance.platform.extension.LivePlugins;
import dev.quittance.platform.extension.PluginFault;
import dev.quittance.platform.extension.TimeLimit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The jobs of all plugins, as one kind of work whose key is {@code plugin/job/key}. Work for a plugin that is off waits for it.
 * Thread-safe.
 */
public final class PluginJobs implements HostTask {
    /** Work of a plugin that is off is looked at again after this: it is done soon after the plugin is on. */
    private static final Duration WHILE_OFF = Duration.ofSeconds(15);
    /** Work for a job that the plugin no longer has: an older or newer version may have it. */
    private static final Duration WITHOUT_HANDLER = Duration.ofHours(1);

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final LivePlugins plugins;
    private final Calls calls;
    private final Clock clock;
    private final Set<String> withoutRecurring;
    private final AtomicReference<JobScheduler> scheduler = new AtomicReference<>();

    /**
     * Jobs of these plugins.
     *
     * @param withoutRecurring ids of jobs that do not recur here: a developer's switch
     */
    public PluginJobs(LivePlugins plugins, Calls calls, Clock clock, Set<String> withoutRecurring) {
        this.plugins = plugins;
        this.calls = calls;
        this.clock = clock;
        this.withoutRecurring = Set.copyOf(withoutRecurring);
    }

    /** Tells where to keep work. Once, before anything else. */
    public void keepIn(JobScheduler where) {
        scheduler.set(where);
    }

    /** The jobs of one plugin, for its context. */
    public Jobs jobsOf(String pluginId) {
        return new Jobs() {
            @Override
            public void runSoon(String jobId, String key) {
                runAt(jobId, key, clock.instant());
            }

            @Override
            public void runAt(String jobId, String key, Instant moment) {
                keep(pluginId, jobId, key, moment);
            }
        };
    }

    /** Has the recurring jobs of a plugin run now, and from then on as often as they say. */
    public void startRecurring(LivePlugin plugin) {
        for (JobHandler handler : plugin.extensions(JobHandler.class)) {
            String id = calls.call(plugin, TimeLimit.HOOK, handler::id);
            boolean recurs = calls.call(plugin, TimeLimit.HOOK, handler::every).isPresent();
            if (recurs && !withoutRecurring.contains(id)) {
                keep(plugin.id(), id, "", clock.instant());
            }
        }
    }

    @Override
    public String name() {
        return "plugin-job";
    }

    @Override
    public Next run(String key, int attempt) {
        String[] parts = key.split("/", 3);
        Optional<LivePlugin> plugin = plugins.findOn(parts[0]);
        if (plugin.isEmpty()) {
            return Next.await(clock.instant().plus(WHILE_OFF));
        }
        try {
            return run(plugin.get(), parts[1], new JobRun(parts[2], attempt));
        } catch (PluginFault fault) {
            if (fault.kind() == PluginFault.Kind.OFF) {
                return Next.await(clock.instant().plus(WHILE_OFF));
            }
            throw fault;
        }
    }

    @Override
    public Duration longestPause(String key) {
        String[] parts = key.split("/", 3);
        return plugins.findOn(parts[0])
                .filter(plugin -> parts[2].isEmpty())
                .flatMap(plugin -> findHandler(plugin, parts[1]).flatMap(handler -> every(plugin, handler)))
                .orElse(LONGEST_PAUSE);
    }

    private Next run(LivePlugin plugin, String jobId, JobRun run) {
        Optional<JobHandler> handler = findHandler(plugin, jobId);
        if (handler.isEmpty()) {
            return Next.await(clock.instant().plus(WITHOUT_HANDLER));
        }
        boolean bySchedule = run.key().isEmpty();
        if (bySchedule && withoutRecurring.contains(jobId)) {
            return Next.done();
        }
        calls.run(plugin, TimeLimit.JOB, "job-" + jobId, () -> handler.get().run(run));
        Optional<Duration> every = bySchedule ? every(plugin, handler.get()) : Optional.empty();
        return every.map(pause -> Next.recur(clock.instant().plus(pause))).orElseGet(Next::done);
    }

    private Optional<JobHandler> findHandler(LivePlugin plugin, String jobId) {
        return plugin.extensions(JobHandler.class).stream()
                .filter(handler ->
                        calls.call(plugin, TimeLimit.HOOK, handler::id).equals(jobId))
                .findFirst();
    }

    private Optional<Duration> every(LivePlugin plugin, JobHandler handler) {
        return calls.call(plugin, TimeLimit.HOOK, handler::every);
    }

    private void keep(String pluginId, String jobId, String key, Instant moment) {
        JobScheduler where = scheduler.get();
        if (where == null) {
            throw new IllegalStateException("jobs are not started");
        }
        if (!jobId.matches("[a-z0-9-]{1,40}") || key.length() > 200) {
            throw new IllegalArgumentException(
                    "a job id has lower-case letters, digits and hyphens, a key at most 200");
        }
        where.runAt(this, pluginId + "/" + jobId + "/" + key, moment);
    }
}
