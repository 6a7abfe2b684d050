package dev.quittance.emulator.port;

import java.util.Map;

/**
 * What the local Stripe answers.
 *
 * @param status the HTTP status
 * @param headers header names as Stripe spells them
 * @param body the body's bytes; empty for a redirect. Not copied: do not change it
 */
public record Answer(int status, Map<String, String> headers, byte[] body) {
    /**
     * On a redirect away from a hosted page: the id of the event that should be delivered first. It is a word from the
     * core to the shell that waits (see {@link LocalStripe#isReported}); the shell does not send it on.
     */
    public static final String AWAITS_EVENT = "Emulator-Awaits-Event";

    /** Copies the headers. */
    public Answer {
        headers = Map.copyOf(headers);
    }
}
