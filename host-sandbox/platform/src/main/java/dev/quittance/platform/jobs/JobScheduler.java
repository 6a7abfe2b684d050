package dev.quittance.platform.jobs;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.quittance.platform.extension.HostSide;
import dev.quittance.platform.meter.Meters;
import dev.quittance.platform.trace.Trace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs tasks at least once, on one of the nodes. Keys that wait already stay one run; a key that is just running gets one more
 * run after it, since what it was asked for may have come too late for the first. Thread-safe.
 */
public final class JobScheduler implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JobScheduler.class);
    /** A nudge on the same node is seen at once; this is for those of other nodes, and for moments that come. */
    private static final Duration POLLING = Duration.ofSeconds(1);
    /** With {@link #MISSED_HEARTBEATS}: the work of a node that died is taken over within a quarter of a minute. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(3);

    private static final int MISSED_HEARTBEATS = 4;
    /** Work of a task that this version does not know is kept for a later one. */
    private static final Duration KEEP_UNKNOWN = Duration.ofDays(3650);

    private static final Duration SHUTDOWN_PATIENCE = Duration.ofSeconds(10);
    /** As many as a small host's processors keep busy; more only wait for the database. */
    private static final int THREADS = 6;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    /** 2 s doubled so often is beyond every longest pause. */
    private static final int MAX_DOUBLINGS = 16;
    /** How often one key may run at the same time: the first, the one nudged meanwhile, and room for a node that hangs. */
    private static final int SLOTS = 4;
    /** Longer keys are shortened by their hash, so that they fit the column. */
    private static final int LONGEST_INSTANCE = 280;

    private static final int RETRIES_OF_A_RACE = 10;

    private final Clock clock;
    private final Meters meters;
    private final AtomicReference<Optional<Instant>> lastBeat = new AtomicReference<>(Optional.empty());
    private final Scheduler scheduler;

    /**
     * Makes the scheduler, with its threads started: one started later, from within a plugin's call, would keep the plugin's
     * class loader.
     *
     * @param dataSource the host's pool
     * @param table the table of jobs, with its schema
     * @param nodeName this node
     * @param clock time
     * @param tasks all kinds of work
     */
    public JobScheduler(
            DataSource dataSource, String table, String nodeName, Clock clock, List<? extends HostTask> tasks) {
        this(dataSource, table, new Node(nodeName, clock, Meters.none()), tasks);
    }

    /**
     * Where it runs.
     *
     * @param name this node
     * @param clock time
     * @param meters what is counted
     */
    public record Node(String name, Clock clock, Meters meters) {}

    /** The same, counted. */
    public JobScheduler(DataSource dataSource, String table, Node node, List<? extends HostTask> tasks) {
        this.clock = node.clock();
        this.meters = node.meters();
        List<Task<?>> all = tasks.stream().<Task<?>>map(this::adapt).toList();
        scheduler = Scheduler.create(dataSource, all)
                .tableName(table)
                .schedulerName(new SchedulerName.Fixed(node.name()))
                .serializer(new TextSerializer())
                .clock(clock::instant)
                .pollingInterval(POLLING)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .deleteUnresolvedAfter(KEEP_UNKNOWN)
                .shutdownMaxWait(SHUTDOWN_PATIENCE)
                .threads(THREADS)
                .executorService(startedThreads())
                .addSchedulerListener(new Beats(clock, lastBeat))
                .enableImmediateExecution()
                .build();
    }

    /** Begins to run what is due. */
    public void start() {
        scheduler.start();
    }

    /** When this node last looked for work; empty before it first has. */
    public Optional<Instant> lastBeat() {
        return Objects.requireNonNull(lastBeat.get());
    }

    /** Runs the work soon. */
    public void runSoon(HostTask task, String key) {
        runAt(task, key, clock.instant());
    }

    /** Runs the work at this moment or soon after; of two moments for work that waits the earlier one counts. */
    public void runAt(HostTask task, String key, Instant moment) {
        try {
            HostSide.run(() -> {
                place(task.name(), key, moment);
                return null;
            });
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a job could not be kept", e);
        }
    }

    /** Lets runs end, for a bounded time, and stops. */
    @Override
    public void close() {
        scheduler.stop();
    }

    private void place(String task, String key, Instant moment) {
        int races = 0;
        for (int slot = 0; slot < SLOTS && races < RETRIES_OF_A_RACE; ) {
            TaskInstance<String> instance = new TaskInstance<>(task, instanceId(key, slot), key);
            if (scheduler.scheduleIfNotExists(instance, moment)) {
                return;
            }
            Optional<ScheduledExecution<Object>> there = scheduler.getScheduledExecution(instance);
            if (there.isPresent() && there.get().isPicked()) {
                slot++;
            } else if (there.isPresent() && !there.get().getExecutionTime().isAfter(moment)) {
                return;
            } else if (there.isPresent() && moved(instance, moment)) {
                return;
            } else {
                races++;
            }
        }
        LOG.warn("a job runs {} times at once already: not asked for again", SLOTS);
    }

    private boolean moved(TaskInstance<String> instance, Instant moment) {
        try {
            return scheduler.reschedule(instance, moment);
        } catch (TaskInstanceCurrentlyExecutingException | TaskInstanceNotFoundException | ExecutionException e) {
            // The last one is told as a bug there: between its reading and its update the job was taken or moved by
            // another.
            LOG.debug("a job began meanwhile", e);
            return false;
        }
    }

    private Task<String> adapt(HostTask task) {
        return Tasks.custom(task.name(), String.class)
                .onFailure((complete, operations) -> {
                    Duration pause = pause(complete.getExecution().consecutiveFailures);
                    Duration longest = task.longestPause(
                            String.valueOf(complete.getExecution().taskInstance.getData()));
                    operations.reschedule(
                            complete, clock.instant().plus(pause.compareTo(longest) < 0 ? pause : longest));
                })
                .execute((instance, context) -> run(task, instance, context));
    }

    private CompletionHandler<String> run(HostTask task, TaskInstance<String> instance, ExecutionContext context) {
        HostTask.Next next;
        String outcome = "failed";
        try (Trace trace = Trace.begin()) {
            LOG.debug("{} begins as {}", task.name(), trace.id());
            next = task.run(instance.getData(), context.getExecution().consecutiveFailures + 1);
            outcome = "ran";
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            meters.job(task.name(), outcome);
        }
        boolean extra = !instance.getId().endsWith("#0");
        return (complete, operations) -> {
            if (next.kind() == HostTask.Next.Kind.DONE || (extra && next.kind() == HostTask.Next.Kind.RECUR)) {
                operations.stop();
            } else {
                operations.reschedule(complete, next.at());
            }
        };
    }

    private static Duration pause(int failures) {
        return FIRST_PAUSE.multipliedBy(1L << Math.min(failures, MAX_DOUBLINGS));
    }

    private static String instanceId(String key, int slot) {
        String shown = key.length() <= LONGEST_INSTANCE
                ? key
                : key.substring(0, LONGEST_INSTANCE - Digests.HEX_LENGTH) + Digests.sha256Hex(key);
        return shown + "#" + slot;
    }

    private static ThreadPoolExecutor startedThreads() {
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor threads =
                new ThreadPoolExecutor(THREADS, THREADS, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "plugin-job-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        threads.prestartAllCoreThreads();
        return threads;
    }
}
