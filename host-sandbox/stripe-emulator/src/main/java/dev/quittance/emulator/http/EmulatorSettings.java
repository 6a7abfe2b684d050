package dev.quittance.emulator.http;

import dev.quittance.emulator.journal.Journal;
import dev.quittance.emulator.port.Chance;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * How a local Stripe is served.
 *
 * @param host the address to bind, such as {@code 127.0.0.1}
 * @param port the port; 0 takes any free one
 * @param origin how others reach it, if that is not {@code http://localhost:port}
 * @param acknowledgeWait how long the hosted page holds its redirect for the webhook to be answered
 */
public record EmulatorSettings(
        String host,
        int port,
        Optional<URI> origin,
        Journal journal,
        InstantSource clock,
        Chance chance,
        Duration acknowledgeWait) {

    /** What Stripe's hosted page waits at most. */
    public static final Duration STRIPES_WAIT = Duration.ofSeconds(10);

    /** On this machine only, in real time, with Stripe's wait. */
    public static EmulatorSettings onThisMachine(int port, Journal journal) {
        return new EmulatorSettings(
                "127.0.0.1",
                port,
                Optional.empty(),
                journal,
                OffsetClock.inMemory(InstantSource.system()),
                Chance.secure(),
                STRIPES_WAIT);
    }

    /** The same by another clock. */
    public EmulatorSettings withClock(InstantSource other) {
        return new EmulatorSettings(host, port, origin, journal, other, chance, acknowledgeWait);
    }

    /** The same, reached by another address. */
    public EmulatorSettings withOrigin(URI other) {
        return new EmulatorSettings(host, port, Optional.of(other), journal, clock, chance, acknowledgeWait);
    }
}
