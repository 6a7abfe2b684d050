package dev.quittance.stripe.refund;

import dev.quittance.api.money.Money;
import dev.quittance.api.payment.Objection;
import java.util.List;
import java.util.Optional;

/**
 * What became of a wish to give money back: one of a refund, too much, or objections. Immutable and thread-safe.
 *
 * @param refund the refund, in whatever state; empty if none was made
 * @param most the most that can be given back now, where more was asked for
 * @param objections why other plugins are against it
 * @param held whether all refunds wait, since this may be a copy or a restored backup
 */
public record RefundAnswer(Optional<Refund> refund, Optional<Money> most, List<Objection> objections, boolean held) {
    /** Copies the objections. */
    public RefundAnswer {
        objections = List.copyOf(objections);
    }

    static RefundAnswer made(Refund refund) {
        return new RefundAnswer(Optional.of(refund), Optional.empty(), List.of(), false);
    }

    static RefundAnswer allHeld() {
        return new RefundAnswer(Optional.empty(), Optional.empty(), List.of(), true);
    }

    static RefundAnswer tooMuch(Money most) {
        return new RefundAnswer(Optional.empty(), Optional.of(most), List.of(), false);
    }

    static RefundAnswer objected(List<Objection> objections) {
        return new RefundAnswer(Optional.empty(), Optional.empty(), objections, false);
    }
}
