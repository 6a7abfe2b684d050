package dev.quittance.stripe.payment;

import dev.quittance.api.money.Money;
import dev.quittance.stripe.gateway.FeeReading;
import dev.quittance.stripe.ledger.Ledger;
import dev.quittance.stripe.ledger.LedgerAccount;
import dev.quittance.stripe.ledger.Posting;
import dev.quittance.stripe.ledger.Posting.Line;
import dev.quittance.stripe.request.PaymentRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/** How payments and fees stand in the ledger. Each is booked once, whoever comes first. */
final class Bookings {
    private final Ledger ledger;

    Bookings(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The money came: it lies at Stripe, and was received. */
    void payment(DSLContext tx, PaymentRequest request, Payment payment) {
        Money amount = payment.amount();
        List<Line> lines = List.of(
                new Line(LedgerAccount.STRIPE_BALANCE, amount), new Line(LedgerAccount.RECEIVED, amount.negated()));
        ledger.addIfNew(tx, posting(request, payment, "payment", Optional.empty(), lines));
    }

    /** Stripe took its fee. */
    void fee(DSLContext tx, PaymentRequest request, Payment payment, FeeReading fee) {
        List<Line> lines = feeLines(payment.amount(), fee);
        ledger.addIfNew(tx, posting(request, payment, "fee", Optional.of(fee.balanceTransactionId()), lines));
    }

    /** In the currency of the balance; what Stripe changed into that currency passes through exchange. */
    static List<Line> feeLines(Money paid, FeeReading fee) {
        List<Line> lines = new ArrayList<>();
        if (!fee.gross().currency().equals(paid.currency())) {
            lines.add(new Line(LedgerAccount.STRIPE_BALANCE, paid.negated()));
            lines.add(new Line(LedgerAccount.EXCHANGE, paid));
            lines.add(new Line(LedgerAccount.STRIPE_BALANCE, fee.gross()));
            lines.add(new Line(LedgerAccount.EXCHANGE, fee.gross().negated()));
        }
        lines.add(new Line(LedgerAccount.STRIPE_FEES, fee.fee()));
        lines.add(new Line(LedgerAccount.STRIPE_BALANCE, fee.fee().negated()));
        return lines;
    }

    private static Posting posting(
            PaymentRequest request,
            Payment payment,
            String kind,
            Optional<String> balanceTransactionId,
            List<Line> lines) {
        return new Posting(
                payment.org(),
                kind + "/" + payment.paymentId(),
                kind,
                request.record(),
                request.requestId(),
                payment.paymentId(),
                balanceTransactionId,
                lines);
    }
}
