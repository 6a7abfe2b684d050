package dev.quittance.trials.simulation;

/** The process dies here. An error, not an exception, so that nobody who handles exceptions handles this one. */
final class SimulatedCrash extends Error {
    private static final long serialVersionUID = 1L;

    SimulatedCrash(String where) {
        super(where, null, false, false);
    }
}
