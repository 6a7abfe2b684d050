package dev.quittance.api.ui;

import dev.quittance.api.money.Money;
import java.time.Instant;

/** One value in a list or a fact, typed so that the host can align, format and sort it. Implementations are immutable. */
public sealed interface Cell {
    /**
     * Words.
     *
     * @param text the words
     */
    record Words(Text text) implements Cell {}

    /**
     * An amount, aligned right with its currency where that differs from the organisation's.
     *
     * @param money the amount
     */
    record Amount(Money money) implements Cell {}

    /**
     * A moment, shown in the reader's time zone.
     *
     * @param instant the moment, UTC
     */
    record Moment(Instant instant) implements Cell {}

    /**
     * A state.
     *
     * @param badge the state's word and tone
     */
    record State(Badge badge) implements Cell {}

    /**
     * A link.
     *
     * @param label its words
     * @param target where it leads
     */
    record Link(Text label, Target target) implements Cell {}

    /** Nothing to show; the host says so to screen readers. */
    record Empty() implements Cell {}

    /** Words. */
    static Cell words(Text text) {
        return new Words(text);
    }

    /** Words as somebody typed them. */
    static Cell plain(String words) {
        return new Words(Text.plain(words));
    }

    /** An amount. */
    static Cell amount(Money money) {
        return new Amount(money);
    }

    /** A moment. */
    static Cell moment(Instant instant) {
        return new Moment(instant);
    }

    /** A state. */
    static Cell state(Badge badge) {
        return new State(badge);
    }

    /** A link. */
    static Cell link(Text label, Target target) {
        return new Link(label, target);
    }

    /** Nothing. */
    static Cell empty() {
        return new Empty();
    }
}
