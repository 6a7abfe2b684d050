package dev.quittance.stripe.payment;

import dev.quittance.api.PluginContext;
import dev.quittance.stripe.gateway.ChargeReading;
import dev.quittance.stripe.gateway.IntentReading;
import dev.quittance.stripe.gateway.SessionReading;
import dev.quittance.stripe.request.PaymentRequest;
import dev.quittance.stripe.request.RequestState;
import dev.quittance.stripe.request.Requests;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;

/**
 * The moves that a reading may bring, once it was compared and the request is locked. A reading that is older than what we know
 * moves nothing; late news of money moves even what had ended.
 */
final class Moves {
    private final PluginContext context;
    private final Requests requests;
    private final Attempts attempts;
    private final PaymentRepository payments;
    private final MoveEffects effects;

    Moves(
            PluginContext context,
            Requests requests,
            Attempts attempts,
            PaymentRepository payments,
            MoveEffects effects) {
        this.context = context;
        this.requests = requests;
        this.attempts = attempts;
        this.payments = payments;
        this.effects = effects;
    }

    /** Moves what the reading moves; false if it says nothing new. */
    boolean move(DSLContext tx, PaymentRequest request, Attempt attempt, SessionReading reading) {
        Verdict verdict = Verdict.of(reading);
        boolean moves = attempt.state().canReach(verdict.target());
        Attempt seen = attempt.with(session(attempt, reading), reading.intent().map(IntentReading::id));
        Attempt next = (moves ? seen.in(verdict.target()) : seen);
        boolean told = switch (verdict) {
            case SUCCEEDED -> succeed(tx, request, next, reading);
            case PROCESSING -> moves && process(tx, request, next, reading);
            case FAILED -> moves && fail(tx, request, next, reading);
            case EXPIRED -> moves && expire(tx, request);
            case DECLINED -> next.state() == AttemptState.OPEN && decline(tx, request, next, reading);
            case WAITING -> false;
        };
        Attempt after = verdict == Verdict.DECLINED && next.state() == AttemptState.OPEN
                ? next.declined(decline(reading))
                : next;
        store(tx, after);
        return moves || told;
    }

    /** Ends an attempt without a session. */
    void abandon(DSLContext tx, PaymentRequest request, Attempt attempt, String reason) {
        effects.abandoned(tx, request, reason);
        store(tx, attempt.in(AttemptState.ABANDONED));
    }

    /** Books the fee if it is there and not booked yet. */
    void feeIfThere(DSLContext tx, PaymentRequest request, Payment payment, ChargeReading charge) {
        if (payment.state() == PaymentState.SUCCEEDED && payment.fee().isEmpty()) {
            charge.fee().ifPresent(fee -> {
                payments.saveFee(tx, payment, fee);
                effects.feeBooked(tx, request, payment, fee);
            });
        }
    }

    private void store(DSLContext tx, Attempt attempt) {
        Instant now = context.clock().instant();
        Attempt scheduled = attempt.state().isLive() ? attempt.checkedNext(CheckSchedule.next(attempt, now)) : attempt;
        attempts.repository().save(tx, scheduled, now);
        effects.moved(tx, scheduled);
    }

    private HostedSession session(Attempt attempt, SessionReading reading) {
        Optional<HostedSession> known =
                attempt.session().filter(s -> s.sealedUrl().isPresent());
        boolean leadsSomewhere = reading.url().isPresent();
        return new HostedSession(
                reading.id(),
                leadsSomewhere
                        ? known.flatMap(HostedSession::sealedUrl)
                                .or(() -> reading.url()
                                        .map(url -> attempts.seal(attempt.org(), attempt.attemptId(), url)))
                        : Optional.empty(),
                reading.expiresAt());
    }

