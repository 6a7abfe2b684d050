package dev.quittance.emulator.http;

import dev.quittance.emulator.port.MovableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Real time plus an offset that a file holds, as an ISO-8601 duration such as {@code P30D} or {@code PT26H}. The file is
 * read at each look at the clock; if it is absent, it is real time. Whoever reads the same file has the same time.
 * Thread-safe.
 */
public final class OffsetClock implements MovableClock {
    private static final Logger LOG = LoggerFactory.getLogger(OffsetClock.class);

    /** Further on, cards that never expire here have expired. */
    private static final Duration FURTHEST = Duration.ofDays(3650);

    private final @Nullable Path file;
    private final InstantSource real;
    private final AtomicLong lastGoodMillis = new AtomicLong();

    public OffsetClock(Path file, InstantSource real) {
        this(real, file);
    }

    private OffsetClock(InstantSource real, @Nullable Path file) {
        this.file = file;
        this.real = real;
    }

    /** Its offset lives as long as this process. */
    public static OffsetClock inMemory(InstantSource real) {
        return new OffsetClock(real, null);
    }

    @Override
    public Instant instant() {
        return real.instant().plus(offset());
    }

    @Override
    public Duration offset() {
        if (file == null) {
            return Duration.ofMillis(lastGoodMillis.get());
        }
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

    @Override
    public synchronized void advance(Duration by) {
        Duration offset = offset().plus(by);
        if (by.isNegative() || offset.compareTo(FURTHEST) > 0) {
            throw new IllegalArgumentException("The clock goes forward only, and at most ten years from real time.");
        }
        if (file != null) {
            write(file, offset);
        }
        lastGoodMillis.set(offset.toMillis());
    }

    /** By another file that takes its name, as others read it at any moment. */
    private static void write(Path file, Duration offset) {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(draft, offset + "\n");
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The clock file " + file + " cannot be written", e);
        }
    }
}
