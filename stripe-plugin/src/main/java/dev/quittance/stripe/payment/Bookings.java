package dev.quittance.stripe.payment;

import dev.quittance.stripe.gateway.FeeReading;
import dev.quittance.stripe.ledger.Ledger;
import dev.quittance.stripe.ledger.Place;
import dev.quittance.stripe.ledger.Postings;
import dev.quittance.stripe.ledger.Settled;
import dev.quittance.stripe.request.PaymentRequest;
import org.jooq.DSLContext;

/** How payments and fees stand in the ledger. Each is booked once, whoever comes first. */
final class Bookings {
    private final Ledger ledger;

    Bookings(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The money came: it lies at Stripe, and was received. */
    void payment(DSLContext tx, PaymentRequest request, Payment payment) {
        ledger.addIfNew(tx, new Postings(payment.org()).payment(place(request, payment), payment.amount()));
    }

    /** Stripe took its fee; what it changed into the currency of the balance passes through exchange. */
    void fee(DSLContext tx, PaymentRequest request, Payment payment, FeeReading fee) {
        Settled settled = new Settled(fee.balanceTransactionId(), fee.gross(), fee.fee(), fee.exchangeRate());
        ledger.addIfNew(tx, new Postings(payment.org()).fee(place(request, payment), payment.amount(), settled));
    }

    private static Place place(PaymentRequest request, Payment payment) {
        return new Place(request.record(), request.requestId(), payment.paymentId());
    }
}
