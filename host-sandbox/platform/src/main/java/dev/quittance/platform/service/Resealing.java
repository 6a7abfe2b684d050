package dev.quittance.platform.service;

import dev.quittance.platform.extension.SealedColumn;
import dev.quittance.platform.jobs.HostTask;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals with the first key what another has sealed, row by row, each in a transaction of its own: wherever it dies, every row opens
 * with one of the keys, and the next run finds those that are left. A row that changes meanwhile keeps the change. It comes back
 * every hour as long as there is more than one key, for what another node still seals with the old one. Thread-safe.
 */
final class Resealing implements HostTask {
    private static final Logger LOG = LoggerFactory.getLogger(Resealing.class);
    private static final Duration EVERY = Duration.ofHours(1);
    private static final int BATCH = 100;

    private final DataSource dataSource;
    private final SealingRepository repository;
    private final SealedBox box;
    private final boolean needed;
    private final Clock clock;

    Resealing(DataSource dataSource, SealingRepository repository, SealedBox box, boolean needed, Clock clock) {
        this.dataSource = dataSource;
        this.repository = repository;
        this.box = box;
        this.needed = needed;
        this.clock = clock;
    }

    /** What a run has done in one place. */
    private record Tally(long resealed, long unreadable) {
        Tally and(Tally other) {
            return new Tally(resealed + other.resealed, unreadable + other.unreadable);
        }
    }

    /** Whether there is another key than the one that seals. */
    boolean isNeeded() {
        return needed;
    }

    @Override
    public String name() {
        return "reseal";
    }

    @Override
    public Next run(String key, int attempt) throws SQLException {
        if (!needed) {
            return Next.done();
        }
        Tally tally = new Tally(0, 0);
        boolean whole = true;
        for (SealingRepository.Place place : repository.listPlaces()) {
            if (place.column().isPresent()) {
                tally = tally.and(reseal(place, place.column().get()));
            } else {
                whole = false;
                LOG.warn(
                        "plugin {} does not say where it keeps what is sealed: the old key is still needed",
                        place.pluginId());
            }
        }
        if (tally.unreadable() > 0) {
            LOG.warn("{} secrets open with none of the keys, and stay as they are", tally.unreadable());
        } else if (whole) {
            LOG.info(
                    "{} secrets were sealed with key {}; nothing is left that another has sealed. Once every node seals"
                            + " with it the others can be retired.",
                    tally.resealed(),
                    box.sealingKey());
        }
        return Next.recur(clock.instant().plus(EVERY));
    }

    @Override
    public Duration longestPause(String key) {
        return Duration.ofMinutes(1);
    }

    private Tally reseal(SealingRepository.Place place, SealedColumn column) throws SQLException {
        SealedRows rows = SealedRows.of(dataSource, place.schema(), column);
        long left = rows.countNotSealedWith(box.sealingKey());
        repository.noteLeft(place.pluginId(), column, left);
        Tally tally = new Tally(0, 0);
        List<Object> after = List.of();
        List<SealedRows.Row> batch;
        do {
            batch = rows.listNotSealedWith(box.sealingKey(), after, BATCH);
            for (SealedRows.Row row : batch) {
                tally = tally.and(reseal(place.pluginId(), rows, row));
                after = row.key();
            }
            if (!batch.isEmpty()) {
                repository.noteLeft(place.pluginId(), column, Math.max(0, left - tally.resealed()));
                LOG.info(
                        "{}.{}: {} sealed with key {}, {} left",
                        column.table(),
                        column.column(),
                        tally.resealed(),
                        box.sealingKey(),
                        Math.max(0, left - tally.resealed()));
            }
        } while (!batch.isEmpty() && !Thread.currentThread().isInterrupted());
        return tally;
    }

    private Tally reseal(String pluginId, SealedRows rows, SealedRows.Row row) throws SQLException {
        String associated = PluginSecrets.associated(pluginId, row.org(), row.purpose());
        try {
            byte[] resealed = box.seal(box.open(row.sealed(), associated), associated);
            return new Tally(rows.replace(row, resealed) ? 1 : 0, 0);
        } catch (GeneralSecurityException e) {
            LOG.debug("a secret does not open", e);
            return new Tally(0, 1);
        }
    }
}
