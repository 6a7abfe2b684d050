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

    /** A word to the shell: how many milliseconds the answer waits before it is sent. Not sent on. */
    public static final String DELAY_MILLIS = "Emulator-Delay-Millis";

    /** A word to the shell: the connection breaks, before the answer or in the middle of it. Not sent on. */
    public static final String BREAK = "Emulator-Break";

    /** The value of {@link #BREAK} for a connection that breaks before a byte was answered. */
    public static final String BREAK_BEFORE = "before";

    /** The value of {@link #BREAK} for a connection that breaks when half of the body was sent. */
    public static final String BREAK_HALFWAY = "halfway";

    /** Copies the headers. */
    public Answer {
        headers = Map.copyOf(headers);
    }
}
