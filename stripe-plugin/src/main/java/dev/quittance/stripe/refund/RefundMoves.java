package dev.quittance.stripe.refund;

import dev.quittance.api.PluginContext;
import dev.quittance.api.money.Money;
import dev.quittance.api.payment.PaymentEvent;
import dev.quittance.stripe.gateway.RefundReading;
import dev.quittance.stripe.ledger.BalanceChange;
import dev.quittance.stripe.ledger.LedgerAccount;
import dev.quittance.stripe.ledger.Posting;
import dev.quittance.stripe.outbox.OutboxEntry;
import dev.quittance.stripe.payment.Payment;
import dev.quittance.stripe.payment.Payments;
import dev.quittance.stripe.request.PaymentRequest;
import dev.quittance.stripe.request.Requests;
import dev.quittance.stripe.request.TimelineEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/** The moves of a refund and what follows from them: sums, ledger, timeline, news. The request is locked. */
final class RefundMoves {
    private final PluginContext context;
    private final Requests requests;
    private final Payments payments;
    private final Payments.Books books;
    private final RefundRepository repository;

    /** What a refund is taken from. */
    record Place(PaymentRequest request, Payment payment) {}

    RefundMoves(
            PluginContext context,
            Requests requests,
            Payments payments,
            Payments.Books books,
            RefundRepository repository) {
        this.context = context;
        this.requests = requests;
        this.payments = payments;
        this.books = books;
        this.repository = repository;
    }

    /** Notes that money is set aside. */
    void reserved(DSLContext tx, PaymentRequest request, Refund refund) {
        String kind = refund.terms().source() == RefundSource.STRIPE ? "refund_found" : "refund_requested";
        note(tx, request, refund, kind);
    }

    /** Lets go of it. */
    void refused(DSLContext tx, PaymentRequest request, Refund refund, String problem) {
        Refund next = refund.moved(
                RefundState.REFUSED, Optional.empty(), problem, context.clock().instant());
        repository.save(tx, next);
        note(tx, request, next, "refund_refused");
        tell(tx, next, RefundNews.NOTICE_KIND, "refund_refused");
    }

    /** Moves what the reading moves. Older news and what is known changes nothing. */
    void move(DSLContext tx, Place place, Refund refund, RefundReading reading) {
        RefundState next = RefundState.of(reading.status());
        if (next != refund.state() && !refund.state().canBecome(next)) {
            return;
        }
        book(tx, place, refund, reading, next);
        Instant now = context.clock().instant();
        Refund after = refund.moved(next, Optional.of(reading.id()), reading.problem(), now);
        if (!after.equals(refund)) {
            repository.save(tx, after);
        }
        if (next != refund.state()) {
            follow(tx, place, refund, new Found(after, reading.createdAt()));
        }
    }

    /** A refund as it is now, and when Stripe made it. */
    private record Found(Refund refund, Instant madeAt) {}

    private void follow(DSLContext tx, Place place, Refund before, Found found) {
        Refund after = found.refund();
        // One that took its time came through after we saw it pending, whenever it was made.
        boolean wasPending = before.state() != RefundState.RESERVED;
        Instant happenedAt = wasPending ? context.clock().instant() : found.madeAt();
        switch (after.state()) {
            case SUCCEEDED -> succeeded(tx, place, after, happenedAt);
            case FAILED, CANCELED -> failed(tx, place, before.state(), after);
            case PENDING, REQUIRES_ACTION -> note(tx, place.request(), after, "refund_pending");
            case RESERVED, REFUSED -> throw new IllegalStateException("no reading says " + after.state());
        }
    }

