package dev.quittance.emulator.developer;

import dev.quittance.emulator.api.Keyring;
import dev.quittance.emulator.fault.FaultyDoor;
import dev.quittance.emulator.port.World;
import dev.quittance.emulator.store.Changes;
import dev.quittance.emulator.store.Ids;
import dev.quittance.emulator.store.Store;
import dev.quittance.emulator.store.Turn;

/** Everything that a developer's hands reach. */
public record Desk(World world, Store store, Ids ids, Keyring keyring, FaultyDoor door, RequestLog log, Owner owner) {

    Turn turn(String partition) {
        return new Turn(
                partition, world.clock().instant(), Turn.Cause.TIMER, new Changes(store), store, ids, world.origin());
    }

    void commit(Turn turn) {
        turn.changes().commit(world.journal());
    }
}
