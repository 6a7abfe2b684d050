package dev.quittance.emulator.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Real time plus an offset that a file holds, as an ISO-8601 duration such as {@code P30D} or {@code PT26H}. The file is
 * read at each look at the clock; if it is absent, it is real time. Thread-safe.
 */
public final class OffsetClock implements InstantSource {
    private static final Logger LOG = LoggerFactory.getLogger(OffsetClock.class);

    private final Path file;
    private final InstantSource real;
    private final AtomicLong lastGoodMillis = new AtomicLong();

    public OffsetClock(Path file, InstantSource real) {
        this.file = file;
        this.real = real;
    }

    @Override
    public Instant instant() {
        return real.instant().plus(offset());
    }

    private Duration offset() {
        try {
            String text = Files.readString(file).trim();
            Duration offset = text.isEmpty() ? Duration.ZERO : Duration.parse(text);
            lastGoodMillis.set(offset.toMillis());
            return offset;
        } catch (NoSuchFileException e) {
            lastGoodMillis.set(0);
            return Duration.ZERO;
        } catch (IOException | DateTimeParseException e) {
            // Perhaps read while it was being written: time must not jump back for that.
            LOG.warn("The clock file {} cannot be read as a duration; the last offset stays.", file);
            return Duration.ofMillis(lastGoodMillis.get());
        }
    }
}
