package dev.quittance.emulator;

import dev.quittance.emulator.store.Doc;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Store;
import dev.quittance.emulator.store.Turn;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Forgets the oldest events with their deliveries, so that the memory lasts. Guarded by the local Stripe's lock. */
final class Housekeeping {
    /** Some weeks of a busy sandbox. */
    private static final int MAX_EVENTS = 10_000;

    private final Store store;
    private final int maxEvents;

    Housekeeping(Store store) {
        this(store, MAX_EVENTS);
    }

    Housekeeping(Store store, int maxEvents) {
        this.store = store;
        this.maxEvents = maxEvents;
    }

    /** Forgets many at once, and then for a while nothing; events that are still to be delivered stay. */
    boolean tidy(Turn turn) {
        int tooMany = store.count(Kind.EVENT) - maxEvents;
        if (tooMany <= maxEvents / 10) {
            return false;
        }
        Set<String> waiting = new HashSet<>();
        store.waitingDeliveries()
                .forEach(doc -> waiting.add(String.valueOf(doc.facets().get("event"))));
        List<Doc> old = store.listAll(Kind.EVENT)
                .limit(tooMany)
                .filter(doc -> !waiting.contains(doc.id()))
                .toList();
        Set<String> gone = new HashSet<>();
        for (Doc event : old) {
            gone.add(event.id());
            turn.drop(Kind.EVENT, event.id());
        }
        store.listAll(Kind.DELIVERY)
                .filter(doc -> gone.contains(String.valueOf(doc.facets().get("event"))))
                .forEach(doc -> turn.drop(Kind.DELIVERY, doc.id()));
        return !old.isEmpty();
    }
}
