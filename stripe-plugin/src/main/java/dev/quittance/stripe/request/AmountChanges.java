package dev.quittance.stripe.request;

import dev.quittance.api.money.Money;
import dev.quittance.api.payment.Objection;
import java.util.List;

/** Has open requests ask for another amount; done where a page of Stripe's that is open can be closed. Thread-safe. */
public interface AmountChanges {
    /**
     * Has a request ask for the next amount, at once or as soon as nobody can pay the former one. Changes nothing where somebody else
     * has asked on the same record since, where the request is no longer open, or where another plugin objects. Safe to repeat. Never
     * inside a transaction.
     *
     * @return what other plugins object to
     */
    List<Objection> change(PaymentRequest request, Change change);

    /**
     * A change that somebody wants.
     *
     * @param next the amount to ask for, in the request's currency
     * @param turn the figures it was decided on
     * @param by the user's id
     */
    record Change(Money next, Turn turn, String by) {}
}
