package dev.quittance.platform.jobs;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Notes when the scheduler last looked for work. Thread-safe. */
final class Beats extends AbstractSchedulerListener {
    private final Clock clock;
    private final AtomicReference<Optional<Instant>> last;

    Beats(Clock clock, AtomicReference<Optional<Instant>> last) {
        this.clock = clock;
        this.last = last;
    }

    @Override
    public void onSchedulerEvent(SchedulerEventType type) {
        if (type == SchedulerEventType.RAN_EXECUTE_DUE) {
            last.set(Optional.of(clock.instant()));
        }
    }
}
