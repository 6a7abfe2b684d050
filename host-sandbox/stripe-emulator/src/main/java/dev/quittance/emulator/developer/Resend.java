package dev.quittance.emulator.developer;

import dev.quittance.emulator.event.Listeners;
import dev.quittance.emulator.store.Doc;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.webhook.Webhooks;
import dev.quittance.emulator.wire.ApiError;

/** Sends an event once more, as the button in Stripe's dashboard does; tries that are planned stay planned. */
final class Resend {
    private Resend() {}

    /** To every endpoint that hears of the account and is switched on; how many there are. */
    static int toAll(Turn turn, String event) {
        turn.require(Kind.EVENT, event, "id");
        int count = 0;
        for (Doc endpoint : Listeners.of(turn)) {
            Webhooks.resend(turn, event, endpoint.id());
            count++;
        }
        if (count == 0) {
            throw ApiError.refused(null, "There is no endpoint to send it to. Make one, or enable one.");
        }
        return count;
    }
}
