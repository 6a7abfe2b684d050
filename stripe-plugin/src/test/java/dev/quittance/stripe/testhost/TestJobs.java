package dev.quittance.stripe.testhost;

import dev.quittance.api.job.JobHandler;
import dev.quittance.api.job.JobRun;
import dev.quittance.api.job.Jobs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Jobs that wait until a test runs them. */
public final class TestJobs implements Jobs {
    private static final int MAX_ROUNDS = 100;

    private final TestClock clock;
    private final Map<String, Instant> waiting = new TreeMap<>();

    TestJobs(TestClock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void runSoon(String jobId, String key) {
        runAt(jobId, key, clock.instant());
    }

    @Override
    public synchronized void runAt(String jobId, String key, Instant moment) {
        CrashingDataSource.requireNoTransaction("a job");
        waiting.merge(jobId + "\n" + key, moment, (a, b) -> a.isBefore(b) ? a : b);
    }

    /** What waits, as {@code job} and {@code key} with a slash between. */
    public synchronized List<String> waiting() {
        return waiting.keySet().stream().map(name -> name.replace('\n', '/')).toList();
    }

    /** Forgets every nudge, as a crash may. */
    public synchronized void forget() {
        waiting.clear();
    }

    /** Runs what is due by now, and what that makes due, until nothing is; jobs without a handler here are dropped. */
    public void runDue(List<JobHandler> handlers) {
        for (int round = 0; round < MAX_ROUNDS; round++) {
            List<String> due = takeDue();
            if (due.isEmpty()) {
                return;
            }
            for (String name : due) {
                String[] parts = name.split("\n", -1);
                run(handlers, parts[0], parts[1]);
            }
        }
        throw new IllegalStateException("jobs keep each other running: " + waiting());
    }

    /** Runs every recurring job once, as its schedule would, and then what is due. */
    public void runSchedule(List<JobHandler> handlers) {
        for (JobHandler handler : handlers) {
            if (handler.every().isPresent()) {
                run(handlers, handler.id(), "");
            }
        }
        runDue(handlers);
    }

    private synchronized List<String> takeDue() {
        List<String> due = new ArrayList<>();
        waiting.forEach((name, moment) -> {
            if (!moment.isAfter(clock.instant())) {
                due.add(name);
            }
        });
        due.forEach(waiting::remove);
        return due;
    }

    private static void run(List<JobHandler> handlers, String id, String key) {
        for (JobHandler handler : handlers) {
            if (handler.id().equals(id)) {
                try {
                    handler.run(new JobRun(key, 1));
                } catch (RuntimeException e) {
                    throw e;
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }
}
