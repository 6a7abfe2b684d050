package dev.quittance.emulator.fault;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a rule does to a call or to a delivery. */
public enum Effect {
    /** The answer comes later, by {@code millis}. */
    LATENCY(true, "The answer waits"),
    /** 429 before anything is looked at; nothing is remembered. */
    RATE_LIMIT(true, "429, too many requests"),
    /** 429 with {@code lock_timeout}; nothing is remembered. */
    LOCK_TIMEOUT(true, "429, the object is locked"),
    /** 409 as if a call with the same key were still running; nothing is remembered. */
    CONFLICT(true, "409, the key is in use"),
    /** 500 and nothing done; the answer is remembered under the idempotency key. */
    ERROR(true, "500, not carried out"),
    /** 500 although all was done; the answer is remembered under the idempotency key. */
    ERROR_AFTER(true, "500, carried out"),
    /** The connection breaks before anything is done. */
    RESET(true, "Connection breaks, not carried out"),
    /** The connection breaks when all was done. */
    RESET_AFTER(true, "Connection breaks, carried out"),
    /** All was done, but half of the answer is missing. */
    TRUNCATE(true, "Half an answer, carried out"),
    /** The event never arrives. */
    DROP(false, "Webhook is lost"),
    /** It arrives twice. */
    DOUBLE(false, "Webhook arrives twice"),
    /** It arrives later, by {@code millis}. */
    DELAY(false, "Webhook arrives later"),
    /** It arrives some time within {@code millis}, so that others overtake it. */
    REORDER(false, "Webhooks overtake each other"),
    /** The endpoint does not answer; Stripe tries again by its schedule. */
    DOWN(false, "Endpoint is down"),
    /** The event says another {@code version}. */
    API_VERSION(false, "Event of another API version");

    private final boolean ofCalls;
    private final String label;

    Effect(boolean ofCalls, String label) {
        this.ofCalls = ofCalls;
        this.label = label;
    }

    /** Whether calls suffer it; else deliveries do. */
    public boolean isOfCalls() {
        return ofCalls;
    }

    /** In a few words. */
    public String label() {
        return label;
    }

    /** As it is written over the API, such as {@code error_after}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Effect> find(String word) {
        return Arrays.stream(values())
                .filter(effect -> effect.word().equals(word))
                .findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Effect::word).toList();
    }
}