    private boolean succeed(DSLContext tx, PaymentRequest request, Attempt attempt, SessionReading reading) {
        IntentReading intent = reading.intent().orElseThrow();
        Optional<Payment> known =
                payments.findByIntent(tx, attempt.org(), attempt.place().stripeAccountId(), intent.id());
        if (known.filter(payment -> !payment.state().canBecome(PaymentState.SUCCEEDED))
                .isPresent()) {
            intent.latestCharge().ifPresent(charge -> feeIfThere(tx, request, known.get(), charge));
            return false;
        }
        boolean overpaid = request.state() == RequestState.PAID;
        Payment payment = put(tx, known, PaymentRow.succeeded(context, attempt, intent, overpaid));
        if (!overpaid) {
            requests.move(tx, payable(tx, request), paid(request, payment));
        }
        effects.paid(tx, request, payment, cameAt(intent, known));
        intent.latestCharge()
                .ifPresent(charge -> payments.find(tx, payment.org(), payment.paymentId())
                        .ifPresent(stored -> feeIfThere(tx, request, stored, charge)));
        return true;
    }

    /** A session that was given up and paid after all may be for less than the request asks for by now. */
    private static RequestState paid(PaymentRequest request, Payment payment) {
        return payment.amount().compareTo(request.amount()) < 0 ? RequestState.PARTLY_PAID : RequestState.PAID;
    }

    /** A debit that we saw on its way came after that, whatever its charge says: days after the charge was made. */
    private Instant cameAt(IntentReading intent, Optional<Payment> known) {
        return intent.latestCharge()
                .map(ChargeReading::createdAt)
                .filter(made -> known.isEmpty())
                .orElseGet(() -> context.clock().instant());
    }

    private boolean process(DSLContext tx, PaymentRequest request, Attempt attempt, SessionReading reading) {
        IntentReading intent = reading.intent().orElseThrow();
        Optional<Payment> known =
                payments.findByIntent(tx, attempt.org(), attempt.place().stripeAccountId(), intent.id());
        if (known.isPresent()) {
            return false;
        }
        Payment payment = put(tx, known, PaymentRow.processing(context, attempt, intent));
        PaymentRequest payable = payable(tx, request);
        if (payable.state().canBecome(RequestState.PROCESSING)) {
            requests.move(tx, payable, RequestState.PROCESSING);
        }
        effects.processing(tx, request, payment);
        return true;
    }

    private boolean fail(DSLContext tx, PaymentRequest request, Attempt attempt, SessionReading reading) {
        IntentReading intent = reading.intent().orElseThrow();
        payments.findByIntent(tx, attempt.org(), attempt.place().stripeAccountId(), intent.id())
                .filter(payment -> payment.state().canBecome(PaymentState.FAILED))
                .ifPresent(payment -> payments.save(tx, PaymentRow.failed(payment)));
        if (request.state() == RequestState.PROCESSING) {
            requests.move(tx, request, RequestState.OPEN);
        }
        effects.failed(tx, request, attempt, decline(reading));
        return true;
    }

    private boolean expire(DSLContext tx, PaymentRequest request) {
        effects.expired(tx, request);
        return true;
    }

    private boolean decline(DSLContext tx, PaymentRequest request, Attempt attempt, SessionReading reading) {
        Decline decline = decline(reading);
        if (decline.equals(attempt.lastDecline())) {
            return false;
        }
        effects.declined(tx, request, attempt, decline);
        return true;
    }

    private static Decline decline(SessionReading reading) {
        return reading.intent()
                .map(intent -> new Decline(
                        intent.declineCode(),
                        intent.latestCharge().map(ChargeReading::id).orElse("")))
                .orElse(Decline.NONE);
    }

    /** Money for a request whose time was up reopens it first. */
    private PaymentRequest payable(DSLContext tx, PaymentRequest request) {
        return request.state() == RequestState.EXPIRED ? requests.move(tx, request, RequestState.OPEN) : request;
    }

    private Payment put(DSLContext tx, Optional<Payment> known, Payment fresh) {
        if (known.isEmpty()) {
            payments.add(tx, fresh);
            return fresh;
        }
        Payment next = PaymentRow.next(known.get(), fresh);
        payments.save(tx, next);
        return next;
    }
}
