package dev.quittance.stripe.request;

import dev.quittance.api.payment.Objection;
import java.util.List;
import java.util.function.Function;

/** What came of asking for money. Implementations are immutable. */
sealed interface Asked {
    /** One of the three, as a value. */
    <R> R fold(Function<Sent, R> sent, Function<Objected, R> objected, Function<Overtaken, R> overtaken);

    /**
     * The requests are stored and their mails are due; the same submission gives the same requests again.
     *
     * @param requests one for each payer, as they stand
     */
    record Sent(List<PaymentRequest> requests) implements Asked {
        @Override
        public <R> R fold(Function<Sent, R> sent, Function<Objected, R> objected, Function<Overtaken, R> overtaken) {
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
        public <R> R fold(Function<Sent, R> sent, Function<Objected, R> objected, Function<Overtaken, R> overtaken) {
            return objected.apply(this);
        }
    }

    /** Somebody else has asked on the same record since its figures were read; nothing was stored. */
    record Overtaken() implements Asked {
        @Override
        public <R> R fold(Function<Sent, R> sent, Function<Objected, R> objected, Function<Overtaken, R> overtaken) {
            return overtaken.apply(this);
        }
    }
}
