package dev.quittance.emulator.store;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What happens when an object's time has come: see {@link Doc#DUE_MILLIS}. */
@FunctionalInterface
public interface Timer {
    /**
     * Carries it out, at the moment when it fell due.
     *
     * @param due the object, a tree of one's own; it must be put back without its due time, or with a later one, or dropped
     */
    void fire(Turn turn, ObjectNode due);
}
