package dev.quittance.stripe.dispute;

import dev.quittance.api.PluginContext;
import dev.quittance.api.money.Money;
import dev.quittance.api.payment.PaymentEvent;
import dev.quittance.stripe.gateway.DisputeReading;
import dev.quittance.stripe.ledger.BalanceChange;
import dev.quittance.stripe.ledger.Posting;
import dev.quittance.stripe.ledger.Postings;
import dev.quittance.stripe.ledger.Settled;
import dev.quittance.stripe.outbox.OutboxEntry;
import dev.quittance.stripe.payment.Payment;
import dev.quittance.stripe.payment.Payments;
import dev.quittance.stripe.request.PaymentRequest;
import dev.quittance.stripe.request.Requests;
import dev.quittance.stripe.request.TimelineEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** The moves of a dispute and what follows from them: sums, ledger, timeline, news. The request is locked. */
final class DisputeMoves {
    /** The office is reminded so long before the time for evidence is over. */
    private static final Duration REMINDED_BEFORE = Duration.ofDays(3);

    private final PluginContext context;
    private final Requests requests;
    private final Payments payments;
    private final Payments.Books books;
    private final DisputeRepository repository;

    /** What is disputed. */
    record Place(PaymentRequest request, Payment payment) {
        dev.quittance.stripe.ledger.Place inLedger() {
            return new dev.quittance.stripe.ledger.Place(request.record(), request.requestId(), payment.paymentId());
        }
    }

    DisputeMoves(
            PluginContext context,
            Requests requests,
            Payments payments,
            Payments.Books books,
            DisputeRepository repository) {
        this.context = context;
        this.requests = requests;
        this.payments = payments;
        this.books = books;
        this.repository = repository;
    }

    /** A dispute that nobody here knew. Of one that is over already only the end is told. */
    void open(DSLContext tx, Place place, Dispute dispute, DisputeReading reading) {
        repository.add(tx, dispute);
        note(tx, place.request(), "dispute_opened", dispute.amount(), dispute.reason());
        tell(tx, dispute, DisputeNews.EVENT_KIND, PaymentEvent.DISPUTED, "");
        if (dispute.state().isOver()) {
            closed(tx, place, dispute);
        } else {
            tell(tx, dispute, DisputeNews.NOTICE_KIND, PaymentEvent.DISPUTED, "");
            remind(tx, dispute);
        }
        moneyMoved(tx, place, dispute, reading);
    }

    /** Moves what the reading moves. Older news changes nothing; money that moved counts whenever it is heard of. */
    void move(DSLContext tx, Place place, Dispute dispute, DisputeReading reading) {
        DisputeState next = DisputeState.of(reading.status());
        boolean isNews = dispute.state().canBecome(next);
        if (isNews || next == dispute.state()) {
            Dispute after = dispute.moved(next, reading.dueBy(), context.clock().instant());
            if (!after.equals(dispute)) {
                repository.save(tx, after);
            }
            if (isNews) {
                follow(tx, place, dispute.state(), after);
            }
            remind(tx, after);
        }
        moneyMoved(tx, place, dispute, reading);
    }

    private void follow(DSLContext tx, Place place, DisputeState before, Dispute after) {
        if (after.state().isOver()) {
            closed(tx, place, after);
        } else if (before.isInquiry() && !after.state().isInquiry()) {
            note(tx, place.request(), "dispute_escalated", after.amount(), after.reason());
            tell(tx, after, DisputeNews.NOTICE_KIND, PaymentEvent.DISPUTED, "escalated");
        } else {
            note(tx, place.request(), "dispute_answered", after.amount(), "");
        }
    }

    private void closed(DSLContext tx, Place place, Dispute dispute) {
        String how = dispute.state().name();
        note(tx, place.request(), "dispute_closed", dispute.amount(), how);
        tell(tx, dispute, DisputeNews.NOTICE_KIND, PaymentEvent.DISPUTE_CLOSED, how);
        tell(tx, dispute, DisputeNews.EVENT_KIND, PaymentEvent.DISPUTE_CLOSED, how);
        // Whoever disputes a card knows it; whose debit went back has a receipt that no longer holds.
        if (dispute.state() == DisputeState.LOST && place.payment().method().isDebit()) {
            tell(tx, dispute, DisputeNews.MAIL_KIND, PaymentEvent.DISPUTE_CLOSED, how);
        }
    }

