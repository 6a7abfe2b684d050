package dev.quittance.emulator;

import dev.quittance.emulator.developer.Owner;
import dev.quittance.emulator.journal.Journal;
import dev.quittance.emulator.store.Image;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Store;
import dev.quittance.emulator.wire.Json;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Keeps the whole state and puts it back. Guarded by the local Stripe's lock. */
final class StateOwner implements Owner {
    private static final Set<Kind> KEPT_AT_RESET =
            EnumSet.of(Kind.ACCOUNT, Kind.API_KEY, Kind.CONNECTION, Kind.WEBHOOK_ENDPOINT);

    private final Journal journal;
    private final Store store;
    private final Runnable fireTimers;

    StateOwner(Journal journal, Store store, Runnable fireTimers) {
        this.journal = journal;
        this.store = store;
        this.fireTimers = fireTimers;
    }

    @Override
    public List<String> snapshot() {
        List<String> lines = new ArrayList<>();
        Image.of(store).forEach(lines::add);
        return lines;
    }

    @Override
    public void restore(Iterable<String> snapshot) {
        Store other = new Store();
        snapshot.forEach(line -> other.apply(Json.read(line)));
        become(other);
    }

    @Override
    public void reset() {
        Store kept = new Store();
        Image.of(store, doc -> KEPT_AT_RESET.contains(doc.kind())).forEach(line -> kept.apply(Json.read(line)));
        become(kept);
    }

    private void become(Store other) {
        journal.replace(Image.of(other));
        store.become(other);
    }

    @Override
    public void runDue() {
        fireTimers.run();
    }
}
