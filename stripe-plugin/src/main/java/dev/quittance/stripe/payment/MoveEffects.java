package dev.quittance.stripe.payment;

import dev.quittance.stripe.gateway.FeeReading;
import dev.quittance.stripe.ledger.BalanceChange;
import dev.quittance.stripe.request.PaymentRequest;
import dev.quittance.stripe.request.Requests;
import dev.quittance.stripe.request.TimelineEntry;
import java.time.Instant;
import org.jooq.DSLContext;

/** What follows from a move besides the rows of attempt, payment and request: books, timeline, news. */
final class MoveEffects {
    private final Payments.Books books;
    private final Bookings bookings;
    private final Requests requests;
    private final Announcements announcements;
    private final Stops stops;

    MoveEffects(Payments.Books books, Requests requests, Announcements announcements, Stops stops) {
        this.books = books;
        this.bookings = new Bookings(books.ledger());
        this.requests = requests;
        this.announcements = announcements;
        this.stops = stops;
    }

    /** The money came; {@code happenedAt} is when it did at Stripe. */
    void paid(DSLContext tx, PaymentRequest request, Payment payment, Instant happenedAt) {
        requests.sums().change(tx, request, BalanceChange.paid(payment.amount()), "paid/" + payment.paymentId());
        bookings.payment(tx, request, payment);
        note(
                tx,
                request,
                payment.overpaid() ? "overpaid" : "paid",
                payment.method().label());
        announcements.paid(tx, request, payment, happenedAt);
    }

    /** A stopped request ends when nothing of it can be paid any more. */
    void moved(DSLContext tx, Attempt attempt) {
        stops.settle(tx, attempt.org(), attempt.requestId());
    }

    void feeBooked(DSLContext tx, PaymentRequest request, Payment payment, FeeReading fee) {
        bookings.fee(tx, request, payment, fee);
    }

    void processing(DSLContext tx, PaymentRequest request, Payment payment) {
        note(tx, request, "processing", payment.method().label());
    }

    void declined(DSLContext tx, PaymentRequest request, Attempt attempt, Decline decline) {
        note(tx, request, "declined", decline.code());
        announcements.failed(tx, request, attempt, decline);
    }

    void failed(DSLContext tx, PaymentRequest request, Attempt attempt, Decline decline) {
        note(tx, request, "failed", decline.code());
        announcements.failed(tx, request, attempt, decline);
    }

    void expired(DSLContext tx, PaymentRequest request) {
        note(tx, request, "session_expired", "");
    }

    void abandoned(DSLContext tx, PaymentRequest request, String reason) {
        books.timeline().add(tx, request, "attempt_abandoned", TimelineEntry.SYSTEM, reason);
    }

    private void note(DSLContext tx, PaymentRequest request, String kind, String detail) {
        books.timeline().add(tx, request, kind, TimelineEntry.STRIPE, detail);
    }
}
