package dev.quittance.emulator.port;

import java.time.Duration;
import java.time.InstantSource;

/** A clock that a developer may move forward. Thread-safe. */
public interface MovableClock extends InstantSource {
    /** How far it is from real time. */
    Duration offset();

    /**
     * Moves it forward.
     *
     * @throws IllegalArgumentException if that would be back, or absurdly far
     * @throws java.io.UncheckedIOException if it cannot be kept
     */
    void advance(Duration by);
}
