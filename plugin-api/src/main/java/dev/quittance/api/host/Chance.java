package dev.quittance.api.host;

import dev.quittance.api.ImplementedByHost;

/** Chance for jitter and ties; not for secrets. Thread-safe. */
@ImplementedByHost
public interface Chance {
    /** A number from 0 to {@code bound - 1}; {@code bound} is positive. */
    long below(long bound);
}
