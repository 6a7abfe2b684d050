package dev.quittance.stripe.watch;

import dev.quittance.api.PluginContext;
import dev.quittance.api.identity.OrgId;
import dev.quittance.stripe.outbox.Outbox;
import dev.quittance.stripe.outbox.OutboxEntry;
import dev.quittance.stripe.storage.Database;
import dev.quittance.stripe.watch.AlarmRepository.Alarm;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;

/**
 * Tells an admin once when something passes its limit, again while it lasts, and once when it is over. Two nodes that look at the
 * same time tell it once: the row of the alarm decides. Thread-safe.
 */
final class Alarms {
    /** Once a working day, so that nobody forgets it and nobody learns to look away. */
    static final Duration AGAIN = Duration.ofDays(1);

    /** What goes to and fro around its limit is one alarm and not ten. */
    static final Duration CALM = Duration.ofMinutes(10);

    static final String PAST = "past";
    static final String OVER = "over";

    private final PluginContext context;
    private final Database database;
    private final Outbox outbox;
    private final AlarmRepository repository = new AlarmRepository();

    Alarms(PluginContext context, Database database, Outbox outbox) {
        this.context = context;
        this.database = database;
        this.outbox = outbox;
    }

    /** Compares what was read with what is known, and tells the difference. Safe to repeat. */
    void judge(OrgId org, List<Reading> readings, Instant now) {
        Map<Watched, Alarm> known = database.read(sql -> repository.list(sql, org));
        boolean told = false;
        for (Reading reading : readings) {
            Optional<Alarm> alarm = Optional.ofNullable(known.get(reading.watched()));
            if (alarm.isPresent() || reading.isPast(now)) {
                told |= database.transaction(tx -> judge(tx, org, reading, alarm, now));
            }
        }
        if (told) {
            outbox.nudge();
        }
    }

    private boolean judge(DSLContext tx, OrgId org, Reading reading, Optional<Alarm> known, Instant now) {
        if (known.isEmpty()) {
            return repository.raise(tx, org, reading.watched(), now)
                    && tell(tx, org, reading, new Alarm(now, now, 1, Optional.empty()), PAST);
        }
        Alarm alarm = known.get();
        if (!reading.isPast(now)) {
            return calm(tx, org, reading, alarm, now);
        }
        Alarm again = new Alarm(alarm.since(), now, alarm.told() + 1, Optional.empty());
        boolean isDue = !now.isBefore(alarm.toldAt().plus(AGAIN));
        if (isDue) {
            return repository.change(tx, org, reading.watched(), alarm, again) && tell(tx, org, reading, again, PAST);
        }
        Alarm loud = new Alarm(alarm.since(), alarm.toldAt(), alarm.told(), Optional.empty());
        if (!loud.equals(alarm)) {
            boolean changed = repository.change(tx, org, reading.watched(), alarm, loud);
            assert changed || !alarm.equals(loud);
        }
        return false;
    }

    private boolean calm(DSLContext tx, OrgId org, Reading reading, Alarm alarm, Instant now) {
        if (alarm.calmSince().isEmpty()) {
            Alarm quiet = new Alarm(alarm.since(), alarm.toldAt(), alarm.told(), Optional.of(now));
            boolean changed = repository.change(tx, org, reading.watched(), alarm, quiet);
            assert changed || !alarm.equals(quiet);
            return false;
        }
        boolean isOver = !now.isBefore(alarm.calmSince().get().plus(CALM));
        return isOver && repository.end(tx, org, reading.watched(), alarm) && tell(tx, org, reading, alarm, OVER);
    }

    private boolean tell(DSLContext tx, OrgId org, Reading reading, Alarm alarm, String what) {
        Instant now = context.clock().instant();
        String key = WatchNotice.KIND + "/" + reading.watched().id() + "/"
                + alarm.since().toEpochMilli() + "/" + what + "/" + alarm.told();
        String detail = String.join(
                "/",
                reading.watched().id(),
                what,
                reading.backlog().words(),
                Long.toString(reading.backlog().age(now).toMinutes()));
        return outbox.addIfNew(
                tx, new OutboxEntry(org, key, WatchNotice.KIND, context.ids().next(), detail, now));
    }
}
