package dev.quittance.stripe.dispute;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where a dispute stands, in Stripe's words. What is not listed in {@link #next()} never happens. */
public enum DisputeState {
    /** The bank asks and has taken nothing; it waits for an answer. */
    WARNING_NEEDS_RESPONSE,
    /** The bank asks and has taken nothing; it has our answer, or the time for one is over. */
    WARNING_UNDER_REVIEW,
    /** The bank's question is closed; nothing was taken. */
    WARNING_CLOSED,
    /** The bank has taken the money; evidence is awaited. */
    NEEDS_RESPONSE,
    /** The bank has the money and decides. */
    UNDER_REVIEW,
    /** The money came back. */
    WON,
    /** The money is gone. */
    LOST,
    /** It was settled before it became one. */
    PREVENTED;

    /** The states that may follow this one. A bank may turn its last word around; a question may become a dispute. */
    public Set<DisputeState> next() {
        return switch (this) {
            case WARNING_NEEDS_RESPONSE -> EnumSet.complementOf(EnumSet.of(WARNING_NEEDS_RESPONSE));
            case WARNING_UNDER_REVIEW -> EnumSet.of(WARNING_CLOSED, NEEDS_RESPONSE, UNDER_REVIEW, WON, LOST, PREVENTED);
            case NEEDS_RESPONSE -> EnumSet.of(UNDER_REVIEW, WON, LOST, PREVENTED);
            case UNDER_REVIEW -> EnumSet.of(WON, LOST, PREVENTED);
            case WON -> EnumSet.of(LOST);
            case LOST -> EnumSet.of(WON);
            case WARNING_CLOSED, PREVENTED -> EnumSet.noneOf(DisputeState.class);
        };
    }

    /** Whether the other state may follow this one. */
    public boolean canBecome(DisputeState other) {
        return next().contains(other);
    }

    /** Whether the bank has spoken its last word. */
    public boolean isOver() {
        return this == WON || this == LOST || this == WARNING_CLOSED || this == PREVENTED;
    }

    /** Whether somebody can still answer. */
    public boolean awaitsAnswer() {
        return this == NEEDS_RESPONSE || this == WARNING_NEEDS_RESPONSE;
    }

    /** Whether it is only a question so far: no money was taken. */
    public boolean isInquiry() {
        return this == WARNING_NEEDS_RESPONSE || this == WARNING_UNDER_REVIEW || this == WARNING_CLOSED;
    }

    /** The state for a word of Stripe's; under review for a word that nobody knew when this was written. */
    static DisputeState of(String status) {
        String name = status.toUpperCase(Locale.ROOT);
        for (DisputeState state : values()) {
            if (state.name().equals(name)) {
                return state;
            }
        }
        return UNDER_REVIEW;
    }
}
