package dev.quittance.api.payment;

import dev.quittance.api.ui.Text;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a guard says. Immutable. */
public sealed interface Decision {
    /** One of the two, as a value. */
    <T> T fold(Supplier<T> allowed, Function<Veto, T> vetoed);

    /** Nothing against it. */
    record Allow() implements Decision {
        @Override
        public <T> T fold(Supplier<T> allowed, Function<Veto, T> vetoed) {
            return allowed.get();
        }
    }

    /**
     * Not like this.
     *
     * @param code stable, lower-case snake case
     * @param reason a sentence for the person who asked
     */
    record Veto(String code, Text reason) implements Decision {
        @Override
        public <T> T fold(Supplier<T> allowed, Function<Veto, T> vetoed) {
            return vetoed.apply(this);
        }
    }

    /** Nothing against it. */
    static Decision allow() {
        return new Allow();
    }

    /** Not like this. */
    static Decision veto(String code, Text reason) {
        return new Veto(code, reason);
    }
}
