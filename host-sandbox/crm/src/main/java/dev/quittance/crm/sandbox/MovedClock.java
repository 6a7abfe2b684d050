package dev.quittance.crm.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Real time plus the offset in a file, an ISO-8601 duration such as {@code P30D}, read at each look; real time while there is no
 * such file. The local Stripe reads the same file, so that both sides live on the same day. Thread-safe.
 */
final class MovedClock extends Clock {
    private final Path file;
    private final ZoneId zone;
    private final AtomicLong lastMillis;

    MovedClock(Path file) {
        this(file, ZoneOffset.UTC, new AtomicLong());
    }

    private MovedClock(Path file, ZoneId zone, AtomicLong lastMillis) {
        this.file = file;
        this.zone = zone;
        this.lastMillis = lastMillis;
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(offset());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new MovedClock(file, other, lastMillis);
    }

    private Duration offset() {
        try {
            Duration offset = Duration.parse(Files.readString(file).strip());
            lastMillis.set(offset.toMillis());
            return offset;
        } catch (NoSuchFileException e) {
            lastMillis.set(0);
            return Duration.ZERO;
        } catch (DateTimeParseException e) {
            // Perhaps it is being written: time must not jump back for that.
            return Duration.ofMillis(lastMillis.get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
