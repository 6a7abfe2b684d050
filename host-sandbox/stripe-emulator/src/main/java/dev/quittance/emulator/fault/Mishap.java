package dev.quittance.emulator.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.api.Feature;
import dev.quittance.emulator.api.Operation;
import dev.quittance.emulator.api.Route;
import dev.quittance.emulator.journal.Journal;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.ApiError;
import java.util.List;

/**
 * Makes the operation at hand fail inside, where its answer is remembered: before it did anything, or after all of it.
 * Guarded by the local Stripe's lock.
 */
public final class Mishap {
    private enum When {
        NEVER,
        BEFORE,
        AFTER
    }

    private final Journal journal;
    private When when = When.NEVER;

    public Mishap(Journal journal) {
        this.journal = journal;
    }

    /** The same features, with operations that can fail. */
    public List<Feature> within(List<Feature> features) {
        return features.stream()
                .map(feature -> new Feature(
                        feature.routes().stream().map(this::within).toList(), feature.timers(), feature.includables()))
                .toList();
    }

    private Route within(Route route) {
        return new Route(
                route.method(), route.segments(), route.permission(), route.rules(), route.shape(), request -> {
                    Operation.Work work = route.operation().plan(request);
                    return turn -> carryOut(work, turn);
                });
    }

    private ObjectNode carryOut(Operation.Work work, Turn turn) {
        if (when == When.BEFORE) {
            throw failure();
        }
        ObjectNode answer = work.carryOut(turn);
        if (when == When.AFTER) {
            turn.changes().commit(journal);
            throw failure();
        }
        return answer;
    }

    private static ApiError failure() {
        return ApiError.ofFault(500, "api_error", null, "An error occurred with our connection to Stripe's network.");
    }

    /** The next operation fails; see {@link #disarm}. */
    void arm(boolean afterwards) {
        when = afterwards ? When.AFTER : When.BEFORE;
    }

    void disarm() {
        when = When.NEVER;
    }
}
