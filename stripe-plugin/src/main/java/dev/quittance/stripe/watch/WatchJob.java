package dev.quittance.stripe.watch;

import dev.quittance.api.PluginContext;
import dev.quittance.api.identity.OrgId;
import dev.quittance.api.job.JobHandler;
import dev.quittance.api.job.JobRun;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pf4j.Extension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks once a minute, sets the figures, and raises or ends alarms. An organisation that cannot be read keeps no other from it. */
@Extension
final class WatchJob implements JobHandler {
    private static final Logger LOG = LoggerFactory.getLogger(WatchJob.class);
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final PluginContext context;
    private final Watch watch;
    private final Alarms alarms;

    WatchJob(PluginContext context, Watch watch, Alarms alarms) {
        this.context = context;
        this.watch = watch;
        this.alarms = alarms;
    }

    @Override
    public String id() {
        return "watch";
    }

    @Override
    public Optional<Duration> every() {
        return Optional.of(EVERY);
    }

    @Override
    public void run(JobRun run) {
        Figures figures = new Figures();
        for (OrgId org : watch.organisations()) {
            try {
                look(org, figures);
            } catch (RuntimeException e) {
                LOG.warn("how far the work of {} is behind could not be read: {}", org.value(), e.toString());
            }
        }
        figures.show(context);
    }

    private void look(OrgId org, Figures figures) {
        Instant now = context.clock().instant();
        List<Reading> readings = watch.read(org);
        readings.forEach(reading -> figures.add(reading, now));
        watch.findLastHeard(org).ifPresent(heard -> figures.heard(Duration.between(heard, now)));
        alarms.judge(org, readings, now);
    }

    /** Over all organisations: how many, added up, and how old, the oldest. */
    private static final class Figures {
        private final Map<Watched, Long> counts = new EnumMap<>(Watched.class);
        private final Map<Watched, Long> ages = new EnumMap<>(Watched.class);
        private long sinceHeard;

        void add(Reading reading, Instant now) {
            counts.merge(reading.watched(), (long) reading.backlog().count(), (one, other) -> one + other);
            ages.merge(reading.watched(), reading.backlog().age(now).toSeconds(), (one, other) -> Math.max(one, other));
        }

        void heard(Duration ago) {
            sinceHeard = Math.max(sinceHeard, ago.toSeconds());
        }

        void show(PluginContext context) {
            counts.forEach((watched, count) -> context.metrics().gauge(watched.id() + "_count", count));
            ages.forEach((watched, age) -> context.metrics().gauge(watched.id() + "_oldest_seconds", age));
            context.metrics().gauge("last_verified_event_seconds", sinceHeard);
        }
    }
}
