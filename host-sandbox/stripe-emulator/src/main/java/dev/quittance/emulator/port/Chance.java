package dev.quittance.emulator.port;

import java.security.SecureRandom;

/** Where ids, keys and the order of deliveries come from. Given the same numbers, the local Stripe does the same. */
@FunctionalInterface
public interface Chance {
    /** Any long, all equally likely. Called under the local Stripe's lock, so it need not be thread-safe. */
    long nextLong();

    /** Chance that nobody can foretell. */
    static Chance secure() {
        return new SecureRandom()::nextLong;
    }
}
