package dev.quittance.emulator.developer;

import java.util.List;

/** What a developer may do to the whole of a local Stripe. Called under its lock. */
public interface Owner {
    /** The state as lines. */
    List<String> snapshot();

    /** Takes a state in the place of the present one. */
    void restore(Iterable<String> snapshot);

    /** Forgets everything but accounts, keys and endpoints. */
    void reset();

    /** Does what has fallen due, in order. */
    void runDue();
}
