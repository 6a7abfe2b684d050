package dev.quittance.trials.simulation;

import java.util.Optional;
import java.util.Set;

/**
 * What came back from a call into the plugin.
 *
 * @param value the answer; empty if the process was down, died, or answered with an error
 * @param writes how many transactions that changed something it committed
 * @param callsOut how often it called Stripe
 * @param tablesRead where it looked
 */
record Reply<T>(Optional<T> value, int writes, int callsOut, Set<String> tablesRead) {
    static <T> Reply<T> none() {
        return new Reply<>(Optional.empty(), 0, 0, Set.of());
    }

    /** What a call in this frame came to. */
    static <T> Reply<T> of(Optional<T> value, CallFrame frame) {
        return new Reply<>(value, frame.writes(), frame.callsOut(), frame.tablesRead());
    }

    boolean isBusy() {
        return writes > 0 || callsOut > 0;
    }
}
