package dev.quittance.emulator.payment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.event.Events;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.Json;

/** Tells an intent's session how it ended, where that is known only days after the session was complete. */
final class OwnerSession {
    private OwnerSession() {}

    static void paid(Turn turn, ObjectNode intent) {
        Json.text(intent, Confirmation.SESSION)
                .map(id -> turn.get(Kind.SESSION, id))
                .ifPresent(session -> {
                    session.put("payment_status", "paid");
                    turn.put(Kind.SESSION, session);
                    Events.emit(turn, "checkout.session.async_payment_succeeded", session);
                });
    }

    static void failed(Turn turn, ObjectNode intent) {
        Json.text(intent, Confirmation.SESSION)
                .map(id -> turn.get(Kind.SESSION, id))
                .ifPresent(session -> Events.emit(turn, "checkout.session.async_payment_failed", session));
    }
}
