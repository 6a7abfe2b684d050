package dev.quittance.trials.simulation;

import java.util.Optional;

/**
 * What came back from a call into the plugin.
 *
 * @param value the answer; empty if the process was down, died, or answered with an error
 * @param writes how many transactions that changed something it committed
 * @param callsOut how often it called Stripe
 */
record Reply<T>(Optional<T> value, int writes, int callsOut) {
    static <T> Reply<T> none() {
        return new Reply<>(Optional.empty(), 0, 0);
    }

    boolean isBusy() {
        return writes > 0 || callsOut > 0;
    }
}