    private void succeeded(DSLContext tx, Place place, Refund refund, Instant happenedAt) {
        Money waived = refund.terms().owedAgain() ? Money.zero(refund.amount().currency()) : refund.amount();
        payments.addRefunded(tx, place.payment(), refund.amount());
        requests.sums()
                .change(
                        tx,
                        place.request(),
                        BalanceChange.refunded(refund.amount(), waived),
                        "refunded/" + refund.refundId());
        note(tx, place.request(), refund, "refunded");
        tell(tx, refund, RefundNews.SETTLEMENT_KIND, PaymentEvent.REFUNDED);
        add(tx, entry(refund, RefundNews.MAIL_KIND, PaymentEvent.REFUNDED).happened(happenedAt));
        tell(tx, refund, RefundNews.NOTICE_KIND, PaymentEvent.REFUNDED);
        tell(tx, refund, RefundNews.EVENT_KIND, PaymentEvent.REFUNDED);
    }

    /** The money is here again, and the customer has not got it. What was said of the price stays said: nobody is asked for it again. */
    private void failed(DSLContext tx, Place place, RefundState before, Refund refund) {
        if (before == RefundState.SUCCEEDED) {
            Money back = refund.amount().negated();
            payments.addRefunded(tx, place.payment(), back);
            requests.sums()
                    .change(
                            tx,
                            place.request(),
                            BalanceChange.refunded(back, Money.zero(back.currency())),
                            "refund_failed/" + refund.refundId());
            tell(tx, refund, RefundNews.SETTLEMENT_KIND, PaymentEvent.REFUND_FAILED);
        }
        note(tx, place.request(), refund, "refund_failed");
        tell(tx, refund, RefundNews.NOTICE_KIND, PaymentEvent.REFUND_FAILED);
        tell(tx, refund, RefundNews.EVENT_KIND, PaymentEvent.REFUND_FAILED);
    }

    /** It left Stripe's balance when Stripe sent it, and comes into it again where it did not arrive. */
    private void book(DSLContext tx, Place place, Refund refund, RefundReading reading, RefundState next) {
        String key = "refund/" + refund.refundId();
        if (next == RefundState.SUCCEEDED || reading.balanceTransactionId().isPresent()) {
            post(tx, place, key, reading.balanceTransactionId(), refund.amount());
        }
        boolean isBack = next == RefundState.FAILED || next == RefundState.CANCELED;
        if (isBack && books.ledger().isBooked(tx, refund.org(), key)) {
            String back = "refund_return/" + refund.refundId();
            post(
                    tx,
                    place,
                    back,
                    reading.failureTransactionId(),
                    refund.amount().negated());
        }
    }

    private void post(DSLContext tx, Place place, String key, Optional<String> transactionId, Money amount) {
        Posting posting = new Posting(
                place.payment().org(),
                key,
                key.substring(0, key.indexOf('/')),
                place.request().record(),
                place.request().requestId(),
                place.payment().paymentId(),
                transactionId,
                List.of(
                        new Posting.Line(LedgerAccount.REFUNDED, amount),
                        new Posting.Line(LedgerAccount.STRIPE_BALANCE, amount.negated())));
        books.ledger().addIfNew(tx, posting);
    }

    private void note(DSLContext tx, PaymentRequest request, Refund refund, String kind) {
        String detail = refund.amount().toPlainDecimal() + " " + refund.amount().currency()
                + (refund.problem().isEmpty() ? "" : " " + refund.problem());
        boolean asked = kind.equals("refund_requested");
        String actor = asked ? refund.terms().requestedBy() : TimelineEntry.STRIPE;
        books.timeline().add(tx, request, kind, actor, detail);
    }

    private void tell(DSLContext tx, Refund refund, String kind, String word) {
        add(tx, entry(refund, kind, word));
    }

    private void add(DSLContext tx, OutboxEntry entry) {
        books.outbox().addIfNew(tx, entry);
    }

    private OutboxEntry entry(Refund refund, String kind, String word) {
        return new OutboxEntry(
                refund.org(),
                kind + "/" + word + "/" + refund.refundId(),
                kind,
                refund.requestId(),
                word + "/" + refund.refundId(),
                context.clock().instant());
    }
}
