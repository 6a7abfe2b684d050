package dev.quittance.stripe.request;

import dev.quittance.api.payment.Objection;
import java.util.List;
import java.util.function.Function;

/** What came of asking a customer for money. Implementations are immutable. */
sealed interface Asked {
    /** One of the two, as a value. */
    <R> R fold(Function<Sent, R> sent, Function<Objected, R> objected);

    /**
     * The request is stored and its mail is due; the same submission gives the same request again.
     *
     * @param request as it stands
     */
    record Sent(PaymentRequest request) implements Asked {
        @Override
        public <R> R fold(Function<Sent, R> sent, Function<Objected, R> objected) {
            return sent.apply(this);
        }
    }

    /**
     * Other plugins are against it; nothing was stored.
     *
     * @param objections all of them
     */
    record Objected(List<Objection> objections) implements Asked {
        @Override
        public <R> R fold(Function<Sent, R> sent, Function<Objected, R> objected) {
            return objected.apply(this);
        }
    }
}
