package dev.quittance.trials.simulation;

import dev.quittance.api.job.JobHandler;
import dev.quittance.api.job.JobRun;
import dev.quittance.api.job.Jobs;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The host's scheduler by virtual time. A recurring job that found nothing to do runs less and less often until something is
 * committed to a table that it looked into: runs that find nothing would only take time. What waits in a process dies with it, since the plugin's tables are
 * the queue.
 */
final class JobBoard {
    private static final Duration SOON = Duration.ofMillis(20);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(10);
    private static final int RETRY_DOUBLINGS = 6;

    /** Each run in a row that finds nothing makes the pause four times as long, up to an hour. */
    private static final int IDLE_SHIFT = 2;

    private static final int MOST_IDLE_RUNS = 4;
    private static final Duration MOST_IDLE = Duration.ofHours(1);

    /** Some hosts run recurring jobs on time, others are always behind. */
    private static final List<Integer> SLOWNESS = List.of(1, 1, 4, 12, 30);

    private record Waiting(Instant moment, long number) {}

    private final Scene scene;
    private final Host host;
    private final Dice dice;
    private final Map<String, JobHandler> handlers = new LinkedHashMap<>();
    private final Map<String, Integer> idleRuns = new LinkedHashMap<>();
    private final Map<String, Set<String>> queues = new LinkedHashMap<>();
    private final Map<String, Waiting> waiting = new LinkedHashMap<>();
    private final int slowness;
    private long numbers;
    private boolean lazy;

    JobBoard(Scene scene, Host host) {
        this.scene = scene;
        this.host = host;
        this.dice = scene.dice().named("jobs");
        this.slowness = dice.pick(SLOWNESS);
    }

    /** A process has started: its recurring jobs run soon. */
    void start(List<JobHandler> found) {
        for (JobHandler handler : found) {
            handlers.put(handler.id(), handler);
            if (handler.every().isPresent()) {
                idleRuns.put(handler.id(), 0);
                put(handler.id(), "", soon().plus(dice.between(Duration.ZERO, Duration.ofSeconds(5))), 1);
            }
        }
    }

    /** The process is gone, and what waited in it. */
    void clear() {
        handlers.clear();
        idleRuns.clear();
        waiting.clear();
    }

    /** Something was committed: for jobs that look there, there may be work again. */
    void wake(Set<String> tablesWritten) {
        for (String id : List.copyOf(idleRuns.keySet())) {
            Set<String> queue = queues.getOrDefault(id, tablesWritten);
            if (Collections.disjoint(queue, tablesWritten)) {
                continue;
            }
            idleRuns.put(id, 0);
            put(id, "", scene.clock().instant().plus(pause(id, 0)), 1);
        }
    }

    /**
     * From now on recurring jobs run once an hour, whatever there is to do: only time has to pass, and a host may be slow. What is
     * asked for runs as before.
     */
    void beLazy() {
        lazy = true;
    }

    /** What a plugin in this process asks for. */
    Jobs of(Lifeline life) {
        return new Jobs() {
            @Override
            public void runSoon(String jobId, String key) {
                runAt(jobId, key, soon());
            }

            @Override
            public void runAt(String jobId, String key, Instant moment) {
                life.requireAlive();
                if (!handlers.containsKey(jobId) && !handlers.isEmpty()) {
                    scene.violations().add("unknown_job", jobId);
                }
                if (scene.database().hasOpenTransaction()) {
                    scene.violations().add("nudge_before_commit", jobId);
                }
                if (!scene.faults().strike(FaultKind.NUDGE_LOST)) {
                    put(jobId, key, moment.isBefore(soon()) ? soon() : moment, 1);
                }
            }
        };
    }

    private Instant soon() {
        return scene.clock().instant().plus(SOON);
    }

    private Duration every(String id) {
        JobHandler handler = handlers.get(id);
        return handler == null ? MOST_IDLE : handler.every().orElse(MOST_IDLE).multipliedBy(slowness);
    }

    /** Stays one run for each key; the earlier moment counts. */
    private void put(String id, String key, Instant moment, int attempt) {
        String name = id + "/" + key;
        Waiting already = waiting.get(name);
        if (already != null && !moment.isBefore(already.moment())) {
            return;
        }
        long number = numbers++;
        waiting.put(name, new Waiting(moment, number));
        scene.agenda().at(moment, () -> run(id, key, number, attempt));
    }

    private void run(String id, String key, long number, int attempt) {
        Waiting due = waiting.get(id + "/" + key);
        JobHandler handler = handlers.get(id);
        if (due == null || due.number() != number || handler == null) {
            return;
        }
        waiting.remove(id + "/" + key);
        Reply<Boolean> reply = host.call("job " + id, process -> {
            handler.run(new JobRun(key, attempt));
            return true;
        });
        boolean recurring = key.isEmpty() && idleRuns.containsKey(id);
        if (reply.value().isEmpty()) {
            if (handlers.get(id) == handler) {
                put(id, key, scene.clock().instant().plus(FIRST_RETRY.multipliedBy(1L << attempt)), next(attempt));
            }
        } else if (recurring) {
            if (!reply.isBusy()) {
                queues.computeIfAbsent(id, job -> new TreeSet<>()).addAll(reply.tablesRead());
            }
            int idle = reply.isBusy() ? 0 : Math.min(MOST_IDLE_RUNS, idleRuns.getOrDefault(id, 0) + 1);
            idleRuns.put(id, idle);
            put(id, key, scene.clock().instant().plus(pause(id, idle)), 1);
        }
    }

    private Duration pause(String id, int idle) {
        if (lazy) {
            return MOST_IDLE;
        }
        Duration stretched = every(id).multipliedBy(1L << (IDLE_SHIFT * idle));
        return stretched.compareTo(MOST_IDLE) < 0 ? stretched : MOST_IDLE;
    }

    private static int next(int attempt) {
        return Math.min(attempt + 1, RETRY_DOUBLINGS);
    }
}