    /** Once for each deadline; what is over by then is not told. */
    private void remind(DSLContext tx, Dispute dispute) {
        Optional<Instant> dueBy = dispute.dueBy().filter(due -> dispute.state().awaitsAnswer());
        if (dueBy.isPresent() && dueBy.get().isAfter(context.clock().instant())) {
            String key = DisputeNews.REMINDER + "/" + dispute.disputeId() + "/"
                    + dueBy.get().getEpochSecond();
            books.outbox()
                    .addIfNew(
                            tx,
                            entry(
                                    dispute,
                                    key,
                                    DisputeNews.REMINDER,
                                    dueBy.get().minus(REMINDED_BEFORE)));
        }
    }

    private void moneyMoved(DSLContext tx, Place place, Dispute dispute, DisputeReading reading) {
        for (DisputeReading.Movement one : reading.movements()) {
            if (!repository.hasMovement(tx, dispute, one.balanceTransactionId())) {
                Movement movement = movement(dispute, one);
                repository.add(tx, dispute, movement);
                book(tx, place, movement, one);
                Money taken = movement.taken();
                payments.addDisputed(tx, place.payment(), taken);
                requests.sums()
                        .change(
                                tx,
                                place.request(),
                                BalanceChange.disputed(taken),
                                "disputed/" + movement.movementId());
                note(tx, place.request(), taken.isNegative() ? "dispute_reinstated" : "dispute_withdrawn", taken, "");
                if (!taken.isZero()) {
                    tellBooks(tx, dispute, movement);
                }
            }
        }
    }

    /** In the payment's currency, whatever the balance is kept in. */
    private Movement movement(Dispute dispute, DisputeReading.Movement one) {
        String currency = dispute.amount().currency();
        Money taken = one.gross().currency().equals(currency)
                ? one.gross().negated()
                : one.gross().isNegative() ? dispute.amount() : dispute.amount().negated();
        return new Movement(
                context.ids().next(),
                dispute.disputeId(),
                one.balanceTransactionId(),
                taken,
                one.fee(),
                context.clock().instant());
    }

    /** Each movement by itself: a bank may take the same money more than once, and give it back in between. */
    private void book(DSLContext tx, Place place, Movement movement, DisputeReading.Movement one) {
        Money taken = movement.taken();
        Postings postings = new Postings(place.payment().org());
        Settled settled = new Settled(one.balanceTransactionId(), one.gross(), one.fee(), Optional.empty());
        Posting posting = taken.isNegative()
                ? postings.disputeReinstated(place.inLedger(), movement.movementId(), taken.negated(), settled)
                : postings.disputeWithdrawn(place.inLedger(), movement.movementId(), taken, settled);
        books.ledger().addIfNew(tx, posting);
    }

    private void note(DSLContext tx, PaymentRequest request, String kind, Money amount, String more) {
        String detail = amount.toPlainDecimal() + " " + amount.currency() + (more.isEmpty() ? "" : " " + more);
        books.timeline().add(tx, request, kind, TimelineEntry.STRIPE, detail);
    }

    private void tell(DSLContext tx, Dispute dispute, String kind, String word, String more) {
        String key = kind + "/" + word + "/" + dispute.disputeId() + (more.isEmpty() ? "" : "/" + more);
        OutboxEntry entry = new OutboxEntry(
                dispute.org(),
                key,
                kind,
                dispute.requestId(),
                word + "/" + dispute.disputeId(),
                context.clock().instant());
        // Of what customers are told, when it happened.
        books.outbox().addIfNew(tx, kind.equals(DisputeNews.MAIL_KIND) ? entry.happened(dispute.openedAt()) : entry);
    }

    private void tellBooks(DSLContext tx, Dispute dispute, Movement movement) {
        UUID id = movement.movementId();
        OutboxEntry entry = new OutboxEntry(
                dispute.org(),
                DisputeNews.SETTLEMENT_KIND + "/" + id,
                DisputeNews.SETTLEMENT_KIND,
                dispute.requestId(),
                "moved/" + id,
                context.clock().instant());
        books.outbox().addIfNew(tx, entry);
    }

    private static OutboxEntry entry(Dispute dispute, String key, String word, Instant due) {
        return new OutboxEntry(
                dispute.org(),
                key,
                DisputeNews.NOTICE_KIND,
                dispute.requestId(),
                word + "/" + dispute.disputeId(),
                due);
    }
}
