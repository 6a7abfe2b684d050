package dev.quittance.trials.simulation;

/** Whether one process of the plugin's host still lives. Once it is dead, whatever still runs in it can reach nothing any more. */
final class Lifeline {
    private boolean dead;

    boolean isDead() {
        return dead;
    }

    void requireAlive() {
        if (dead) {
            throw new SimulatedCrash("this process is dead");
        }
    }

    /** Ends the process; to be thrown. */
    SimulatedCrash end(CrashPoint point) {
        dead = true;
        return new SimulatedCrash(point.name());
    }
}
