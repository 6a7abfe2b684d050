package dev.quittance.stripe.watch;

import static dev.quittance.stripe.storage.jooq.Tables.WATCH_ALARM;

import dev.quittance.api.identity.OrgId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** SQL of the alarms. Whoever changes one names what it was: of two at the same time one wins. */
final class AlarmRepository {
    /**
     * Something that is past its limit.
     *
     * @param since when that was first seen, UTC
     * @param toldAt when an admin was told last, UTC
     * @param told how often, which also tells one change from the other
     * @param calmSince since when it is within its limit again, UTC
     */
    record Alarm(Instant since, Instant toldAt, int told, Optional<Instant> calmSince) {}

    Map<Watched, Alarm> list(DSLContext sql, OrgId org) {
        Map<Watched, Alarm> all = new EnumMap<>(Watched.class);
        sql.selectFrom(WATCH_ALARM)
                .where(WATCH_ALARM.ORG_ID.eq(org.value()))
                .forEach(row -> all.put(
                        Watched.of(row.getWatched()),
                        new Alarm(
                                row.getSince(),
                                row.getToldAt(),
                                row.getTold(),
                                Optional.ofNullable(row.getCalmSince()))));
        return all;
    }

    boolean raise(DSLContext tx, OrgId org, Watched watched, Instant now) {
        return tx.insertInto(WATCH_ALARM)
                        .set(WATCH_ALARM.ORG_ID, org.value())
                        .set(WATCH_ALARM.WATCHED, watched.id())
                        .set(WATCH_ALARM.SINCE, now)
                        .set(WATCH_ALARM.TOLD_AT, now)
                        .set(WATCH_ALARM.TOLD, 1)
                        .onConflict(WATCH_ALARM.ORG_ID, WATCH_ALARM.WATCHED)
                        .doNothing()
                        .execute()
                == 1;
    }

    boolean change(DSLContext tx, OrgId org, Watched watched, Alarm from, Alarm to) {
        return tx.update(WATCH_ALARM)
                        .set(WATCH_ALARM.TOLD_AT, to.toldAt())
                        .set(WATCH_ALARM.TOLD, to.told())
                        .set(WATCH_ALARM.CALM_SINCE, to.calmSince().orElse(null))
                        .where(is(org, watched, from))
                        .execute()
                == 1;
    }

    boolean end(DSLContext tx, OrgId org, Watched watched, Alarm alarm) {
        return tx.deleteFrom(WATCH_ALARM).where(is(org, watched, alarm)).execute() == 1;
    }

    private static Condition is(OrgId org, Watched watched, Alarm alarm) {
        Condition calm = alarm.calmSince().map(WATCH_ALARM.CALM_SINCE::eq).orElseGet(WATCH_ALARM.CALM_SINCE::isNull);
        return WATCH_ALARM
                .ORG_ID
                .eq(org.value())
                .and(WATCH_ALARM.WATCHED.eq(watched.id()))
                .and(WATCH_ALARM.SINCE.eq(alarm.since()))
                .and(WATCH_ALARM.TOLD.eq(alarm.told()))
                .and(calm);
    }
}
